/** Figures that outlast half-typed YAML: those of a document's last text that could be judged. */
import type * as vscode from 'vscode';
import { isJudged } from '../../assessment/scorable';
import type { Scored } from '../../scoring/score';
import type { Analyses } from './analyses';

export interface Figures {
  readonly scored: Scored;
  /** The text they are of is an earlier one: the present one can not be judged. */
  readonly stale: boolean;
}

export class LastGood {
  private readonly known = new WeakMap<vscode.TextDocument, Scored>();

  constructor(private readonly analyses: Analyses) {}

  /** The figures of a document, or `undefined` when it never could be judged while it was asked for. */
  of(document: vscode.TextDocument): Figures | undefined {
    const { assessment, scored } = this.analyses.of(document);
    if (isJudged(assessment)) {
      this.known.set(document, scored);
      return { scored, stale: false };
    }
    const earlier = this.known.get(document);
    return earlier && { scored: earlier, stale: true };
  }
}
