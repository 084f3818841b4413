/** Look-ups of criteria. */
import type { Translate } from '../messages/messages';
import { ours, type Own } from '../messages/safe-text';
import { levelNumbers, type Criterion, type LevelNumber, type Service } from './sheet';

/** The form of a criterion's id: the level and a letter. */
export const criterionId = /^[0-5][a-z]$/;

/** The level in a criterion's id; `undefined` for any other text. */
export function levelOfCriterion(id: string): LevelNumber | undefined {
  return criterionId.test(id) ? levelNumbers[Number(id[0])] : undefined;
}

/** All criteria of a service, from level 0 upwards. */
export function criteriaOf({ levels }: Pick<Service, 'levels'>): Criterion[] {
  return levels.flatMap((level) => level?.criteria ?? []);
}

/** The criterion of that id, or `undefined`. */
export function findCriterion({ levels }: Pick<Service, 'levels'>, id: string): Criterion | undefined {
  const level = levelOfCriterion(id);
  return level === undefined ? undefined : levels[level]?.criteria.find((criterion) => criterion.id === id);
}

/** The text of a criterion for readers; for a `lack` it says that the condition is still missing. */
export function criterionText({ kind, text }: Pick<Criterion, 'kind' | 'text'>, t: Translate): string {
  return kind === 'lack' ? t('criterion.lack', { text }) : text;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A criterion's id as trusted text, whatever it was read from; `?` for any other text. */
export function criterionName(id: string): Own {
  const level = levelOfCriterion(id);
  const letter = ([...letters] as 'a'[]).find((one) => id.endsWith(one));
  return level === undefined || letter === undefined ? ours`?` : ours`${level}${letter}`;
}
