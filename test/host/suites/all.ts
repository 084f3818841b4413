// First, as it measures the first time the view is opened.
import './assessments-many.test';
import './editor.test';
import './compare.test';
import './panel.test';
import './panel-states.test';
import './typing.test';
import './mixed-edits.test';
import './appearance.test';
import './settings.test';
import './evidence.test';
import './export-report.test';
import './own-wording.test';
import './explorer.test';
import './lenses-and-structure.test';
import './assessments-view.test';
import './guided-scoring.test';
import './markdown-preview.test';
import './new-assessment.test';
import './code-actions.test';
import './import-csv.test';
import './snippets.test';
import './sheet.test';
import './roll-up.test';
import './trend.test';
// Last, as it looks back on what all others did.
import './security.test';
