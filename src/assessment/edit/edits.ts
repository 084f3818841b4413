/** The edits that fixes are made of. */
export { takeSide } from './conflict-edit';
export { recordDigests } from './digest-edit';
export { planEdit } from './edit';
export { addEvidence } from './evidence-edit';
export { excludeWithPlaceholder, reasonPlaceholder } from './exclusion-edit';
export { addServices } from './insert-services';
export { removeKey } from './key-edit';
export { addAction, completeAction, removeEvidence } from './plan-and-evidence';
export { removeRepeated, removeService } from './remove-service';
export { replaceScalar, rewriteScalar } from './setting-edit';
export { setTargets } from './target-edit';
