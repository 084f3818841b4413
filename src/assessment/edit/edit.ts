/**
 * From intent ("1.2 to level 3") to the smallest text edits, so that comments, quoting, line endings and number style
 * elsewhere stay byte for byte.
 *
 * Every plan is proven before it is handed out: the edited text is parsed again and must differ from the old one in the
 * service meant and nowhere else, with all comments in their order. What cannot be proven is refused; the user then edits the file by hand.
 */
import type { MessageKey } from '../../messages/messages';
import { serviceIds } from '../../sheet/sheet';
import type { Assessment, ServiceEntry } from '../assessment';
import { columnEdits } from '../yaml/comment-columns';
import { applyEdits, commentsOf, type TextEdit } from '../yaml/text-edit';
import { parseVariant } from '../parse-variant';
import { entryOf } from '../yaml/tree';
import { insertService, removeScore, writeExclusion, writeScore } from './service-edit';

export { applyEdits, type TextEdit } from '../yaml/text-edit';

/** What the user wants done to one service. */
export type Intent =
  | { readonly kind: 'score'; readonly service: string; readonly score: number | null }
  | { readonly kind: 'exclude'; readonly service: string; readonly reason: string }
  /** Takes an exclusion back; a score beside it counts again. */
  | { readonly kind: 'include'; readonly service: string };

/** Edits that do what was meant (none, when it is so already), or the reason why they cannot be made. */
export type EditPlan = { readonly edits: readonly TextEdit[] } | { readonly refused: MessageKey };

/** Plans the edits for an intent. Never throws; refuses on files that cannot be read in full. */
export function planEdit(assessment: Assessment, intent: Intent): EditPlan {
  if (assessment.broken) return { refused: 'edit.broken' };
  if (!serviceIds.includes(intent.service)) return { refused: 'edit.unknown-service' };
  if (assessment.duplicates.some(({ entry }) => entry.id === intent.service)) return { refused: 'edit.duplicate' };
  if (isDone(assessment, intent)) return { edits: [] };
  const own = editsFor(assessment, intent);
  const edits = own && [...own, ...columnEdits(assessment.text, own)];
  return edits && isProven(assessment, edits, intent) ? { edits } : { refused: 'edit.by-hand' };
}

function editsFor(assessment: Assessment, intent: Intent): TextEdit[] | undefined {
  const entry = assessment.services.get(intent.service);
  if (intent.kind === 'exclude') {
    return entry
      ? writeExclusion(assessment, entry, intent.reason)
      : insertService(assessment, intent.service, { excluded: intent.reason });
  }
  const score = intent.kind === 'score' ? intent.score : null;
  if (score !== null)
    return entry ? writeScore(assessment.text, entry, score) : insertService(assessment, intent.service, { score });
  return entry && removeScore(assessment.text, entry, intent.kind === 'include' ? ['excluded'] : ['score', 'excluded']);
}

function isDone(assessment: Assessment, intent: Intent): boolean {
  const entry = assessment.services.get(intent.service);
  if (intent.kind === 'include') return !entry?.excluded;
  if (intent.kind === 'exclude') return entry?.excluded?.value === intent.reason.trim() && !entry.score;
  if (!entry) return intent.score === null;
  return !entry.excluded && (intent.score === null ? isEmpty(entry) : entry.score?.value === intent.score);
}

/** Nothing to clear: neither a score nor an unreadable value stands where the score would. */
function isEmpty({ value }: ServiceEntry): boolean {
  const score = value.kind === 'map' ? entryOf(value, 'score')?.value : value;
  return !score || (score.kind === 'scalar' && score.value === null);
}

function isProven(before: Assessment, edits: readonly TextEdit[], intent: Intent): boolean {
  const after = parseVariant(applyEdits(before.text, edits));
  const [old, now] = [before.services.get(intent.service), after.services.get(intent.service)];
  if (!isMeant(now, old, intent) || rest(now) !== rest(old) || !isSameBut([intent.service], before, after))
    return false;
  return (
    after.duplicates.length === before.duplicates.length &&
    commentsOf(after.text).join('\n') === commentsOf(before.text).join('\n')
  );
}

/** Whether a file can still be read after a change, and means the same but for some services. */
export function isSameBut(services: readonly string[], before: Assessment, after: Assessment): boolean {
  return !after.broken && meaning(after, services) === meaning(before, services);
}

function isMeant(now: ServiceEntry | undefined, old: ServiceEntry | undefined, intent: Intent): boolean {
  if (intent.kind === 'exclude') return now?.excluded?.value === intent.reason.trim() && !now.score;
  const score = intent.kind === 'include' ? (old?.score?.value ?? null) : intent.score;
  return !now?.excluded && (now?.score?.value ?? null) === score;
}

/** All a file means but for some services, as text to compare. */
function meaning({ tree, services }: Assessment, without: readonly string[]): string {
  const top = tree?.kind === 'map' ? tree.entries.filter(({ key }) => key !== 'services') : [];
  const others = [...services.values()].filter(({ id }) => !without.includes(id)).map(({ id, value }) => [id, value]);
  others.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return JSON.stringify([top.map(({ key, value }) => [key, value]), others], dropPlaces);
}

/** What a service's entry holds besides its score and exclusion, as text to compare. */
function rest(entry: ServiceEntry | undefined): string {
  const kept =
    entry?.value.kind === 'map' ? entry.value.entries.filter(({ key }) => key !== 'score' && key !== 'excluded') : [];
  return JSON.stringify(
    kept.map(({ key, value }) => [key, value]),
    dropPlaces,
  );
}

function dropPlaces(key: string, value: unknown): unknown {
  return key === 'span' ||
    key === 'keySpan' ||
    key === 'aliased' ||
    key === 'flow' ||
    key === 'quoted' ||
    key === 'merged'
    ? undefined
    : value;
}
