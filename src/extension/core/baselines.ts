/** The version each file is compared with, while it is: what the panel marks and the rules about changes look at. */
import * as vscode from 'vscode';
import { parseAssessment } from '../../assessment/parse';
import { isScorable } from '../../assessment/scorable';
import type { EarlierVersion } from '../../rules/rule';
import { scoreAssessment } from '../../scoring/score';
import type { Sheet } from '../../sheet/sheet';

export interface Baseline {
  /** What the user calls it. */
  readonly name: string;
  readonly text: string;
}

/** Where the workspace keeps what its files are compared with, so that it is still so after a reload. */
const kept = 'comparedWith';

/** So many comparisons are kept: the files of others may be long gone. */
const mostKept = 20;

export class Baselines implements vscode.Disposable {
  private readonly chosen: Map<string, Baseline>;
  /** The chosen ones, scored by the sheet of a language; nothing for what cannot be scored. */
  private readonly scored = new WeakMap<Baseline, { readonly sheet: Sheet; readonly earlier?: EarlierVersion }>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();

  /** This file is compared with something else from now on, or no longer. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {
    this.chosen = new Map(memory.get<[string, Baseline][]>(kept, []));
  }

  /** What a file is compared with, scored by a sheet. */
  of(uri: vscode.Uri, sheet: Sheet): EarlierVersion | undefined {
    const baseline = this.chosen.get(uri.toString());
    if (!baseline) return undefined;
    const known = this.scored.get(baseline);
    const scored = known?.sheet === sheet ? known : { sheet, earlier: earlierOf(baseline, sheet) };
    this.scored.set(baseline, scored);
    return scored.earlier;
  }

  set(uri: vscode.Uri, baseline: Baseline | undefined): void {
    const wasThere = this.chosen.delete(uri.toString());
    if (baseline) this.chosen.set(uri.toString(), baseline);
    else if (!wasThere) return;
    void this.memory.update(kept, [...this.chosen].slice(-mostKept));
    this.changed.fire(uri);
  }

  dispose(): void {
    this.changed.dispose();
  }
}

function earlierOf({ name, text }: Baseline, sheet: Sheet): EarlierVersion | undefined {
  const assessment = parseAssessment(text);
  return isScorable(assessment) ? { name, assessment, scored: scoreAssessment(sheet, assessment) } : undefined;
}
