/** Reads, scores and checks the assessments a command is about. */
import { dirname, resolve } from 'node:path';
import { isDate } from '../assessment/model';
import type { Assessment } from '../assessment/assessment';
import { parseAssessment } from '../assessment/parse';
import type { Translate } from '../messages/messages';
import type { Checked } from '../report/result';
import { checkAssessment, type SeverityOverrides } from '../rules/check';
import type { CitedDocument } from '../rules/rule';
import { scoreAssessment } from '../scoring/score';
import type { Sheet } from '../sheet/sheet';
import { citationsIn, Documents } from './documents';
import { Failure } from './failure';
import { readText, standardInput } from './files';
import { dayOf, type Io } from './terminal';

export interface Settings {
  readonly overrides: SeverityOverrides;
  /** The day to judge dates by, `YYYY-MM-DD`. */
  readonly today: string;
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** The day `--today` names, else the present one. Throws `Failure`. */
export function dayToJudgeBy(today: string | undefined, io: Io): string {
  if (today !== undefined && !isDate(today)) throw new Failure('cli.bad-date', { value: today });
  return today ?? dayOf(io.now());
}

/** The assessments at some paths, in their order, and why some could not be read: these do not keep the others back. */
export async function checkAll(paths: readonly string[], settings: Settings, io: Io): Promise<{ checked: Checked[]; unread: Failure[] }> {
  const checked: Checked[] = [];
  const unread: Failure[] = [];
  const documents = new Documents(io.cwd);
  for (const path of paths) {
    try {
      const assessment = parseAssessment(await readText(path, io));
      const cited = documents.of(citationsIn(assessment), folderOf(path, io.cwd));
      checked.push(judged(path, assessment, cited, settings));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      unread.push(error);
    }
  }
  return { checked, unread };
}

/** An assessment scored and checked. */
export function judged(path: string, assessment: Assessment, documents: ReadonlyMap<string, CitedDocument>, { overrides, today, sheet, t }: Settings): Checked {
  const scored = scoreAssessment(sheet, assessment);
  const problems = checkAssessment({ sheet, assessment, scored, today, t, documents }, overrides);
  return { path, assessment, scored, problems };
}

/** The folder relative citations start from, absolute: the file's own, for standard input the current one. */
export function folderOf(path: string, cwd: string): string {
  return path === standardInput ? cwd : dirname(resolve(cwd, path));
}
