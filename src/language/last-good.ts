/** Figures that outlast half-typed YAML: those of a document's last text that could be judged. */
import { isScorable } from '../assessment/scorable';
import type { Scored } from '../scoring/score';
import type { Analysis } from './analysis';

export interface Figures {
  readonly scored: Scored;
  /** The text they are of is an earlier one: the present one cannot be judged. */
  readonly stale: boolean;
}

export class LastGood<Document extends object> {
  private readonly known = new WeakMap<Document, Scored>();

  constructor(private readonly analyses: { of(document: Document): Pick<Analysis, 'assessment' | 'scored'> }) {}

  /** The figures of a document, or `undefined` when it never could be judged while it was asked for. */
  of(document: Document): Figures | undefined {
    const { assessment, scored } = this.analyses.of(document);
    if (isScorable(assessment)) {
      this.known.set(document, scored);
      return { scored, stale: false };
    }
    const earlier = this.known.get(document);
    return earlier && { scored: earlier, stale: true };
  }
}
