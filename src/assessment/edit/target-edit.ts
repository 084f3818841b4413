/** Edits that give services targets of their own. */
import type { Assessment, ServiceEntry } from '../assessment';
import { allEdits, replaceValue } from '../yaml/map-edit';
import type { TextEdit } from '../yaml/text-edit';
import { entryOf } from '../yaml/tree';
import { insertService } from './insert-services';
import { addKey, longValue, type NewKey } from './key-edit';
import type { EditPlan } from './plan';
import { proven } from './proof';

/** Gives a service a target of its own; adds the service where the file does not have it. */
export function setTarget(assessment: Assessment, id: string, target: number): EditPlan {
  const entry = assessment.services.get(id);
  if (entry) return setTargets(assessment, [entry], target);
  const edits = insertService(assessment, id, { key: targetKey(target) });
  return proven(assessment, edits, [{ path: ['services', id], value: { target } }]);
}

/** Gives services of the file a target of their own: all of them, or none. */
export function setTargets(assessment: Assessment, entries: readonly ServiceEntry[], target: number): EditPlan {
  const edits = allEdits(entries.map((entry) => targetEdits(assessment, entry, target)));
  const changes = entries.map(({ id, value }) => ({
    path: ['services', id],
    value: { ...longValue(value), target },
  }));
  return proven(assessment, edits, changes);
}

function targetEdits(assessment: Assessment, entry: ServiceEntry, target: number): TextEdit[] | undefined {
  const present = entryOf(entry.value, 'target');
  if (!present) return addKey(assessment, entry, targetKey(target));
  const isOwn = !present.merged && !entry.value.aliased;
  return isOwn ? replaceValue(assessment.text, present, String(target)) : undefined;
}

function targetKey(target: number): NewKey {
  const pair = `target: ${target}`;
  return { flow: pair, block: [pair] };
}
