/** Reads, scores and checks the assessments a command is about. */
import { dirname, resolve } from 'node:path';
import { latestDay, localDay } from '../assessment/day';
import { isDate } from '../assessment/vocabulary';
import { linksOf, type Assessment } from '../assessment/assessment';
import { parseAssessment } from '../assessment/parse';
import type { Translate } from '../messages/messages';
import type { Checked } from '../report/check/result';
import { checkAssessment, type SeverityOverrides } from '../rules/check';
import type { Deletion, ScoredVersion, RuleContext } from '../rules/rule';
import { scoreAssessment } from '../scoring/score';
import type { Sheet } from '../sheet/sheet';
import { CitedDocuments } from './cited-documents';
import { Failure } from './failure';
import type { Overlays } from './overlays';
import { readText, standardInput } from './read-file';
import type { Surroundings } from './surroundings';

/** The days by which dates are judged. */
export type Clock = Pick<RuleContext, 'today' | 'latestDay'>;

export interface Settings extends Clock {
  readonly overrides: SeverityOverrides;
  readonly overlays: Overlays;
  readonly t: Translate;
  readonly requiresSignOff?: boolean;
}

/** The text of a baseline: a file as it was in a commit. */
export interface BaselineText {
  /** `REVISION:path`, as git writes it. */
  readonly name: string;
  readonly revision: string;
  readonly text: string;
}

/** The baselines of files by path; a path that is missing here did not exist in the baseline. */
export type Baselines = ReadonlyMap<string, BaselineText>;

/** The day that `--today` names, else the current one, with the latest day anywhere on earth. Throws `Failure`. */
export function clockOf(today: string | undefined, io: Surroundings): Clock {
  if (today === undefined) return { today: localDay(io.now()), latestDay: latestDay(io.now()) };
  if (!isDate(today)) throw new Failure('cli.bad-date', { value: today });
  return { today };
}

/** The result of reading and checking some paths. */
export interface Outcome {
  readonly checked: readonly Checked[];
  /** Failures of the files that could not be read; the others are checked all the same. */
  readonly unread: readonly Failure[];
  /** The sheet in the wording that all of them share. */
  readonly sheet: Sheet;
}

/** The assessments at some paths, in their order. */
export async function checkAll(
  paths: readonly string[],
  settings: Settings,
  io: Surroundings,
  baselines?: Baselines,
): Promise<Outcome> {
  const checked: Checked[] = [];
  const sheets: Sheet[] = [];
  const unread: Failure[] = [];
  const cited = new CitedDocuments(io.cwd);
  for (const path of paths) {
    try {
      const assessment = parseAssessment(await readText(path, io));
      const baseline = parsedBaseline(baselines && (baselines.get(path) ?? null));
      const folder = folderOf(path, io.cwd);
      const { sheet, trouble: overlayTrouble } = await settings.overlays.sheetFor(folder, assessment.wording?.value);
      const documents = await cited.of(linksOf(assessment, ...(baseline ? [baseline.assessment] : [])), folder);
      checked.push(scoreAndCheck({ path, assessment, baseline }, { ...settings, sheet, overlayTrouble, documents }));
      sheets.push(sheet);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      unread.push(error);
    }
  }
  return { checked, unread, sheet: settings.overlays.shared(sheets) };
}

/** What all assessments of a run are checked with. */
interface CheckContext
  extends Clock,
    Pick<RuleContext, 'sheet' | 't' | 'documents' | 'overlayTrouble' | 'requiresSignOff'> {
  readonly overrides: SeverityOverrides;
}

/** An assessment that was read, with its baseline; `null` where the baseline does not have it. */
interface Given {
  readonly path: string;
  readonly assessment: Assessment;
  readonly baseline?: ParsedBaseline | null;
  /** The version signed off last, where the present state is not signed off. */
  readonly signed?: ParsedBaseline;
  readonly deletion?: Deletion;
}

interface ParsedBaseline extends BaselineText {
  readonly assessment: Assessment;
}

/** The text of a baseline, parsed. */
export function parsedBaseline<T extends null | undefined>(text: BaselineText | T): ParsedBaseline | T {
  return text && { ...text, assessment: parseAssessment(text.text) };
}

/** Scores and checks an assessment, and scores its baseline. */
export function scoreAndCheck(
  { path, assessment, baseline, signed: last, deletion }: Given,
  { overrides, ...around }: CheckContext,
): Checked {
  const approved = last && { ...last, name: last.revision, scored: scoreAssessment(around.sheet, last.assessment) };
  const found = (own: Assessment, since?: ScoredVersion, signed?: ScoredVersion) => {
    const scored = scoreAssessment(around.sheet, own);
    const context = { ...around, assessment: own, scored, baseline: since, signed, deletion };
    return { assessment: own, scored, problems: checkAssessment(context, overrides) };
  };
  if (!baseline) return { path, ...found(assessment, undefined, approved), baseline, deletion };
  const checked = { name: baseline.name, ...found(baseline.assessment) };
  return { path, ...found(assessment, { ...checked, name: baseline.revision }, approved), baseline: checked };
}

/** The absolute folder that relative citations start from: the file's own, or the current one for standard input. */
export function folderOf(path: string, cwd: string): string {
  return path === standardInput ? cwd : dirname(resolve(cwd, path));
}
