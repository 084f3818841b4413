/** What computing fixes needs: edits, and fixes of values. Loaded when fixes are first requested. */
export * from '../assessment/edit/edits';
export { mendConflict, removeMarker } from './conflict-fixes';
export { mendValue } from './mend-value';
