/** Reads, scores and checks the assessments a command is about. */
import { dirname, resolve } from 'node:path';
import { isDate } from '../assessment/model';
import { parseAssessment } from '../assessment/parse';
import type { Translate } from '../messages/messages';
import type { Checked } from '../report/result';
import { checkAssessment, type SeverityOverrides } from '../rules/check';
import { scoreAssessment } from '../scoring/score';
import type { Sheet } from '../sheet/sheet';
import { citedDocuments } from './documents';
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
  for (const path of paths) {
    try {
      checked.push(await checkFile(path, settings, io));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      unread.push(error);
    }
  }
  return { checked, unread };
}

async function checkFile(path: string, { overrides, today, sheet, t }: Settings, io: Io): Promise<Checked> {
  const assessment = parseAssessment(await readText(path, io));
  const scored = scoreAssessment(sheet, assessment);
  const folder = path === standardInput ? io.cwd : dirname(resolve(io.cwd, path));
  const documents = await citedDocuments(assessment, folder, io.cwd);
  const problems = checkAssessment({ sheet, assessment, scored, today, t, documents }, overrides);
  return { path, assessment, scored, problems };
}
