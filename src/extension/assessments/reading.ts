/** One file on its way into the index. */
import * as vscode from 'vscode';
import { isAssessment } from '../core/assessment-documents';
import { isSameFile } from './basis';
import { isNotFound, lookAt, type FileOnDisk } from './file-on-disk';
import { fromBytes, fromDocument, isCurrent, unreadable, type IndexedFile, type Surroundings } from './indexed-file';
import type { Sized } from './take-files';

export class Reading implements Sized {
  private constructor(
    readonly uri: vscode.Uri,
    private readonly file: FileOnDisk | undefined,
    /** The entry there was, and whether it is still right. */
    readonly known: IndexedFile | undefined,
    private readonly isRight: boolean,
    private readonly surroundings: Surroundings,
  ) {}

  /** Looks at the file: whether there is one, and whether what is known of it holds. */
  static async begin(uri: vscode.Uri, known: IndexedFile | undefined, surroundings: Surroundings): Promise<Reading> {
    const file = await lookAt(uri);
    const isSame = file !== undefined && known?.basis !== undefined && isSameFile(known.basis, file.stamp);
    return new Reading(uri, file, known, isSame && (await isCurrent(known, surroundings)), surroundings);
  }

  get size(): number {
    return this.isRight ? 0 : (this.file?.size ?? 0);
  }

  /** The entry: the known one where it is still right, `undefined` where there is no file. */
  async entry(): Promise<IndexedFile | undefined> {
    const { uri, file, known, surroundings } = this;
    const document = openAssessment(uri);
    if (document) return fromDocument(document, surroundings);
    if (!file || this.isRight) return file && known;
    if (file.unreadable) return unreadable(uri, file.unreadable);
    try {
      return await fromBytes(uri, await vscode.workspace.fs.readFile(uri), file.stamp, known, surroundings);
    } catch (error) {
      return isNotFound(error) ? undefined : unreadable(uri, 'overview.unreadable');
    }
  }
}

function openAssessment(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key && isAssessment(document));
}
