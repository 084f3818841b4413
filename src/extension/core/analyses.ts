/** Parses and scores each open assessment once per version, for all features. */
import * as vscode from 'vscode';
import { latestDay, localDay } from '../../assessment/day';
import { TextAnalyses, type Analysis, type LastGood } from '../../language/analysis';
import { checkAssessment, type SeverityOverrides } from '../../rules/check';
import type { Problem, RuleContext, ScoredVersion } from '../../rules/rule';
import type { Baselines } from './baselines';
import { SignedStates } from './signed-states';
import type { CitedDocuments } from '../evidence/cited-documents';
import type { OverlaidWords, Overlays } from './overlays';
import { isAssessment } from './assessment-documents';
import type { Words } from './words';

/** A document whose analysis has changed, because of its text or its surroundings (cited documents, baseline). */
export interface AnalysisChange {
  readonly document: vscode.TextDocument;
  readonly by: 'text' | 'surroundings';
}

/** What the problems of a file depend on, besides the file. */
type Surroundings = ReturnType<Analyses['surroundings']> & Pick<RuleContext, 'signed'>;

export class Analyses implements vscode.Disposable {
  private readonly texts = new TextAnalyses();
  private readonly changed = new vscode.EventEmitter<AnalysisChange>();
  private readonly wordsChanged = new vscode.EventEmitter<void>();
  private readonly signed = new SignedStates();
  private readonly subscriptions: vscode.Disposable;

  /** Fires when the analysis of an open assessment has changed. */
  readonly onDidChange = this.changed.event;

  /** Fires when the language or an organisation's overlay has changed. */
  readonly onDidChangeWords = this.wordsChanged.event;

  constructor(
    public words: Words,
    readonly cited: CitedDocuments,
    readonly baselines: Baselines,
    private readonly overlays: Overlays,
  ) {
    const surrounded = (uri: vscode.Uri): void =>
      openAssessments(uri).forEach((document) => this.changed.fire({ document, by: 'surroundings' }));
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      this.wordsChanged,
      overlays.onDidChange(() => this.wordsChanged.fire()),
      vscode.workspace.onDidChangeTextDocument(
        ({ document }) => isAssessment(document) && this.changed.fire({ document, by: 'text' }),
      ),
      cited.onDidChange(surrounded),
      baselines.onDidChange(surrounded),
      this.signed,
      this.signed.onDidChange(surrounded),
    );
  }

  /** The texts for a file, with the organisation's overlay as far as it has been looked up. */
  wordsOf({ uri }: { readonly uri: vscode.Uri }): Words {
    return this.overlays.wordsFor(uri, this.words);
  }

  /** Looks up the overlay that a file asks for; fires the event when it is another one. */
  async lookUpWords(document: vscode.TextDocument): Promise<void> {
    const isOther = await this.findWords(document.uri, this.of(document).assessment);
    if (isOther && !document.isClosed) this.wordsChanged.fire();
  }

  /** Looks up the overlay for an assessment, open or not; resolves to whether it is another one. */
  findWords(uri: vscode.Uri, { wording }: { readonly wording?: { readonly value: string } }): Promise<boolean> {
    return this.overlays.lookUp(uri, wording?.value, this.words);
  }

  /** The texts for an assessment, open or not, in the language of `plain`, with the overlay it has in that language. */
  overlaidWords(
    uri: vscode.Uri,
    { wording }: { readonly wording?: { readonly value: string } },
    plain: Words,
  ): Promise<OverlaidWords> {
    return this.overlays.overlaid(uri, wording?.value, plain);
  }

  /** Switches to another language. */
  setWords(words: Words): void {
    this.words = words;
    this.wordsChanged.fire();
  }

  of(document: vscode.TextDocument): Analysis {
    return this.texts.of(document, this.words.sheet);
  }

  /** The last version of a document that could be scored; `undefined` where none could. */
  lastGood(document: vscode.TextDocument): LastGood | undefined {
    return this.texts.lastGood(document, this.words.sheet);
  }

  /** The problems of a document on the current day, with what is known of its evidence; cached for all features. */
  problems(document: vscode.TextDocument): readonly Problem[] {
    return this.problemsIn(this.of(document), document);
  }

  /** The problems of an analysis of a document, such as its last good one. */
  problemsIn(analysis: Analysis, document: vscode.TextDocument): readonly Problem[] {
    const signed = this.signedOf(document.uri, analysis);
    return this.texts.problems(analysis, { ...this.surroundings(document.uri, this.cited.of(document)), signed });
  }

  /** The state signed off last, where it is not the present one and was found in git. */
  signedOf(uri: vscode.Uri, { assessment }: Pick<Analysis, 'assessment'>): ScoredVersion | undefined {
    return this.signed.of(uri, assessment, this.words.sheet);
  }

  /** The same for any file, once git has been searched. */
  searchSigned(uri: vscode.Uri, { assessment }: Pick<Analysis, 'assessment'>): Promise<ScoredVersion | undefined> {
    return this.signed.searched(uri, assessment, this.words.sheet);
  }

  /** The problems of a file, open or not, on the current day and with the settings that apply to it. */
  check(
    uri: vscode.Uri,
    { assessment, scored }: Pick<Analysis, 'assessment' | 'scored'>,
    documents: RuleContext['documents'],
    surroundings: Surroundings = this.surroundings(uri, documents),
  ): Problem[] {
    return checkAssessment({ assessment, scored, ...surroundings }, surroundings.overrides);
  }

  /** What the problems of a file depend on at present, besides the file. */
  surroundings(uri: vscode.Uri, documents: RuleContext['documents']) {
    const overrides = vscode.workspace.getConfiguration('psirtMaturity', uri).get<SeverityOverrides>('rules', {});
    const clock = { today: today(), latestDay: latestDay(new Date()) };
    const baseline = this.baselines.of(uri, this.words.sheet);
    return {
      ...this.wordsOf({ uri }),
      ...clock,
      documents,
      baseline,
      overlayTrouble: this.overlays.trouble(uri),
      overrides,
    };
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

/** The open assessments with an address: one, or none. */
function openAssessments(uri: vscode.Uri): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    (document) => document.uri.toString() === uri.toString() && isAssessment(document),
  );
}

/** The current local day, `YYYY-MM-DD`. */
export function today(): string {
  return localDay(new Date());
}
