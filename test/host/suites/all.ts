// First, as it measures the first time the view is opened.
import './assessments-many.test';
import './editor.test';
import './compare.test';
import './panel.test';
import './panel-states.test';
import './typing.test';
import './appearance.test';
import './settings.test';
import './evidence.test';
import './explorer.test';
import './lenses-and-structure.test';
import './assessments-view.test';
import './guided-scoring.test';
import './new-assessment.test';
import './code-actions.test';
import './snippets.test';
import './sheet.test';
