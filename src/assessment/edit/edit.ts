/**
 * Plans the smallest text edits for an intent ("1.2 to level 3"), so that comments, quotes, line endings and number
 * formats elsewhere stay byte for byte.
 *
 * Every plan is proven before it is returned (`proof.ts`). What cannot be proven is refused; the user then edits the
 * file by hand.
 */
import type { Assessment, ServiceEntry } from '../assessment';
import type { TextEdit } from '../yaml/text-edit';
import { entryOf } from '../yaml/tree';
import { insertService } from './insert-services';
import { longValue } from './key-edit';
import { serviceRefusal, type EditPlan } from './plan';
import { proven } from './proof';
import { includeAgain, writeExclusion, writeScore } from './service-edit';

export { applyEdits, type TextEdit } from '../yaml/text-edit';
export type { EditPlan, Refusal } from './plan';

/** What the user wants done to one service. */
export type Intent =
  | { readonly kind: 'score'; readonly service: string; readonly score: number | null }
  | { readonly kind: 'exclude'; readonly service: string; readonly reason: string }
  /** Ends an exclusion; a score beside it counts again. */
  | { readonly kind: 'include'; readonly service: string };

/** Plans the edits for an intent. Never throws; refuses files that cannot be read in full. */
export function planEdit(assessment: Assessment, intent: Intent): EditPlan {
  const refusal = serviceRefusal(assessment, intent.service);
  if (refusal) return refusal;
  const entry = assessment.services.get(intent.service);
  if (isSoAlready(entry, intent)) return { edits: [] };
  const edits = entry ? editsOf(assessment, entry, intent) : insertionOf(assessment, intent);
  return proven(assessment, edits, [{ path: ['services', intent.service], value: meantValue(entry, intent) }]);
}

function editsOf(assessment: Assessment, entry: ServiceEntry, intent: Intent): TextEdit[] | undefined {
  if (intent.kind === 'exclude') return writeExclusion(assessment, entry, intent.reason);
  const score = intent.kind === 'score' ? intent.score : null;
  return score === null
    ? includeAgain(assessment.text, entry, intent.kind === 'score')
    : writeScore(assessment.text, entry, score);
}

function insertionOf(assessment: Assessment, intent: Intent): TextEdit[] | undefined {
  const { service } = intent;
  if (intent.kind === 'exclude') return insertService(assessment, service, { excluded: intent.reason });
  const score = intent.kind === 'score' ? intent.score : null;
  return score === null ? undefined : insertService(assessment, service, { score });
}

function isSoAlready(entry: ServiceEntry | undefined, intent: Intent): boolean {
  if (intent.kind === 'include') return !entry?.excluded;
  if (intent.kind === 'exclude') return entry?.excluded?.value === intent.reason.trim() && !entry.score;
  if (!entry) return intent.score === null;
  return !entry.excluded && (intent.score === null ? isEmpty(entry) : entry.score?.value === intent.score);
}

/** Whether there is no score to clear, valid or not. */
function isEmpty({ value }: ServiceEntry): boolean {
  const score = value.kind === 'map' ? entryOf(value, 'score')?.value : value;
  return !score || (score.kind === 'scalar' && score.value === null);
}

/** The intended content of the service afterwards, in its present form and with its other keys. */
function meantValue(entry: ServiceEntry | undefined, intent: Intent): unknown {
  const isLong = entry?.value.kind === 'map';
  const { score, excluded: _, ...rest } = longValue(entry?.value);
  if (intent.kind === 'exclude') return { ...(isLong && rest), excluded: intent.reason };
  if (!isLong) return intent.kind === 'score' ? intent.score : score;
  if (intent.kind === 'score' && intent.score !== null) return { ...rest, score: intent.score };
  const kept = score === undefined ? rest : { ...rest, score: intent.kind === 'score' ? null : score };
  // Removing its last key leaves a block without a value, but a flow map empty.
  const isEmptied = Object.keys(kept).length === 0 && entry.value.kind === 'map' && !entry.value.flow;
  return isEmptied ? null : kept;
}
