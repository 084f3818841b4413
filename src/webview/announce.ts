import type { Translate } from '../messages/messages';
import { scoredServices, type ScoredService } from '../scoring/score';
import { suggestionText } from '../scoring/suggestion-text';
import { nameOf, type Sheet } from '../sheet/sheet';
import type { AssessmentView } from '../views/model';
import { findRow, stateText } from '../views/rows';

/** What changed between two states of an assessment, for screen readers; empty when nothing did. */
export function announcement(
  sheet: Sheet,
  before: AssessmentView | null,
  after: AssessmentView | null,
  t: Translate,
): string {
  if (!before || !after) return '';
  const old = new Map(scoredServices(before.scored).map((service) => [service.id, meaning(service)]));
  const changed = scoredServices(after.scored).filter((service) => old.get(service.id) !== meaning(service));
  if (changed.length > 3) return t('view.announce-many', { count: changed.length });
  return [...changed.flatMap(({ id }) => sentence(sheet, after, id, t)), ...suggestions(before, after, t)].join(' ');
}

function sentence(sheet: Sheet, view: AssessmentView, id: string, t: Translate): string[] {
  const row = findRow(sheet, view.scored, id);
  return row ? [t('view.announce', { name: nameOf(row.service), state: stateText(row, t) })] : [];
}

/** New suggestions of the criteria, which may come without a changed score. */
function suggestions(before: AssessmentView, after: AssessmentView, t: Translate): string[] {
  const old = new Map(scoredServices(before.scored).map(({ id, suggestion }) => [id, suggestion?.level]));
  const fresh = scoredServices(after.scored).filter(
    ({ id, suggestion }) => suggestion && suggestion.level !== old.get(id),
  );
  return fresh.length > 1 ? [] : fresh.flatMap(({ suggestion }) => (suggestion ? suggestionText(suggestion, t) : []));
}

function meaning({ state, score, target, reason }: ScoredService): string {
  return JSON.stringify([state, score, target, reason]);
}
