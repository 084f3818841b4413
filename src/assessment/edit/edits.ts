/** The edits that fixes are made of. */
export { planEdit } from './edit';
export { addEvidence } from './evidence-edit';
export { excludeWithPlaceholder, reasonPlaceholder } from './exclusion-edit';
export { addServices, dropKey, removeService } from './insert-services';
export { setTargets } from './key-edit';
export { proven } from './proof';
export { addAction, completeAction, removeEvidence } from './plan-and-evidence';
export { removeEntry } from './service-edit';
export { replaceScalar, rewriteScalar } from './setting-edit';
