/**
 * Individual scorings: files with one assessor's own scoring of an assessment (`individual-for`), which are not
 * assessments themselves. Code that lists or counts assessments distinguishes them here.
 */
import { readingsOf, type Home } from './evidence/citation-paths';
import type { Assessment } from './assessment';

/** The place of a file, and for an individual scoring the places its pointer may mean, best first. */
export interface Placed {
  readonly place: string;
  readonly belongsTo?: readonly string[];
}

/** Files grouped, each once: as an assessment, as the individual scoring of one, or as one without an assessment. */
export interface Grouped<T> {
  /** In the order given. */
  readonly assessments: readonly T[];
  readonly individuals: ReadonlyMap<T, readonly T[]>;
  /** Individual scorings whose assessment is not among the files, or is not an assessment. */
  readonly astray: readonly T[];
}

/** Groups files into assessments and the individual scorings of each. */
export function groupIndividuals<T>(files: readonly T[], placeOf: (file: T) => Placed): Grouped<T> {
  const placed = files.map((file) => ({ file, ...placeOf(file) }));
  const assessments = placed.filter(({ belongsTo }) => belongsTo === undefined);
  const byPlace = new Map(assessments.map(({ file, place }) => [place.normalize(), file]));
  const individuals = new Map<T, T[]>();
  const astray: T[] = [];
  for (const { file, belongsTo } of placed) {
    if (belongsTo === undefined) continue;
    const owner = belongsTo.map((place) => byPlace.get(place.normalize())).find((found) => found !== undefined);
    if (owner === undefined) astray.push(file);
    else individuals.set(owner, [...(individuals.get(owner) ?? []), file]);
  }
  return { assessments: assessments.map(({ file }) => file), individuals, astray };
}

/** The places that the pointer of an individual scoring may mean, best first; `undefined` for an assessment. */
export function placesMeant(
  { individualFor }: Pick<Assessment, 'individualFor'>,
  home: Home,
): readonly string[] | undefined {
  return individualFor && readingsOf(home, individualFor.value).map(({ place }) => place);
}

/** Whether a parsed file is an individual scoring. */
export function isIndividual({ individualFor }: Pick<Assessment, 'individualFor'>): boolean {
  return individualFor !== undefined;
}

/** Whether a text, or its bytes, may be an individual scoring: a quick test before parsing. */
export function mayBeIndividual(text: { includes(part: string): boolean }): boolean {
  return text.includes('individual-for');
}
