/** The baselines that users have chosen for files: the panel marks changes, and rules check them. */
import * as vscode from 'vscode';
import { parseAssessment } from '../../assessment/parse';
import { isScorable } from '../../assessment/scorable';
import type { ScoredVersion } from '../../rules/rule';
import { scoreAssessment } from '../../scoring/score';
import type { Sheet } from '../../sheet/sheet';

export interface Baseline {
  /** The name by which the user refers to it. */
  readonly name: string;
  readonly text: string;
}

/** The key under which the workspace stores the baselines, so that they survive a reload. */
const kept = 'comparedWith';

/** Limit of baselines stored: files of older ones may no longer exist. */
const mostKept = 20;

export class Baselines implements vscode.Disposable {
  private readonly chosen: Map<string, Baseline>;
  /** The baselines scored with a sheet; without a version where a baseline cannot be scored. */
  private readonly scored = new WeakMap<Baseline, { readonly sheet: Sheet; readonly version?: ScoredVersion }>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();

  /** Fires with a file when its baseline is set, changed or removed. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {
    this.chosen = new Map(memory.get<[string, Baseline][]>(kept, []));
  }

  /** The baseline of a file, scored with a sheet. */
  of(uri: vscode.Uri, sheet: Sheet): ScoredVersion | undefined {
    const baseline = this.chosen.get(uri.toString());
    if (!baseline) return undefined;
    const known = this.scored.get(baseline);
    const scored = known?.sheet === sheet ? known : { sheet, version: scoredVersion(baseline, sheet) };
    this.scored.set(baseline, scored);
    return scored.version;
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

function scoredVersion({ name, text }: Baseline, sheet: Sheet): ScoredVersion | undefined {
  const assessment = parseAssessment(text);
  return isScorable(assessment) ? { name, assessment, scored: scoreAssessment(sheet, assessment) } : undefined;
}
