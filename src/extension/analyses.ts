/** Each open assessment, parsed and scored once per version, for every feature to share. */
import * as vscode from 'vscode';
import type { Assessment } from '../assessment/assessment';
import { parseAssessment } from '../assessment/parse';
import type { SeveritySetting, RuleId } from '../assessment/model';
import { checkAssessment } from '../rules/check';
import type { Problem } from '../rules/rule';
import { scoreAssessment, type Scored } from '../scoring/score';
import type { CitedDocuments } from './cited-documents';
import type { Words } from './wording';

export interface Analysis {
  readonly version: number;
  readonly assessment: Assessment;
  readonly scored: Scored;
}

export class Analyses {
  private cache = new WeakMap<vscode.TextDocument, Analysis>();

  constructor(
    public words: Words,
    private readonly cited: CitedDocuments,
  ) {}

  /** Speaks another language from now on. */
  setWords(words: Words): void {
    this.words = words;
    this.cache = new WeakMap();
  }

  of(document: vscode.TextDocument): Analysis {
    const known = this.cache.get(document);
    if (known?.version === document.version) return known;
    const assessment = parseAssessment(document.getText());
    const analysis = { version: document.version, assessment, scored: scoreAssessment(this.words.sheet, assessment) };
    this.cache.set(document, analysis);
    return analysis;
  }

  /** The problems of a document by today's clock, with what is known of its evidence by now. */
  problems(document: vscode.TextDocument): Problem[] {
    const overrides = vscode.workspace.getConfiguration('psirtMaturity', document).get<Partial<Record<RuleId, SeveritySetting>>>('rules', {});
    const context = { ...this.words, ...this.of(document), today: today(), documents: this.cited.of(document) };
    return checkAssessment(context, overrides);
  }
}

/** The local day, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
