/** Checks assessments by an order of plain data, which can be sent to other threads. */
import { linksOf } from '../../assessment/assessment';
import { parseAssessment } from '../../assessment/parse';
import { isIndividual } from '../../assessment/individual';
import type { Language } from '../../messages/messages';
import type { Printable } from '../../messages/safe-text';
import { countProblems, type Counts } from '../../report/check/counts';
import type { ListedIndividual } from '../../report/check/result';
import type { SeverityOverrides } from '../../rules/check';
import type { Deletion } from '../../rules/rule';
import { folderOf, scoreAndCheck, parsedBaseline, type Clock, type Settings } from '../../node/assessments';
import type { Look } from './check-format';
import { checkFormats, type CheckFormatId } from './check-formats';
import { CitedDocuments, stateOf } from '../../node/cited-documents';
import type { BaselineText } from '../../node/assessments';
import type { Digest } from '../../node/digest';
import { loadMessages } from '../../node/load-texts';
import { Overlays } from '../../node/overlays';
import { Recent } from '../../node/recent';
import type { Roots } from '../../node/workspace-root';

/** Everything a check depends on besides the files. */
export interface CheckOrder extends Clock {
  readonly format: CheckFormatId;
  readonly look: Look;
  readonly overrides: SeverityOverrides;
  readonly language: Language;
  /** A sign-off of the present state is required. */
  readonly requiresSignOff?: boolean;
  /** The text of the file that `--wording` names. */
  readonly overlay?: string;
  /** The results are kept in a cache. */
  readonly isCached?: boolean;
}

/** A file that was read. */
export interface Job {
  readonly path: string;
  readonly text: string;
  /** Its baseline; `null` when the baseline does not have it. */
  readonly baseline?: BaselineText | null;
  /** The version signed off last, where the present state is not signed off. */
  readonly signed?: BaselineText;
  /** Set when the file was deleted; the text is then its last one. */
  readonly deletion?: Deletion;
  /** Its individual scorings. */
  readonly individuals?: readonly ListedIndividual[];
  /** For an individual scoring: the assessment it belongs to. */
  readonly belongsTo?: string;
}

/** The result for a file, as plain data. */
export interface FileResult {
  /** The output of the order's format for it. */
  readonly piece: Printable;
  readonly counts: Counts;
  /** It is an individual scoring and not counted as an assessment. */
  readonly isIndividual: boolean;
  /** What it depends on besides the file; only where it is kept in a cache. */
  readonly around?: Around;
}

/** What a result depends on besides its file. */
export interface Around {
  /** The links to its evidence, as from `linksOf`. */
  readonly links: readonly (readonly [link: string, needsDigest: boolean])[];
  /** The fingerprint of the cited documents, as from `stateOf`. */
  readonly cited: string;
  /** The overlay file it names, and the fingerprint of its overlay. */
  readonly overlay: { readonly named?: string; readonly state: string };
}

export class Checker {
  private readonly settings: Omit<Settings, 'overlays'>;
  private readonly overlays: Overlays;
  private readonly documents: CitedDocuments;

  /** `digest` is given where results are kept in a cache, which asks what each depends on. */
  constructor(
    private readonly order: CheckOrder,
    private readonly digest?: Digest,
  ) {
    const { overrides, today, latestDay, language, look, overlay, requiresSignOff } = order;
    this.settings = { overrides, today, latestDay, requiresSignOff, t: loadMessages(language) };
    const roots: Roots = new Recent();
    this.overlays = new Overlays(look.cwd, language, overlay, roots);
    this.documents = new CitedDocuments(look.cwd, roots);
  }

  /** The results of some files, in order. */
  async check(jobs: readonly Job[]): Promise<FileResult[]> {
    const results: FileResult[] = [];
    for (const job of jobs) results.push(await this.one(job));
    return results;
  }

  private async one({ path, text, baseline, signed, deletion, individuals, belongsTo }: Job): Promise<FileResult> {
    const { documents, order } = this;
    const assessment = parseAssessment(text);
    const parsed = parsedBaseline(baseline);
    const links = deletion ? [] : [...linksOf(assessment, ...(parsed ? [parsed.assessment] : []))];
    const folder = folderOf(path, order.look.cwd);
    const cited = await documents.of(links, folder);
    const named = assessment.wording?.value;
    const { sheet, trouble: overlayTrouble } = await this.overlays.sheetFor(folder, named);
    const settings = { ...this.settings, sheet };
    const given = { path, assessment, baseline: parsed, signed: parsedBaseline(signed), deletion };
    const found = scoreAndCheck(given, { ...settings, documents: cited, overlayTrouble });
    const checked = { ...found, individuals, belongsTo };
    const { digest } = this;
    const around = digest && {
      links,
      cited: stateOf(cited, digest),
      overlay: { named, state: this.overlays.stateFor(folder, named, digest) },
    };
    return {
      piece: await checkFormats[order.format].piece(checked, order.look, settings),
      counts: countProblems(checked.problems),
      isIndividual: isIndividual(assessment),
      ...(around && { around }),
    };
  }
}
