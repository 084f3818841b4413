/** The edit that stores the score each assessor gave a service. */
import type { Assessment } from '../assessment';
import { allEdits, appendLines, insertInFlow, replaceValue } from '../yaml/map-edit';
import { scalarText, type TextEdit } from '../yaml/text-edit';
import { entryOf, plainOf, type MapTree } from '../yaml/tree';
import { insertService } from './insert-services';
import { addKey, longValue } from './key-edit';
import { serviceRefusal, type EditPlan } from './plan';
import { proven } from './proof';

/** Scores by the names of assessors. */
export type Votes = ReadonlyMap<string, number>;

/**
 * Writes votes for a service, adding the service where the file does not have it; votes of other assessors are kept.
 */
export function setVotes(assessment: Assessment, id: string, votes: Votes): EditPlan {
  const refusal = serviceRefusal(assessment, id);
  if (refusal) return refusal;
  const entry = assessment.services.get(id);
  const isThere = [...votes].every(([name, score]) => entry?.votes.get(name)?.value === score);
  if (isThere) return { edits: [] };
  const present = entryOf(entry?.value, 'votes');
  const before = present?.value.kind === 'map' ? (plainOf(present.value) as Record<string, unknown>) : {};
  const after = { ...before, ...Object.fromEntries(votes) };
  const value = { ...longValue(entry?.value), votes: after };
  return proven(assessment, votesEdits(assessment, id, votes), [{ path: ['services', id], value }]);
}

function votesEdits(assessment: Assessment, id: string, votes: Votes): TextEdit[] | undefined {
  const entry = assessment.services.get(id);
  const present = entryOf(entry?.value, 'votes');
  const pairs = [...votes].map(([name, score]) => `${scalarText(name)}: ${score}`);
  const line = `votes: { ${pairs.join(', ')} }`;
  const key = { flow: line, block: [line] };
  if (!entry) return insertService(assessment, id, { key });
  if (!present) return addKey(assessment, entry, key);
  if (present.merged || present.value.aliased) return undefined;
  const { value } = present;
  if (value.kind === 'scalar') return replaceValue(assessment.text, present, `{ ${pairs.join(', ')} }`);
  return value.kind === 'map' ? changedVotes(assessment.text, value, votes) : undefined;
}

function changedVotes(text: string, map: MapTree, votes: Votes): TextEdit[] | undefined {
  const missing = [...votes].filter(([name]) => !entryOf(map, name));
  const added = missing.map(([name, score]) => `${scalarText(name)}: ${score}`);
  const changed = [...votes].map(([name, score]) => {
    const present = entryOf(map, name);
    return present ? replaceValue(text, present, String(score)) : [];
  });
  if (added.length === 0) return allEdits(changed);
  const more = map.flow ? insertInFlow(text, map, added.join(', ')) : appendLines(text, map, added);
  return allEdits([...changed, more]);
}
