/** Exports the assessments side by side as shown: in their order and groups, without folded areas. */
import * as vscode from 'vscode';
import { label } from '../../language/interface-text';
import type { Translate } from '../../messages/messages';
import type { Printable } from '../../messages/safe-text';
import type { SideBySideInput } from '../../report/side-by-side/side-by-side-table';
import type { SideBySide } from '../../views/roll-up-order';
import { today, type Analyses } from '../core/analyses';
import { choose } from '../core/ask';
import { writeChosen } from '../core/chosen-file';
import { offerToOpen } from '../core/offer-to-open';

interface Format {
  readonly id: 'html' | 'xlsx' | 'csv';
  write(input: SideBySideInput): Promise<Printable | Uint8Array>;
}

/** The formats, each loaded on demand. */
const formats: readonly Format[] = [
  {
    id: 'html',
    write: async (input) => (await import('../../report/side-by-side/side-by-side-html')).sideBySideHtml(input),
  },
  {
    id: 'xlsx',
    write: async (input) => (await import('../../report/side-by-side/side-by-side-xlsx')).sideBySideXlsx(input),
  },
  {
    id: 'csv',
    write: async (input) => (await import('../../report/side-by-side/side-by-side-csv')).sideBySideCsv(input),
  },
];

/**
 * Asks for a format and a file, and writes what is shown; `read` are the assessments, which must not be overwritten.
 */
export async function exportSideBySide(
  { words }: Pick<Analyses, 'words'>,
  shown: SideBySide,
  read: readonly vscode.Uri[],
): Promise<void> {
  const { t, sheet } = words;
  const format = await chooseFormat(t);
  const target = format && (await chooseFile(format, t));
  if (!target) return;
  const content = await format.write({ shown, sheet, t, today: today() });
  if (await writeChosen(target, content, t, read)) await offerToOpen(target, format.id !== 'csv', t);
}

async function chooseFormat(t: Translate): Promise<Format | undefined> {
  const items = formats.map((format) => {
    return { label: t(`export.format.${format.id}`), description: label(`.${format.id}`), format };
  });
  return (await choose(items, { title: t('export.side-by-side'), matchOnDescription: true }))?.format;
}

async function chooseFile({ id }: Format, t: Translate): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    title: t('export.save'),
    saveLabel: t('export.save'),
    filters: { [t(`export.format.${id}`)]: [id] },
    defaultUri: folder && vscode.Uri.joinPath(folder, `psirt-maturity-side-by-side.${id}`),
  });
}
