/** Offers to open a file that was written. */
import * as vscode from 'vscode';
import type { Translate } from '../../messages/messages';
import { fileLabel } from './assessment-documents';
import { inform } from './notify';

/**
 * Offers to open a written file: with the system's program where VS Code cannot show it (`outside`), otherwise in an
 * editor.
 */
export async function offerToOpen(target: vscode.Uri, outside: boolean | undefined, t: Translate): Promise<void> {
  const open = t('export.open');
  if ((await inform(t('export.done', { name: fileLabel(target) }), open)) !== open) return;
  const isHere =
    target.scheme === 'file' && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  if (isHere && outside) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('vscode.open', target);
}
