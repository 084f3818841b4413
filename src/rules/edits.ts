/** What fixes are worked out with: edits, and what mends values. Loaded when fixes are first asked for. */
export * from '../assessment/edit/edits';
export { mendConflict, removeMarker } from './conflict-fixes';
export { mendValue } from './mend-value';
