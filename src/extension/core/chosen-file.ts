/** Reads and writes files that the user chooses: only regular files are read, and assessments are never overwritten. */
import * as vscode from 'vscode';
import { isAssessmentName } from '../../assessment/file-name';
import { label } from '../../language/interface-text';
import type { Translate } from '../../messages/messages';
import { fileLabel } from './assessment-documents';
import { informOfError } from './notify';

/**
 * Writes a file, replacing an existing one, about which VS Code has asked. Shows a message and resolves to false where
 * it cannot be written or is an assessment: by its name, or because it equals one of the files read, to which a link or
 * another spelling may lead.
 */
export async function writeChosen(
  target: vscode.Uri,
  content: string | Uint8Array,
  t: Translate,
  read: readonly vscode.Uri[] = [],
): Promise<boolean> {
  const name = fileLabel(target);
  try {
    if (isAssessmentName(target.path) || (await saysTheSame(target, read))) {
      informOfError(t('export.over-assessment', { name }));
      return false;
    }
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await vscode.workspace.fs.writeFile(target, bytes);
    return true;
  } catch (error) {
    informOfError(t('export.failed', { name, detail: label(error instanceof Error ? error.message : String(error)) }));
    return false;
  }
}

/**
 * The bytes of a file; `undefined` where it does not exist. Throws for other than regular files, such as pipes, which
 * are not opened.
 */
export async function readRegular(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  const kind = await vscode.workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => undefined,
  );
  if (kind === undefined) return undefined;
  if (!(kind & vscode.FileType.File)) throw vscode.FileSystemError.Unavailable(uri);
  return vscode.workspace.fs.readFile(uri);
}

/**
 * Whether a file has the same content as one of those read. VS Code does not resolve links, so equal files count as the
 * same.
 */
export async function saysTheSame(target: vscode.Uri, read: readonly vscode.Uri[]): Promise<boolean> {
  const there = await readRegular(target);
  if (!there) return false;
  const others = await Promise.all(read.map((uri) => readRegular(uri).catch(() => undefined)));
  return others.some((bytes) => bytes?.length === there.length && bytes.every((byte, index) => byte === there[index]));
}
