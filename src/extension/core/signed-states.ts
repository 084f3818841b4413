/** The last signed states of open files, where the present state is another one; each is searched in git once. */
import * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import { parseAssessment } from '../../assessment/parse';
import { outdatedSignature } from '../../assessment/sign-off';
import type { ScoredVersion } from '../../rules/rule';
import { scoreAssessment } from '../../scoring/score';
import type { Sheet } from '../../sheet/sheet';
import type { SignedText } from './find-signed';
import { once } from './once';

export class SignedStates implements vscode.Disposable {
  /** The states that were found, by file and digest, since the content of a commit never changes. */
  private readonly found = new Map<string, SignedText>();
  /** The searches for them, by the same. */
  private readonly searches = new Map<string, () => Promise<void>>();
  private readonly scored = new WeakMap<SignedText, { readonly sheet: Sheet; readonly version: ScoredVersion }>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();

  /** Fires with a file when its signed state was found. */
  readonly onDidChange = this.changed.event;

  /**
   * The state signed off last, scored with a sheet; `undefined` where it is the present one, or was not found, or not
   * yet.
   */
  of(uri: vscode.Uri, assessment: Assessment, sheet: Sheet): ScoredVersion | undefined {
    const digest = outdatedSignature(assessment)?.content.value;
    if (digest === undefined) return undefined;
    void this.search(uri, digest);
    const signed = this.found.get(keyOf(uri, digest));
    if (!signed) return undefined;
    const known = this.scored.get(signed);
    if (known?.sheet === sheet) return known.version;
    const before = parseAssessment(signed.text);
    const version = { name: signed.name, assessment: before, scored: scoreAssessment(sheet, before) };
    this.scored.set(signed, { sheet, version });
    return version;
  }

  /** The same, once it has been searched. */
  async searched(uri: vscode.Uri, assessment: Assessment, sheet: Sheet): Promise<ScoredVersion | undefined> {
    const digest = outdatedSignature(assessment)?.content.value;
    if (digest !== undefined) await this.search(uri, digest);
    return this.of(uri, assessment, sheet);
  }

  private search(uri: vscode.Uri, digest: string): Promise<void> {
    const key = keyOf(uri, digest);
    const search = this.searches.get(key) ?? once(() => this.seek(key, uri, digest));
    this.searches.set(key, search);
    return search();
  }

  private async seek(key: string, uri: vscode.Uri, digest: string): Promise<void> {
    const { findSigned } = await import('./find-signed');
    const signed = await findSigned(uri, digest);
    if (!signed) return;
    this.found.set(key, signed);
    this.changed.fire(uri);
  }

  dispose(): void {
    this.changed.dispose();
  }
}

function keyOf(uri: vscode.Uri, digest: string): string {
  return `${uri.toString()}\n${digest}`;
}
