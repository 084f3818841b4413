/** What has been written can be opened at once. */
import * as vscode from 'vscode';
import type { Translate } from '../../messages/messages';
import { fileLabel } from './assessment-documents';
import { inform } from './notify';

/**
 * Offers a file that was written: in the program the system has for it where VS Code is no reader of it (`outside`),
 * else in an editor.
 */
export async function offerToOpen(target: vscode.Uri, outside: boolean | undefined, t: Translate): Promise<void> {
  const open = t('export.open');
  if ((await inform(t('export.done', { name: fileLabel(target) }), open)) !== open) return;
  const isHere =
    target.scheme === 'file' && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  if (isHere && outside) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('vscode.open', target);
}
