/** Each open assessment, parsed and scored once per version, for every feature to share. */
import * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import { latestDay, localDay } from '../../assessment/day';
import { parseAssessment } from '../../assessment/parse';
import { YamlReader } from '../../assessment/yaml/incremental-reader';
import { checkAssessment, type SeverityOverrides } from '../../rules/check';
import type { Problem, RuleContext } from '../../rules/rule';
import { scoreAssessment, type Scored } from '../../scoring/score';
import type { Baselines } from './baselines';
import type { CitedDocuments } from '../evidence/cited-documents';
import type { OwnWordings } from './own-wordings';
import type { Words } from './wording';

export interface Analysis {
  readonly version: number;
  readonly assessment: Assessment;
  readonly scored: Scored;
}

export class Analyses {
  private cache = new WeakMap<vscode.TextDocument, Analysis>();
  private readonly judged = new WeakMap<
    Analysis,
    { readonly surroundings: Surroundings; readonly problems: readonly Problem[] }
  >();
  private readonly readers = new WeakMap<vscode.TextDocument, YamlReader>();
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
    this.cache = new WeakMap();
    this.wordsChanged.fire();
  }

  of(document: vscode.TextDocument): Analysis {
    const known = this.cache.get(document);
    if (known?.version === document.version) return known;
    const assessment = parseAssessment(document.getText(), (text) => this.readerOf(document).read(text));
    const analysis = { version: document.version, assessment, scored: scoreAssessment(this.words.sheet, assessment) };
    this.cache.set(document, analysis);
    return analysis;
  }

  private readerOf(document: vscode.TextDocument): YamlReader {
    const reader = this.readers.get(document) ?? new YamlReader();
    this.readers.set(document, reader);
    return reader;
  }

  /**
   * The problems of a document by today's clock, with what is known of its evidence by now; worked out once for all
   * that show them.
   */
  problems(document: vscode.TextDocument): readonly Problem[] {
    const analysis = this.of(document);
    const surroundings = this.surroundings(document.uri, this.cited.of(document));
    const known = this.judged.get(analysis);
    if (known && isSame(known.surroundings, surroundings)) return known.problems;
    const problems = checkAssessment({ ...analysis, ...surroundings }, surroundings.overrides);
    this.judged.set(analysis, { surroundings, problems });
    return problems;
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

/** All that an assessment is judged by besides what it says. */
interface Surroundings extends Omit<RuleContext, 'assessment' | 'scored'> {
  readonly overrides: SeverityOverrides;
}

function isSame(a: Surroundings, b: Surroundings): boolean {
  const isEqual = (key: keyof Surroundings) =>
    key === 'overrides' ? JSON.stringify(a[key]) === JSON.stringify(b[key]) : a[key] === b[key];
  return (Object.keys(a) as (keyof Surroundings)[]).every(isEqual);
}

/** The local day, `YYYY-MM-DD`. */
export function today(): string {
  return localDay(new Date());
}
