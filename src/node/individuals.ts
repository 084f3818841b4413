/** Which of some files are individual scorings, and of which of the others. */
import { resolve } from 'node:path';
import { groupIndividuals, mayBeIndividual, placesMeant, type Placed } from '../assessment/individual';
import { parseAssessment } from '../assessment/parse';
import type { Assessment } from '../assessment/assessment';
import { individualFigures } from '../scoring/individuals';
import { scoreAssessment } from '../scoring/score';
import type { ListedIndividual } from '../report/check/result';
import type { Sheet } from '../sheet/sheet';
import { folderOf } from './assessments';
import { fileAt, homeIn } from './places';
import { isOpened, isStandardInput, readRegularFile, textOf } from './read-file';
import { realPlace } from './real-path';
import type { Roots } from './workspace-root';

/** Individual scorings by the path of what they belong to, and the other way round. */
export interface Individuals {
  /** An assessment is followed by its individual scorings; those that belong to none of the others come last. */
  readonly order: readonly string[];
  /** What is to be reported: the assessments, or what was asked for where there is none among it. */
  readonly reported: readonly string[];
  readonly of: ReadonlyMap<string, readonly ListedIndividual[]>;
  readonly belongsTo: ReadonlyMap<string, string>;
}

/** Looks into each of some files. What cannot be read is taken for an assessment: reading it again will say why. */
export function individualsAmong(paths: readonly string[], cwd: string, sheet: Sheet): Individuals {
  const roots: Roots = new Map();
  const read = new Map(paths.flatMap((path) => individualAt(path, cwd)));
  if (read.size === 0) return { order: paths, reported: paths, of: new Map(), belongsTo: new Map() };
  const { assessments, individuals, astray } = groupIndividuals(paths, (path): Placed => {
    const assessment = read.get(path);
    const places = assessment && placesMeant(assessment, homeIn(folderOf(path, cwd), cwd, roots));
    return { place: realPlace(resolve(cwd, path)), belongsTo: places?.map((place) => realPlace(fileAt(place))) };
  });
  const belongsTo = new Map([...individuals].flatMap(([path, own]) => own.map((one) => [one, path] as const)));
  const listed = (path: string): ListedIndividual => {
    const assessment = read.get(path) as Assessment;
    return { path, ...individualFigures(assessment, scoreAssessment(sheet, assessment)) };
  };
  return {
    order: [...assessments.flatMap((path) => [path, ...(individuals.get(path) ?? [])]), ...astray],
    reported: assessments.length > 0 ? assessments : paths,
    of: new Map([...individuals].map(([path, own]) => [path, own.map(listed)])),
    belongsTo,
  };
}

function individualAt(path: string, cwd: string): [string, Assessment][] {
  // What the process has open already is read once.
  if (isStandardInput(path) || isOpened(path)) return [];
  try {
    const text = textOf(readRegularFile(resolve(cwd, path), path), path);
    const assessment = mayBeIndividual(text) ? parseAssessment(text) : undefined;
    return assessment?.individualFor ? [[path, assessment]] : [];
  } catch {
    return [];
  }
}
