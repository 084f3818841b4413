/** "Export Report…": asks for a format and a file, and writes the report of one or several assessments. */
import * as vscode from 'vscode';
import { withoutEnding } from '../../assessment/file-name';
import { label } from '../../language/interface-text';
import { ours } from '../../messages/safe-text';
import type { MessageKey, Translate } from '../../messages/messages';
import { formats } from '../../report/formats';
import { sizes, type Format, type Picture, type Size } from '../../report/report';
import type { Checked } from '../../report/check/result';
import type { Sheet } from '../../sheet/sheet';
import type { ActiveAssessment } from '../core/active-assessment';
import { today, type Analyses } from '../core/analyses';
import { checkedFile } from '../assessments/checked-file';
import { writeChosen } from '../core/chosen-file';
import { baseName, fileLabel } from '../core/assessment-documents';
import { sourcesFor } from '../core/requirements';
import { offerToOpen } from '../core/offer-to-open';
import { choose, type Item } from '../core/ask';
import { inform, informOfError, withProgress } from '../core/notify';
import { chooseBaseline } from './compare';
import { meantAssessment } from './meant-assessment';

/** The format to export, and for one that draws pictures, the picture. */
interface Choice {
  readonly format: Format;
  readonly picture?: Picture;
  /** The extent, for formats that have several. */
  readonly size?: Size;
}

/** Exports the files the command is called on, or else the active assessment. */
export async function exportReport(
  analyses: Analyses,
  active: ActiveAssessment,
  given?: unknown,
  selected?: unknown,
): Promise<void> {
  const { t } = analyses.words;
  const meant = filesMeant(given, selected) ?? (await meantAssessment(active, t));
  if (meant === 'none') return void inform(t('export.none'));
  const uris = meant instanceof vscode.Uri ? [meant] : (meant ?? []);
  const [first] = uris;
  if (!first) return;
  const choice = await chooseFormat(uris, analyses);
  if (!choice) return;
  const [count, maximum] = [uris.length, choice.format.most];
  if (count > maximum) return void informOfError(t('export.too-many', { count, maximum }));
  const target = await chooseFile(first, choice, t);
  if (!target) return;
  const name = fileLabel(target);
  const written = await withProgress(vscode.ProgressLocation.Notification, t('export.writing', { name }), (token) =>
    write(uris, choice, target, analyses, token),
  );
  if (written) await offerToOpen(target, choice.format.binary || choice.format.mediaType === 'text/html', t);
}

/** The assessments selected in the explorer or a list, or the one of an editor's menu. */
function filesMeant(given: unknown, selected: unknown): vscode.Uri[] | undefined {
  const chosen: unknown[] = Array.isArray(selected) && selected.length ? selected : [given];
  const uris = chosen.flatMap((one) => uriOf(one) ?? uriOf((one as { uri?: unknown } | undefined)?.uri) ?? []);
  return uris.length ? uris : undefined;
}

function uriOf(value: unknown): vscode.Uri | undefined {
  return value instanceof vscode.Uri ? value : undefined;
}

/** An entry of the list: a format, or what the report compares with, which is chosen in a list of its own. */
type FormatItem = Item & { readonly choice?: Choice; readonly comparison?: 'choose' | 'stop' };

/** Lets the user choose a format, and for a single assessment the version it is compared with. */
async function chooseFormat(uris: readonly vscode.Uri[], analyses: Analyses): Promise<Choice | undefined> {
  const { t } = analyses.words;
  const [only, ...others] = uris;
  const compared = only && others.length === 0 ? comparisonItems(only, analyses) : [];
  const chosen = await choose<FormatItem>([...formatItems(uris.length, t), ...compared], {
    title: t('export.choose'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!only || !chosen?.comparison) return chosen?.choice;
  const stops = chosen.comparison === 'stop';
  const baseline = stops ? undefined : await chooseBaseline(await vscode.workspace.openTextDocument(only), t);
  if (stops || baseline) analyses.baselines.set(only, baseline);
  return chooseFormat(uris, analyses);
}

/** What the report compares with: the version that the grid compares with, which is remembered. */
function comparisonItems(uri: vscode.Uri, analyses: Analyses): FormatItem[] {
  const { t, sheet } = analyses.words;
  const before = analyses.baselines.of(uri, sheet);
  const name = before ? label(before.name) : t('export.compared-none');
  return [
    { label: t('export.options'), kind: vscode.QuickPickItemKind.Separator },
    { label: ours`$(git-compare) ${t('export.compared', { name })}`, comparison: 'choose' },
    ...(before ? [{ label: ours`$(close) ${t('export.compared-stop')}`, comparison: 'stop' as const }] : []),
  ];
}

/** The formats; pictures are offered for a single assessment only. */
function formatItems(count: number, t: Translate): FormatItem[] {
  const choices = formats.flatMap((format): Choice[] => {
    if (format.sized) return sizes.map((size) => ({ format, size }));
    if (!format.pictures) return [{ format }];
    return count === 1 ? format.pictures.map((picture) => ({ format, picture })) : [];
  });
  return choices.map((choice) => {
    const key = [choice.format.id, choice.picture].filter(Boolean).join('-');
    const format = t(`export.format.${key}` as MessageKey);
    return {
      label: choice.size ? t(`export.size.${choice.size}`, { format }) : format,
      description: label(`.${choice.format.extension}`),
      detail: t(`export.format.${key}.what` as MessageKey),
      choice,
    };
  });
}

/** Asks where to write, by default beside the assessment; VS Code asks before a file is replaced. */
async function chooseFile(uri: vscode.Uri, { format, picture }: Choice, t: Translate): Promise<vscode.Uri | undefined> {
  const { extension } = format;
  const name = [withoutEnding(baseName(uri)), picture, extension].filter(Boolean).join('.');
  const folder =
    uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
  const filters = { [t(`export.format.${[format.id, picture].filter(Boolean).join('-')}` as MessageKey)]: [extension] };
  return vscode.window.showSaveDialog({
    title: t('export.save'),
    saveLabel: t('export.save'),
    filters,
    defaultUri: folder && vscode.Uri.joinPath(folder, name),
  });
}

/** An assessment with the crosswalk sources it names. */
async function withSources(checked: Checked, uri: vscode.Uri | undefined, analyses: Analyses): Promise<Checked> {
  if (!uri || checked.assessment.crosswalk.length === 0) return checked;
  return { ...checked, sources: await sourcesFor(checked.assessment, uri, analyses.words) };
}

/** An assessment with the version that it is compared with, if one is chosen. */
async function compared(checked: Checked, uri: vscode.Uri, analyses: Analyses): Promise<Checked> {
  const before = analyses.baselines.of(uri, analyses.wordsOf({ uri }).sheet);
  if (!before) return checked;
  const documents = await analyses.cited.citedBy(uri, before.assessment);
  return { ...checked, baseline: { ...before, problems: analyses.check(uri, before, documents) } };
}

/** Renders and writes the report; resolves to whether it did. Nothing is written after cancellation. */
async function write(
  uris: readonly vscode.Uri[],
  { format, picture, size }: Choice,
  target: vscode.Uri,
  analyses: Analyses,
  token: vscode.CancellationToken,
): Promise<boolean> {
  const { t } = analyses.words;
  const checked: Checked[] = [];
  for (const uri of uris) {
    if (token.isCancellationRequested) return false;
    try {
      checked.push(await compared(await checkedFile(analyses, uri), uri, analyses));
    } catch {
      informOfError(t('export.unreadable', { name: fileLabel(uri) }));
      return false;
    }
  }
  const render = await format.load();
  const told = await Promise.all(checked.map((one, index) => withSources(one, uris[index], analyses)));
  const content = await render({ checked: told, sheet: sharedSheet(analyses, uris), t, today: today(), picture, size });
  if (token.isCancellationRequested) return false;
  return writeChosen(target, content, t, uris);
}

/** The sheet with the overlay that all files share, or else without one. */
function sharedSheet(analyses: Analyses, uris: readonly vscode.Uri[]): Sheet {
  const [first = analyses.words.sheet, ...rest] = uris.map((uri) => analyses.wordsOf({ uri }).sheet);
  return rest.every((sheet) => sheet === first) ? first : analyses.words.sheet;
}
