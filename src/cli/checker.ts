/** Checks one assessment after the other, by an order that is plain data: it is given to other threads, too. */
import { parseAssessment } from '../assessment/parse';
import type { Language } from '../messages/messages';
import { countProblems, type Counts } from '../report/counts';
import type { SeverityOverrides } from '../rules/check';
import { folderOf, judged, otherVersion, type Settings } from './assessments';
import { pieceOf, type Look } from './check-output';
import { citationsIn, Documents, stateOf, type Citation } from './documents';
import type { EarlierText } from './earlier';
import { loadMessages, loadSheet } from './load-texts';

/** Everything a check depends on besides the files. */
export interface CheckOrder {
  readonly look: Look;
  readonly overrides: SeverityOverrides;
  /** The day to judge dates by, `YYYY-MM-DD`. */
  readonly today: string;
  readonly language: Language;
}

/** A file that was read. */
export interface Job {
  readonly path: string;
  readonly text: string;
  /** What to compare it with; `null` when it did not exist then. */
  readonly earlier?: EarlierText | null;
}

/** What there is to say of a file, as plain data. */
export interface Verdict {
  /** What the order's format prints of it. */
  readonly piece: string;
  readonly counts: Counts;
  readonly citations: readonly Citation[];
  /** What was known of the documents cited, as `stateOf` says it. */
  readonly cited: string;
}

export class Checker {
  private readonly settings: Settings;
  private readonly documents: Documents;

  constructor(private readonly order: CheckOrder) {
    const { overrides, today, language } = order;
    this.settings = { overrides, today, sheet: loadSheet(language), t: loadMessages(language) };
    this.documents = new Documents(order.look.cwd);
  }

  /** The verdicts on some files, in their order. */
  async check(jobs: readonly Job[]): Promise<Verdict[]> {
    const verdicts: Verdict[] = [];
    for (const job of jobs) verdicts.push(await this.one(job));
    return verdicts;
  }

  private async one({ path, text, earlier }: Job): Promise<Verdict> {
    const { settings, documents, order } = this;
    const assessment = parseAssessment(text);
    const other = otherVersion(earlier);
    const citations = citationsIn(assessment, other?.assessment);
    const cited = documents.of(citations, folderOf(path, order.look.cwd));
    const checked = judged({ path, assessment, other }, cited, settings);
    return { piece: await pieceOf(checked, order.look, settings), counts: countProblems(checked.problems), citations, cited: stateOf(cited) };
  }
}
