/** The version each file is compared with, while it is: what the panel marks and the rules about changes look at. */
import * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import type { EarlierVersion } from '../../rules/rule';
import { scoreAssessment } from '../../scoring/score';
import type { Sheet } from '../../sheet/sheet';

export interface Baseline {
  /** What the user calls it. */
  readonly name: string;
  readonly assessment: Assessment;
}

export class Baselines implements vscode.Disposable {
  private readonly chosen = new Map<string, Baseline>();
  /** The chosen ones, scored by the sheet of a language. */
  private readonly scored = new WeakMap<Baseline, { readonly sheet: Sheet; readonly earlier: EarlierVersion }>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();

  /** This file is compared with something else from now on, or no longer. */
  readonly onDidChange = this.changed.event;

  /** What a file is compared with, scored by a sheet. */
  of(uri: vscode.Uri, sheet: Sheet): EarlierVersion | undefined {
    const baseline = this.chosen.get(uri.toString());
    if (!baseline) return undefined;
    const known = this.scored.get(baseline);
    const scored =
      known?.sheet === sheet
        ? known
        : { sheet, earlier: { ...baseline, scored: scoreAssessment(sheet, baseline.assessment) } };
    this.scored.set(baseline, scored);
    return scored.earlier;
  }

  set(uri: vscode.Uri, baseline: Baseline | undefined): void {
    if (baseline) this.chosen.set(uri.toString(), baseline);
    else if (!this.chosen.delete(uri.toString())) return;
    this.changed.fire(uri);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
