/** Reads, scores and checks the assessments a command is about. */
import { dirname, resolve } from 'node:path';
import { latestDay, localDay } from '../assessment/day';
import { isDate } from '../assessment/model';
import type { Assessment } from '../assessment/assessment';
import { parseAssessment } from '../assessment/parse';
import type { Translate } from '../messages/messages';
import type { Checked } from '../report/check/result';
import { checkAssessment, type SeverityOverrides } from '../rules/check';
import type { Deletion, EarlierVersion, RuleContext } from '../rules/rule';
import { scoreAssessment } from '../scoring/score';
import type { Sheet } from '../sheet/sheet';
import { Documents, linksIn } from './documents';
import { Failure } from './failure';
import type { OwnWording } from './own-wording';
import { readText, standardInput } from './read-file';
import type { Surroundings } from './surroundings';

/** The days to judge dates by. */
export type Clock = Pick<RuleContext, 'today' | 'latestDay'>;

export interface Settings extends Clock {
  readonly overrides: SeverityOverrides;
  readonly wording: OwnWording;
  readonly t: Translate;
  readonly requiresSignOff?: boolean;
}

/** A file's text as it was committed. */
export interface EarlierText {
  /** `REVISION:path`, as git writes it. */
  readonly name: string;
  readonly revision: string;
  readonly text: string;
}

/** Texts to compare with, by path; a path that is missing here did not exist then. */
export type Against = ReadonlyMap<string, EarlierText>;

/** The day `--today` names, else the present one, which is another one elsewhere. Throws `Failure`. */
export function clockOf(today: string | undefined, io: Surroundings): Clock {
  if (today === undefined) return { today: localDay(io.now()), latestDay: latestDay(io.now()) };
  if (!isDate(today)) throw new Failure('cli.bad-date', { value: today });
  return { today };
}

/** What became of some paths. */
export interface Outcome {
  readonly checked: readonly Checked[];
  /** Why some could not be read: these do not keep the others back. */
  readonly unread: readonly Failure[];
  /** The sheet in the wording they share. */
  readonly sheet: Sheet;
}

/** The assessments at some paths, in their order. */
export async function checkAll(
  paths: readonly string[],
  settings: Settings,
  io: Surroundings,
  against?: Against,
): Promise<Outcome> {
  const checked: Checked[] = [];
  const sheets: Sheet[] = [];
  const unread: Failure[] = [];
  const cited = new Documents(io.cwd);
  for (const path of paths) {
    try {
      const assessment = parseAssessment(await readText(path, io));
      const other = otherVersion(against && (against.get(path) ?? null));
      const folder = folderOf(path, io.cwd);
      const { sheet, trouble: wordingTrouble } = await settings.wording.sheetFor(folder, assessment.wording?.value);
      const documents = await cited.of(linksIn(assessment, other?.assessment), folder);
      checked.push(judged({ path, assessment, other }, { ...settings, sheet, wordingTrouble, documents }));
      sheets.push(sheet);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      unread.push(error);
    }
  }
  return { checked, unread, sheet: settings.wording.shared(sheets) };
}

/** All that an assessment is judged by. */
interface Judging extends Clock, Pick<RuleContext, 'sheet' | 't' | 'documents' | 'wordingTrouble' | 'requiresSignOff'> {
  readonly overrides: SeverityOverrides;
}

/** An assessment that was read, with the version to compare it with; `null` where that does not exist. */
interface Given {
  readonly path: string;
  readonly assessment: Assessment;
  readonly other?: OtherVersion | null;
  readonly deletion?: Deletion;
}

interface OtherVersion extends EarlierText {
  readonly assessment: Assessment;
}

/** A text to compare with, parsed. */
export function otherVersion<T extends null | undefined>(text: EarlierText | T): OtherVersion | T {
  return text && { ...text, assessment: parseAssessment(text.text) };
}

/** An assessment scored and checked, beside the version it is compared with. */
export function judged({ path, assessment, other, deletion }: Given, { overrides, ...around }: Judging): Checked {
  const found = (own: Assessment, against?: EarlierVersion) => {
    const scored = scoreAssessment(around.sheet, own);
    const problems = checkAssessment({ ...around, assessment: own, scored, against, deletion }, overrides);
    return { assessment: own, scored, problems };
  };
  if (!other) return { path, ...found(assessment), earlier: other, deletion };
  const earlier = { name: other.name, ...found(other.assessment) };
  return { path, ...found(assessment, { ...earlier, name: other.revision }), earlier };
}

/** The folder relative citations start from, absolute: the file's own, for standard input the current one. */
export function folderOf(path: string, cwd: string): string {
  return path === standardInput ? cwd : dirname(resolve(cwd, path));
}
