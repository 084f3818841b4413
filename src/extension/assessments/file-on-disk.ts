/** Files of assessments as they lie on a file system, whichever that is. */
import * as vscode from 'vscode';
import type { MessageKey } from '../../messages/messages';
import { maximumSize } from '../core/assessment-documents';
import { stampOf } from './basis';

/** A file that may be read, or the reason why not. */
export interface FileOnDisk {
  readonly stamp: string;
  readonly size: number;
  readonly unreadable?: MessageKey;
}

/** Looks at a file without reading it; `undefined` where there is none. */
export async function lookAt(uri: vscode.Uri): Promise<FileOnDisk | undefined> {
  try {
    const { type, mtime, size } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) return undefined;
    // A link may lead to a device, which has no end.
    const isTooLarge = size > maximumSize || !(type & vscode.FileType.File);
    if (isTooLarge) return { stamp: '', size: 0, unreadable: 'overview.too-large' };
    return { stamp: stampOf({ mtime, size }, Date.now()), size };
  } catch (error) {
    return isNotFound(error) ? undefined : { stamp: '', size: 0, unreadable: 'overview.unreadable' };
  }
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return !isNotFound(error);
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** Decodes UTF-8; `undefined` for other encodings. */
export function utf8In(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reads and decodes UTF-8; other files by the user's encoding setting, as in the editor. */
export async function textOf(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  return utf8In(bytes) ?? vscode.workspace.decode(bytes, { uri });
}
