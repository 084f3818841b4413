/** Each open assessment, parsed and scored once per version, for every feature to share. */
import * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import { latestDay, localDay } from '../../assessment/day';
import { TextAnalyses, type Analysis, type Surroundings } from '../../language/analysis';
import { checkAssessment, type SeverityOverrides } from '../../rules/check';
import type { Problem, RuleContext } from '../../rules/rule';
import type { Baselines } from './baselines';
import type { CitedDocuments } from '../evidence/cited-documents';
import type { OwnWordings } from './own-wordings';
import type { Words } from './wording';

export class Analyses {
  private readonly texts = new TextAnalyses();
  private readonly wordsChanged = new vscode.EventEmitter<void>();

  /** Another language is spoken from now on, or an organisation's own wording. */
  readonly onDidChangeWords = this.wordsChanged.event;

  constructor(
    public words: Words,
    readonly cited: CitedDocuments,
    readonly baselines: Baselines,
    private readonly own: OwnWordings,
  ) {
    own.onDidChange(() => this.wordsChanged.fire());
  }

  /** The words for a file: the organisation's own where it has any, and as far as they were looked up. */
  wordsOf({ uri }: { readonly uri: vscode.Uri }): Words {
    return this.own.wordsFor(uri, this.words);
  }

  /** Looks up the organisation's wording for what a file says; tells everybody when there is another. */
  async lookUpWords(document: vscode.TextDocument): Promise<void> {
    const isOther = await this.findWords(document.uri, this.of(document).assessment);
    if (isOther && !document.isClosed) this.wordsChanged.fire();
  }

  /** Looks up the organisation's wording for an assessment, open or not, and says whether there is another. */
  findWords(uri: vscode.Uri, { wording }: Pick<Assessment, 'wording'>): Promise<boolean> {
    return this.own.lookUp(uri, wording?.value, this.words);
  }

  /** Speaks another language from now on. */
  setWords(words: Words): void {
    this.words = words;
    this.wordsChanged.fire();
  }

  of(document: vscode.TextDocument): Analysis {
    return this.texts.of(document, this.words.sheet);
  }

  /**
   * The problems of a document by today's clock, with what is known of its evidence by now; worked out once for all
   * that show them.
   */
  problems(document: vscode.TextDocument): readonly Problem[] {
    const analysis = this.of(document);
    const surroundings = this.surroundings(document.uri, this.cited.of(document));
    return this.texts.problems(analysis, surroundings);
  }

  /** The problems of what a file says, open or not, by today's clock and the settings in force for it. */
  check(
    uri: vscode.Uri,
    { assessment, scored }: Pick<Analysis, 'assessment' | 'scored'>,
    documents: RuleContext['documents'],
  ): Problem[] {
    const surroundings = this.surroundings(uri, documents);
    return checkAssessment({ assessment, scored, ...surroundings }, surroundings.overrides);
  }

  private surroundings(uri: vscode.Uri, documents: RuleContext['documents']): Surroundings {
    const overrides = vscode.workspace.getConfiguration('psirtMaturity', uri).get<SeverityOverrides>('rules', {});
    const clock = { today: today(), latestDay: latestDay(new Date()) };
    const against = this.baselines.of(uri, this.words.sheet);
    return { ...this.wordsOf({ uri }), ...clock, documents, against, wordingTrouble: this.own.trouble(uri), overrides };
  }
}

/** The local day, `YYYY-MM-DD`. */
export function today(): string {
  return localDay(new Date());
}
