/** Checks one assessment after the other, by an order that is plain data: it is given to other threads, too. */
import { parseAssessment } from '../../assessment/parse';
import { isIndividual } from '../../assessment/individual';
import type { Language } from '../../messages/messages';
import type { Printable } from '../../messages/safe-text';
import { countProblems, type Counts } from '../../report/check/counts';
import type { ListedIndividual } from '../../report/check/result';
import type { SeverityOverrides } from '../../rules/check';
import type { Deletion } from '../../rules/rule';
import { folderOf, judged, otherVersion, type Clock, type Settings } from '../../node/assessments';
import type { Look } from './check-format';
import { checkFormats, type CheckFormatId } from './check-formats';
import { Documents, linksIn, stateOf } from '../../node/documents';
import type { EarlierText } from '../../node/assessments';
import { loadMessages } from '../../node/load-texts';
import { OwnWording } from '../../node/own-wording';

/** Everything a check depends on besides the files. */
export interface CheckOrder extends Clock {
  readonly format: CheckFormatId;
  readonly look: Look;
  readonly overrides: SeverityOverrides;
  readonly language: Language;
  /** Somebody has to have signed off the present state. */
  readonly requiresSignOff?: boolean;
  /** The text of the file that `--wording` names. */
  readonly wording?: string;
}

/** A file that was read. */
export interface Job {
  readonly path: string;
  readonly text: string;
  /** What to compare it with; `null` when it did not exist then. */
  readonly earlier?: EarlierText | null;
  /** It is no longer there, and this its last text. */
  readonly deletion?: Deletion;
  /** The individual scorings that belong to it. */
  readonly individuals?: readonly ListedIndividual[];
  /** The assessment that it belongs to as an individual scoring. */
  readonly belongsTo?: string;
}

/** What there is to say of a file, as plain data. */
export interface Verdict {
  /** What the order's format prints of it. */
  readonly piece: Printable;
  readonly counts: Counts;
  /** It is an individual scoring, which counts as no assessment. */
  readonly isIndividual: boolean;
  /** The links to its evidence. */
  readonly links: readonly string[];
  /** What was known of the documents cited, as `stateOf` says it. */
  readonly cited: string;
  /** The wording file it names, and what was known of its wording. */
  readonly wording: { readonly named?: string; readonly state: string };
}

export class Checker {
  private readonly settings: Omit<Settings, 'wording'>;
  private readonly wording: OwnWording;
  private readonly documents: Documents;

  constructor(private readonly order: CheckOrder) {
    const { overrides, today, latestDay, language, look, wording, requiresSignOff } = order;
    this.settings = { overrides, today, latestDay, requiresSignOff, t: loadMessages(language) };
    this.wording = new OwnWording(look.cwd, language, wording);
    this.documents = new Documents(order.look.cwd);
  }

  /** The verdicts on some files, in their order. */
  async check(jobs: readonly Job[]): Promise<Verdict[]> {
    const verdicts: Verdict[] = [];
    for (const job of jobs) verdicts.push(await this.one(job));
    return verdicts;
  }

  private async one({ path, text, earlier, deletion, individuals, belongsTo }: Job): Promise<Verdict> {
    const { documents, order } = this;
    const assessment = parseAssessment(text);
    const other = otherVersion(earlier);
    const links = deletion ? [] : linksIn(assessment, other?.assessment);
    const folder = folderOf(path, order.look.cwd);
    const cited = await documents.of(links, folder);
    const named = assessment.wording?.value;
    const { sheet, trouble: wordingTrouble } = await this.wording.sheetFor(folder, named);
    const settings = { ...this.settings, sheet };
    const given = { path, assessment, other, deletion };
    const found = judged(given, { ...settings, documents: cited, wordingTrouble });
    const checked = { ...found, individuals, belongsTo };
    const wording = { named, state: this.wording.stateFor(folder, named) };
    return {
      piece: await checkFormats[order.format].piece(checked, order.look, settings),
      counts: countProblems(checked.problems),
      isIndividual: isIndividual(assessment),
      links,
      cited: stateOf(cited),
      wording,
    };
  }
}
