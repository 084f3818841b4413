/** The scale of the sheet: the levels a service is scored with, and the targets on it. */

/** The score of a service: 0 (nothing in place) to 5. */
export type LevelNumber = 0 | 1 | 2 | 3 | 4 | 5;

/** All levels, from the lowest up. */
export const levelNumbers: readonly LevelNumber[] = [0, 1, 2, 3, 4, 5];
export const lowestLevel = 0;
export const highestLevel = 5;

/** Whether a number is one of the levels. */
export function isLevel(value: number): value is LevelNumber {
  return (levelNumbers as readonly number[]).includes(value);
}

/** Whether a number is a valid target: any number on the scale, not only a whole one. */
export function isTarget(value: number): boolean {
  return value >= lowestLevel && value <= highestLevel;
}

/** The level written as a single digit; `undefined` for any other text (`03` is not a level). */
export function levelCalled(text: string): LevelNumber | undefined {
  return levelNumbers.find((level) => String(level) === text);
}

/** The target written as digits with optional decimals after a point; `undefined` for any other text. */
export function targetCalled(text: string): number | undefined {
  const target = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
  return isTarget(target) ? target : undefined;
}
