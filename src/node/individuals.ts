/** Tells which of several files are individual scorings, and which assessment each belongs to. */
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

/** Individual scorings by the path of their assessment, and the assessment by the path of each. */
export interface Individuals {
  /** An assessment is followed by its individual scorings; those that belong to none of the others come last. */
  readonly order: readonly string[];
  /** What is reported: the assessments, or all files given where none of them is an assessment. */
  readonly reported: readonly string[];
  readonly of: ReadonlyMap<string, readonly ListedIndividual[]>;
  readonly belongsTo: ReadonlyMap<string, string>;
}

/**
 * Reads the files that may be individual scorings. What cannot be read counts as an assessment: reading it again
 * reports why. The sheet is loaded only where there are some.
 */
export function individualsAmong(paths: readonly string[], cwd: string, loadSheet: () => Sheet): Individuals {
  const roots: Roots = new Map();
  // A file alone belongs to none of the others.
  const read = new Map(paths.length > 1 ? paths.flatMap((path) => individualAt(path, cwd)) : []);
  if (read.size === 0) return { order: paths, reported: paths, of: new Map(), belongsTo: new Map() };
  const { assessments, individuals, astray } = groupIndividuals(paths, (path): Placed => {
    const assessment = read.get(path);
    const places = assessment && placesMeant(assessment, homeIn(folderOf(path, cwd), cwd, roots));
    return { place: realPlace(resolve(cwd, path)), belongsTo: places?.map((place) => realPlace(fileAt(place))) };
  });
  const sheet = loadSheet();
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
  // Standard input and open descriptors can be read only once.
  if (isStandardInput(path) || isOpened(path)) return [];
  try {
    const bytes = readRegularFile(resolve(cwd, path), path);
    const assessment = mayBeIndividual(bytes) ? parseAssessment(textOf(bytes, path)) : undefined;
    return assessment?.individualFor ? [[path, assessment]] : [];
  } catch {
    return [];
  }
}
