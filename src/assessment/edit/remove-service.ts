/** Removes services and repeated keys, with their contents. */
import type { Assessment, ServiceEntry } from '../assessment';
import { removeEntry } from '../yaml/map-edit';
import { entryOf, ownEntries, treeAt, type MapTree, type Span } from '../yaml/tree';
import { byHand, type EditPlan } from './plan';
import { proven, type Change } from './proof';

/** Removes a service's entry with its line and comment; of a repeated id the given entry. */
export function removeService(assessment: Assessment, { key }: ServiceEntry): EditPlan {
  const map = entryOf(assessment.tree, 'services')?.value;
  if (map?.kind !== 'map' || map.aliased) return byHand;
  const changes = map.entries.length === 1 ? [{ path: ['services'], value: map.flow ? {} : null }] : [];
  return removeAt(assessment, map, key, changes);
}

/** Removes a repeated entry by the span of its key; the first entry of the key, which counts, is kept. */
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
