/** Reads, scores and checks the assessments a command is about. */
import { dirname, resolve } from 'node:path';
import { isDate } from '../assessment/model';
import type { Assessment } from '../assessment/assessment';
import { parseAssessment } from '../assessment/parse';
import type { Translate } from '../messages/messages';
import type { Checked } from '../report/result';
import { checkAssessment, type SeverityOverrides } from '../rules/check';
import type { CitedDocument, EarlierVersion } from '../rules/rule';
import { scoreAssessment } from '../scoring/score';
import type { Sheet } from '../sheet/sheet';
import { citationsIn, Documents } from './documents';
import type { EarlierText } from './earlier';
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

/** Texts to compare with, by path; a path that is missing here did not exist then. */
export type Against = ReadonlyMap<string, EarlierText>;

/** The day `--today` names, else the present one. Throws `Failure`. */
export function dayToJudgeBy(today: string | undefined, io: Io): string {
  if (today !== undefined && !isDate(today)) throw new Failure('cli.bad-date', { value: today });
  return today ?? dayOf(io.now());
}

/** The assessments at some paths, in their order, and why some could not be read: these do not keep the others back. */
export async function checkAll(paths: readonly string[], settings: Settings, io: Io, against?: Against): Promise<{ checked: Checked[]; unread: Failure[] }> {
  const checked: Checked[] = [];
  const unread: Failure[] = [];
  const documents = new Documents(io.cwd);
  for (const path of paths) {
    try {
      const assessment = parseAssessment(await readText(path, io));
      const other = otherVersion(against && (against.get(path) ?? null));
      const cited = documents.of(citationsIn(assessment, other?.assessment), folderOf(path, io.cwd));
      checked.push(judged({ path, assessment, other }, cited, settings));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      unread.push(error);
    }
  }
  return { checked, unread };
}

/** An assessment that was read, with the version to compare it with; `null` where that does not exist. */
interface Given {
  readonly path: string;
  readonly assessment: Assessment;
  readonly other?: OtherVersion | null;
}

interface OtherVersion extends EarlierText {
  readonly assessment: Assessment;
}

/** A text to compare with, parsed. */
export function otherVersion<T extends null | undefined>(text: EarlierText | T): OtherVersion | T {
  return text && { ...text, assessment: parseAssessment(text.text) };
}

/** An assessment scored and checked, beside the version it is compared with. */
export function judged({ path, assessment, other }: Given, documents: ReadonlyMap<string, CitedDocument>, { overrides, today, sheet, t }: Settings): Checked {
  const found = (own: Assessment, against?: EarlierVersion) => {
    const scored = scoreAssessment(sheet, own);
    return { assessment: own, scored, problems: checkAssessment({ sheet, assessment: own, scored, today, t, documents, against }, overrides) };
  };
  if (!other) return { path, ...found(assessment), earlier: other };
  const earlier = { name: other.name, ...found(other.assessment) };
  return { path, ...found(assessment, { ...earlier, name: other.revision }), earlier };
}

/** The folder relative citations start from, absolute: the file's own, for standard input the current one. */
export function folderOf(path: string, cwd: string): string {
  return path === standardInput ? cwd : dirname(resolve(cwd, path));
}
