/** Words about requirements that the panel and every report share. */
import { strengthWord, type Mapping, type Source } from '../crosswalk/source';
import type { Standing, TouchedService } from '../crosswalk/standing';
import type { MessageKey, Translate } from '../messages/messages';
import { printable } from '../messages/printable';
import { joined, type Joined, type Own, type Printable } from '../messages/safe-text';
import type { ServiceDetails } from './model';

/**
 * The id of a source, when it was published, from when on it applies, and as of when its mappings were judged; `asText`
 * makes what the output takes.
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

/** The name of a relationship, as it is read after "the requirement is …". */
export function relationshipName({ relationship }: Pick<Mapping, 'relationship'>, t: Translate): Own {
  return t(`crosswalk.relationship.${relationship}`);
}

/** A strength with the word that says what it means. */
export function strengthName({ strength }: Pick<Mapping, 'strength'>, t: Translate): Own {
  return t('crosswalk.strength', { strength, word: t(`crosswalk.strength.${strengthWord(strength)}` as MessageKey) });
}

/**
 * What a touched service stands for: its score, which criteria are meant, how the requirement relates to it and how
 * strongly, and what the file records there.
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

/** Where an assessment stands on a requirement, in a few words. */
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
