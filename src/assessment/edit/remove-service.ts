/** Services, and keys given twice, that go with all they hold. */
import type { Assessment, ServiceEntry } from '../assessment';
import { removeEntry } from '../yaml/map-edit';
import { entryOf, ownEntries, treeAt, type MapTree, type Span } from '../yaml/tree';
import { byHand, type EditPlan } from './plan';
import { proven, type Change } from './proof';

/**
 * Takes a service's entry out of the file, with its line and the comment on it; of two of one id the one that is meant.
 */
export function removeService(assessment: Assessment, { key }: ServiceEntry): EditPlan {
  const map = entryOf(assessment.tree, 'services')?.value;
  if (map?.kind !== 'map' || map.aliased) return byHand;
  const changes = map.entries.length === 1 ? [{ path: ['services'], value: map.flow ? {} : null }] : [];
  return removeAt(assessment, map, key, changes);
}

/** Takes away the entry whose key, given before in the same map, stands at a span: the first is the one that counts. */
export function removeRepeated(assessment: Assessment, key: Span, owner: readonly (string | number)[]): EditPlan {
  const map = treeAt(assessment.tree, owner);
  return map?.kind === 'map' && !map.aliased ? removeAt(assessment, map, key, []) : byHand;
}

function removeAt(assessment: Assessment, map: MapTree, key: Span, changes: readonly Change[]): EditPlan {
  const entry = ownEntries(map).find(({ keySpan }) => keySpan.start === key.start);
  if (!entry) return byHand;
  return proven(assessment, removeEntry(assessment.text, map, entry, true), changes, {
    comments: 'fewer',
    gone: entry,
  });
}
