/** Saves the sheet as HTML, for print or for reading elsewhere: a webview cannot print. */
import * as vscode from 'vscode';
import { languages, type Language } from '../../messages/messages';
import { sheetHtml } from '../../report/sheet/sheet-html';
import { sheetStyles } from '../../report/sheet/sheet-part';
import type { Marked } from '../../views/SheetDocument';
import type { Layout } from '../../webview/sheet-protocol';
import type { Analyses } from '../core/analyses';
import { writeChosen } from '../core/chosen-file';
import { offerToOpen } from '../core/offer-to-open';
import { pageRoot } from './panel-html';
import type { Words } from '../core/words';

/** Asks for a file and writes the sheet in the languages shown, with the marked assessment. */
export async function saveSheet(
  { extensionUri, analyses }: { readonly extensionUri: vscode.Uri; readonly analyses: Pick<Analyses, 'words'> },
  words: Readonly<Record<Language, Words>>,
  layout: Layout,
  marked: Marked | null,
): Promise<void> {
  const { t } = analyses.words;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: t('sheet.save-title'),
    filters: { [t('sheet.file-kind')]: ['html'] },
    defaultUri: folder && vscode.Uri.joinPath(folder, 'psirt-maturity-sheet.html'),
  });
  if (!target) return;
  const own = [t.language, ...languages.filter((language) => language !== t.language)];
  const columns = own
    .filter((language) => layout === 'all' || layout === language)
    .map((language) => ({ language, ...words[language] }));
  const parts = sheetStyles.map((name) => vscode.Uri.joinPath(pageRoot(extensionUri), name));
  const styles = await Promise.all(parts.map(readText));
  const html = sheetHtml({ columns, marked: marked ?? undefined, t }, styles.join('\n'));
  if (await writeChosen(target, html, t)) await offerToOpen(target, true, t);
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
