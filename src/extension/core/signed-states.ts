/** The last signed states of open files, where the present state is another one; each is searched in git once. */
import * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import { parseAssessment } from '../../assessment/parse';
import { outdatedSignature } from '../../assessment/sign-off';
import type { ScoredVersion } from '../../rules/rule';
import { scoreAssessment } from '../../scoring/score';
import type { Sheet } from '../../sheet/sheet';
import type { SignedText } from './find-signed';

export class SignedStates implements vscode.Disposable {
  /**
   * By file and digest, since the content of a commit never changes. `undefined` while searching, and where there is
   * none.
   */
  private readonly found = new Map<string, SignedText | undefined>();
  private readonly scored = new WeakMap<SignedText, { readonly sheet: Sheet; readonly version: ScoredVersion }>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();

  /** Fires with a file when its signed state was found. */
  readonly onDidChange = this.changed.event;

  /** The state signed off last, scored with a sheet; `undefined` where it is the present one, or was not found. */
  of(uri: vscode.Uri, assessment: Assessment, sheet: Sheet): ScoredVersion | undefined {
    const digest = outdatedSignature(assessment)?.content.value;
    if (digest === undefined) return undefined;
    const key = `${uri.toString()}\n${digest}`;
    if (!this.found.has(key)) void this.seek(key, uri, digest);
    const signed = this.found.get(key);
    if (!signed) return undefined;
    const known = this.scored.get(signed);
    if (known?.sheet === sheet) return known.version;
    const before = parseAssessment(signed.text);
    const version = { name: signed.name, assessment: before, scored: scoreAssessment(sheet, before) };
    this.scored.set(signed, { sheet, version });
    return version;
  }

  private async seek(key: string, uri: vscode.Uri, digest: string): Promise<void> {
    this.found.set(key, undefined);
    const { findSigned } = await import('./find-signed').catch((error: unknown) => {
      this.found.delete(key);
      throw error;
    });
    const signed = await findSigned(uri, digest);
    if (!signed) return;
    this.found.set(key, signed);
    this.changed.fire(uri);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
