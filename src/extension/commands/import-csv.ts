/** "Import Scores from Spreadsheet…": applies the changes made in a spreadsheet, after showing them. */
import * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import { label, labelled } from '../../language/interface-text';
import type { Translate } from '../../messages/messages';
import { ours, type Label } from '../../messages/safe-text';
import { planImport, type ImportPlan } from '../../exchange/csv-import';
import { changeText, rowName, serviceText } from '../../report/table/csv-import-text';
import type { Reading } from '../../exchange/csv-read';
import { readTable } from '../../exchange/read-table';
import type { ActiveAssessment } from '../core/active-assessment';
import type { Analyses } from '../core/analyses';
import { readRegular } from '../core/chosen-file';
import { fileLabel } from '../core/assessment-documents';
import type { EditQueue } from '../core/edit-queue';
import { choose, chooseSome, type Item } from '../core/ask';
import { inform, informOfError, warnOf } from '../core/notify';
import { meantAssessment } from './meant-assessment';

interface Host {
  readonly analyses: Analyses;
  readonly active: ActiveAssessment;
  readonly edits: EditQueue;
}

/**
 * Imports into the file the command is called on, or else the active assessment; `table` is the file to import, if
 * known.
 */
export async function importCsv({ analyses, active, edits }: Host, given?: unknown, table?: unknown): Promise<void> {
  const { sheet, t } = analyses.words;
  const uri =
    uriOf(given) ?? uriOf((given as { uri?: unknown } | undefined)?.uri) ?? (await meantAssessment(active, t));
  if (uri === 'none') return void inform(t('import.no-assessment'));
  if (!uri) return;
  const source = uriOf(table) ?? (await chooseTable(uri, t));
  const readings = source && (await readChosen(source, t));
  if (!readings) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const plan = planImport(analyses.of(document).assessment, readings, sheet);
  if (plan.rows.length === 0 && plan.remarks.length === 0)
    return void inform(t('import.same', { name: fileLabel(source) }));
  if (plan.remarks.length && !(await goesOn(plan, t))) return;
  const chosen = await chooseRows(plan, analyses, fileLabel(source));
  if (!chosen?.size) return;
  const planned = (assessment: Assessment) => ({ edits: planImport(assessment, readings, sheet, chosen).edits });
  const refused = await edits.applyPlan(uri, planned);
  if (refused) return warnOf(refused, t);
  await vscode.window.showTextDocument(document, { preview: false });
  void inform(t('import.changed', { count: chosen.size }));
}

function uriOf(value: unknown): vscode.Uri | undefined {
  return value instanceof vscode.Uri ? value : undefined;
}

async function chooseTable(uri: vscode.Uri, t: Translate): Promise<vscode.Uri | undefined> {
  const folder =
    uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
  const chosen = await vscode.window.showOpenDialog({
    title: t('import.choose-table'),
    openLabel: t('import.open'),
    filters: { [t('import.tables')]: ['xlsx', 'csv', 'tsv', 'txt', 'md'] },
    defaultUri: folder,
  });
  return chosen?.[0];
}

/** The possible readings of a table; `undefined` after showing why it cannot be read. */
async function readChosen(source: vscode.Uri, t: Translate): Promise<readonly Reading[] | undefined> {
  const name = fileLabel(source);
  const bytes = await readRegular(source).catch(() => undefined);
  const table = bytes && (await readTable(bytes));
  if (table && 'readings' in table) return table.readings;
  informOfError(
    table
      ? t('import.unreadable', { path: name, reason: t(table.refused, labelled(table.parameters)) })
      : t('export.unreadable', { name }),
  );
  return undefined;
}

/** Shows the rows that do not fit, and asks whether to go on with the others. */
async function goesOn({ rows, remarks }: ImportPlan, t: Translate): Promise<boolean> {
  const go = { label: ours`$(arrow-right) ${t('import.go-on', { count: rows.length })}` };
  const separator = { label: t('import.left-out'), kind: vscode.QuickPickItemKind.Separator };
  const list = remarks.map((remark) => ({
    label: ours`$(${remark.kind === 'error' ? 'error' : 'info'}) ${label(rowName(remark, t))}`,
    detail: t(remark.key, labelled(remark.parameters)),
  }));
  const title = t('import.remarks', { count: new Set(remarks.map(({ row }) => row)).size });
  const chosen = await choose<Item>([...(rows.length ? [go, separator] : []), ...list], {
    title,
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  return chosen === go;
}

/** Shows every change; the user may deselect some. */
async function chooseRows(
  { rows }: ImportPlan,
  { words: { sheet, t } }: Analyses,
  name: Label,
): Promise<ReadonlySet<string> | undefined> {
  const items = rows.map((row) => ({
    label: label(serviceText(row, sheet)),
    detail: label(changeText(row, t), 1000),
    id: row.id,
    picked: true,
  }));
  const options = {
    title: t('import.choose', { name, count: rows.length }),
    placeHolder: t('import.choose-what'),
    ignoreFocusOut: true,
    matchOnDetail: true,
  };
  const chosen = await chooseSome(items, options);
  return chosen && new Set(chosen.map(({ id }) => id));
}
