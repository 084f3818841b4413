/** "Import Sheet Wording": asks for the file, writes the overlay to the workspace's root and opens it. */
import * as vscode from 'vscode';
import { conventionalName } from '../../overlay/overlay-places';
import { overlayText } from '../../overlay/overlay-text';
import { label } from '../../language/interface-text';
import type { Label } from '../../messages/safe-text';
import { findingText, importSummary } from '../../report/sheet/import-words';
import { importOverlay } from '../../overlay/import/import-overlay';
import type { Analyses } from '../core/analyses';
import { readRegular, saysTheSame } from '../core/chosen-file';
import { createFile, exists } from '../core/create-file';
import { fileLabel } from '../core/assessment-documents';
import { confirmed, inform, informOfError, warn } from '../core/notify';

/** Imports the given file, or else one that the user chooses. */
export async function importSheetOverlay({ words: { t } }: Analyses, given?: unknown): Promise<void> {
  const folder = await targetFolder();
  if (!folder) return void inform(t('imported.no-folder'));
  const source =
    given instanceof vscode.Uri
      ? given
      : (await vscode.window.showOpenDialog({ openLabel: t('imported.choose'), defaultUri: folder }))?.[0];
  if (!source) return;
  const bytes = await readRegular(source).catch(() => undefined);
  if (!bytes) return informOfError(t('export.unreadable', { name: fileLabel(source) }));
  const imported = await importOverlay(source.path, bytes);
  if (!imported) return informOfError(t('imported.not-text', { name: fileLabel(source) }));
  const target = vscode.Uri.joinPath(folder, conventionalName());
  if (await saysTheSame(target, [source])) return informOfError(t('imported.failed', { name: fileLabel(target) }));
  const remarks = [
    t('imported.head', { name: fileLabel(source) }),
    ...imported.findings.map((finding) => findingText(finding, t)),
  ];
  const outcome = await write(
    target,
    overlayText(imported.overlay, remarks),
    t('imported.exists', { name: fileLabel(target) }),
    t('imported.replace'),
  );
  if (outcome === 'kept') return;
  if (outcome === 'failed') return informOfError(t('imported.failed', { name: fileLabel(target) }));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(target), { preview: false });
  const summary = importSummary(imported, t);
  if (imported.findings.length) warn(t('imported.listed', { summary: label(`${summary} `) }));
  else void inform(summary);
}

async function targetFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 1 ? (await vscode.window.showWorkspaceFolderPick())?.uri : folders[0]?.uri;
}

/** Writes the overlay; replaces a file, with its unsaved changes, only after confirmation. */
async function write(
  target: vscode.Uri,
  text: string,
  question: Label,
  replace: string,
): Promise<'written' | 'kept' | 'failed'> {
  if (!(await exists(target))) return (await createFile(target, text)) ? 'written' : 'failed';
  if (!(await confirmed(question, replace))) return 'kept';
  const document = await vscode.workspace.openTextDocument(target);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(target, new vscode.Range(0, 0, document.lineCount, 0), text);
  return (await vscode.workspace.applyEdit(edit)) && (await document.save()) ? 'written' : 'failed';
}
