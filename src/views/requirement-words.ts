/** Words for requirements, shared by the panel and all reports. */
import { strengthWord, type Mapping, type Source } from '../crosswalk/source';
import type { Standing, TouchedService } from '../crosswalk/standing';
import type { MessageKey, Translate } from '../messages/messages';
import { printable } from '../messages/printable';
import { joined, type Joined, type Own, type Printable } from '../messages/safe-text';
import type { ServiceDetails } from './model';

/**
 * The id of a source, its publication date, the day from which it applies, and the date of its mappings; `asText`
 * escapes a text for the output.
 */
export function sourceFacts<Text extends string>(
  { id, date, effect, judged }: Source,
  t: Translate,
  asText: (text: string) => Text,
): (Text | Joined<Text>)[] {
  return [
    asText(id),
    ...(date ? [t('crosswalk.published', { date: asText(date) })] : []),
    ...(effect ? [t('crosswalk.applies', { date: asText(effect) })] : []),
    ...(judged ? [t('crosswalk.judged', { date: asText(judged) })] : []),
  ];
}

/** The name of a relationship, to follow "the requirement is …". */
export function relationshipName({ relationship }: Pick<Mapping, 'relationship'>, t: Translate): Own {
  return t(`crosswalk.relationship.${relationship}`);
}

/** A strength with the word for it. */
export function strengthName({ strength }: Pick<Mapping, 'strength'>, t: Translate): Own {
  return t('crosswalk.strength', { strength, word: t(`crosswalk.strength.${strengthWord(strength)}` as MessageKey) });
}

/**
 * A touched service in words: its score, the criteria meant, relationship and strength of the requirement, and what the
 * file records.
 */
export function touchedFacts(touched: TouchedService, details: ServiceDetails | undefined, t: Translate): string[] {
  const { mapping } = touched;
  const { evidence = [], plan = [] } = details ?? {};
  const open = plan.filter(({ done }) => !done).length;
  return [
    touchedScore(touched, t),
    ...(mapping.criteria.length
      ? [t('crosswalk.criteria', { ids: mapping.criteria.join(t('view.list-separator')) })]
      : []),
    relationshipName(mapping, t),
    strengthName(mapping, t),
    ...(evidence.length ? [t('view.requirements-evidence', { count: evidence.length })] : []),
    ...(open ? [t('view.requirements-actions', { count: open })] : []),
  ];
}

/** The score of a touched service, or why it has none. */
export function touchedScore({ scored }: TouchedService, t: Translate): Own {
  if (!scored) return t('crosswalk.no-service');
  return scored.score === null
    ? t(`crosswalk.state.${scored.state}` as MessageKey)
    : t('crosswalk.score', { score: scored.score });
}

/** The standing of an assessment on a requirement, in a few words. */
export function standingWords({ weakest, unscored, excluded }: Standing, t: Translate): Printable {
  const list = (ids: readonly string[]) => joined(ids.map(printable), t('list.separator'));
  return joined(
    [
      weakest === null ? t('crosswalk.not-assessed') : t('crosswalk.weakest', { score: weakest }),
      ...(unscored.length ? [t('crosswalk.unscored', { ids: list(unscored) })] : []),
      ...(excluded.length ? [t('crosswalk.excluded', { ids: list(excluded) })] : []),
    ],
    t('crosswalk.and'),
  );
}
