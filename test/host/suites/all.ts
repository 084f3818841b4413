import './editor.test';
import './panel.test';
import './panel-states.test';
import './appearance.test';
import './settings.test';
