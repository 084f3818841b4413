/**
 * Individual scorings: files that are one assessor's own scoring of an assessment, and no assessment themselves
 * (`individual-for`). Whatever lists or counts assessments asks here which ones they are.
 */
import { readingsOf, type Home } from './evidence/citation-paths';
import type { Assessment } from './assessment';

/** Where a file is, and for an individual scoring the places its pointer may mean, of which the first counts. */
export interface Placed {
  readonly place: string;
  readonly belongsTo?: readonly string[];
}

/** Some files, each once: as an assessment, with one as its individual scoring, or as one that belongs to none. */
export interface Grouped<T> {
  /** In the order given. */
  readonly assessments: readonly T[];
  readonly individuals: ReadonlyMap<T, readonly T[]>;
  /** Individual scorings whose assessment is not among the files, or is no assessment. */
  readonly astray: readonly T[];
}

/** Sorts files into assessments and the individual scorings of each. */
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

/** The places that the pointer of an individual scoring may mean; `undefined` for an assessment. */
export function placesMeant(
  { individualFor }: Pick<Assessment, 'individualFor'>,
  home: Home,
): readonly string[] | undefined {
  return individualFor && readingsOf(home, individualFor.value).map(({ place }) => place);
}

/** Whether a file that was read is an individual scoring. */
export function isIndividual({ individualFor }: Pick<Assessment, 'individualFor'>): boolean {
  return individualFor !== undefined;
}

/** Whether a text may be that of an individual scoring: a quick look, before it is read. */
export function mayBeIndividual(text: string): boolean {
  return text.includes('individual-for');
}
