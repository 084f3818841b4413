/** Look-ups among the criteria of a service. */
import type { Translate } from '../messages/messages';
import { ours, type Own } from '../messages/safe-text';
import { levelNumbers, type Criterion, type LevelNumber, type Service } from './sheet';

/** What the ids of criteria look like: the level and a letter. */
export const criterionId = /^[0-5][a-z]$/;

/** The level a criterion belongs to, told by its id; `undefined` where that is no id of a criterion. */
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

/** A criterion as it is read: its text, of a `lack` said to be still missing. */
export function criterionText({ kind, text }: Pick<Criterion, 'kind' | 'text'>, t: Translate): string {
  return kind === 'lack' ? t('criterion.lack', { text }) : text;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The id of a criterion as text of our own, whatever it was read from; `?` for what is none. */
export function criterionName(id: string): Own {
  const level = levelOfCriterion(id);
  const letter = ([...letters] as 'a'[]).find((one) => id.endsWith(one));
  return level === undefined || letter === undefined ? ours`?` : ours`${level}${letter}`;
}
