/** "Export Report…": asks for a format and a file, and writes the report of one or several assessments. */
import * as vscode from 'vscode';
import { withoutEnding } from '../../assessment/file-name';
import { label } from '../../language/interface-text';
import { languageNames } from '../../language/language-notice';
import { languages, type Language, type MessageKey, type Translate } from '../../messages/messages';
import { ours, type Label } from '../../messages/safe-text';
import { formats } from '../../report/formats';
import { TemplateRefused } from '../../report/office/template-refused';
import { sizes, type Format, type Picture, type Render, type ReportInput, type Size } from '../../report/report';
import type { Sheet } from '../../sheet/sheet';
import type { ActiveAssessment } from '../core/active-assessment';
import { today, type Analyses } from '../core/analyses';
import { reportedFile, type ReportedFile } from '../assessments/checked-file';
import { writeChosen } from '../core/chosen-file';
import { baseName, fileLabel } from '../core/assessment-documents';
import { offerToOpen } from '../core/offer-to-open';
import { choose, type Item } from '../core/ask';
import { inform, informOfError, withProgress } from '../core/notify';
import { loadWords, type Words } from '../core/words';
import { chooseBaseline } from './compare';
import { meantAssessment } from './meant-assessment';
import { chooseTemplate, forgetTemplates, readTemplate, templateNames, templateOf } from './report-template';

/** The format to export, and for one that draws pictures, the picture. */
interface Choice {
  readonly format: Format;
  readonly picture?: Picture;
  /** The extent, for formats that have several. */
  readonly size?: Size;
}

/** What exporting needs of the extension. */
interface ExportHost {
  readonly extensionUri: vscode.Uri;
  readonly analyses: Analyses;
  readonly active: ActiveAssessment;
  /** Keeps the language of reports where it is not the editor's. */
  readonly memory: vscode.Memento;
}

/** The key under which VS Code keeps the language of reports, on this computer. */
const reportLanguage = 'reportLanguage';

/** Exports the files the command is called on, or else the active assessment. */
export async function exportReport(host: ExportHost, given?: unknown, selected?: unknown): Promise<void> {
  const { analyses, active } = host;
  const { t } = analyses.words;
  const meant = filesMeant(given, selected) ?? (await meantAssessment(active, t));
  if (meant === 'none') return void inform(t('export.none'));
  const uris = meant instanceof vscode.Uri ? [meant] : (meant ?? []);
  const [first] = uris;
  if (!first) return;
  const choice = await chooseFormat(uris, host);
  if (!choice) return;
  const [count, maximum] = [uris.length, choice.format.most];
  if (count > maximum) return void informOfError(t('export.too-many', { count, maximum }));
  const target = await chooseFile(first, choice, t);
  if (!target) return;
  const name = fileLabel(target);
  const written = await withProgress(vscode.ProgressLocation.Notification, t('export.writing', { name }), (token) =>
    write(uris, choice, target, host, token),
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

/** An entry of the list: a format, or an option, which is chosen in a list of its own. */
type FormatItem = Item & { readonly choice?: Choice; readonly option?: () => Promise<void> };

/** Lets the user choose a format, and before it any of the options. */
async function chooseFormat(uris: readonly vscode.Uri[], host: ExportHost): Promise<Choice | undefined> {
  const { t } = host.analyses.words;
  const [only, ...others] = uris;
  const compared = only && others.length === 0 ? comparisonItems(only, host.analyses) : [];
  const options: FormatItem[] = [
    { label: t('export.options'), kind: vscode.QuickPickItemKind.Separator },
    ...compared,
    {
      label: ours`$(globe) ${t('export.language', { name: nameOf(languageOfReport(host)) })}`,
      option: () => chooseLanguage(host),
    },
    ...templateItems(host),
  ];
  const chosen = await choose<FormatItem>([...formatItems(uris.length, t), ...options], {
    title: t('export.choose'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!chosen?.option) return chosen?.choice;
  await chosen.option();
  return chooseFormat(uris, host);
}

/** What the report compares with: the version that the grid compares with, which is remembered. */
function comparisonItems(uri: vscode.Uri, analyses: Analyses): FormatItem[] {
  const { baselines, words } = analyses;
  const { t } = words;
  const before = baselines.of(uri, words.sheet);
  const name = before ? label(before.name) : t('export.compared-none');
  const other = async (): Promise<void> => {
    const baseline = await chooseBaseline(await vscode.workspace.openTextDocument(uri), t);
    if (baseline) baselines.set(uri, baseline);
  };
  const none = async (): Promise<void> => baselines.set(uri, undefined);
  return [
    { label: ours`$(git-compare) ${t('export.compared', { name })}`, option: other },
    ...(before ? [{ label: ours`$(close) ${t('export.compared-stop')}`, option: none }] : []),
  ];
}

/** The templates of slides and documents, which are remembered. */
function templateItems({ analyses, memory }: ExportHost): FormatItem[] {
  const { t } = analyses.words;
  const chosen = templateNames(memory, t);
  const forget = async (): Promise<void> => forgetTemplates(memory);
  return [
    {
      label: ours`$(symbol-color) ${t('export.template', { name: chosen ?? t('export.template-none') })}`,
      option: () => chooseTemplate(memory, t),
    },
    ...(chosen ? [{ label: ours`$(close) ${t('export.template-stop')}`, option: forget }] : []),
  ];
}

/** The language chosen for reports, or else the editor's. */
function languageOfReport({ analyses, memory }: ExportHost): Language {
  const kept = memory.get<string>(reportLanguage);
  return languages.find((language) => language === kept) ?? analyses.words.t.language;
}

/** Lets the user choose the language of reports, which is remembered; the editor's own is followed when it changes. */
async function chooseLanguage({ analyses, memory }: ExportHost): Promise<void> {
  const { t } = analyses.words;
  const items = languages.map((language) => ({
    label: nameOf(language),
    ...(language === t.language && { description: t('export.language-shown') }),
    language,
  }));
  const chosen = await choose<Item & { readonly language: Language }>(items, { title: t('export.language-choose') });
  if (!chosen) return;
  await memory.update(reportLanguage, chosen.language === t.language ? undefined : chosen.language);
}

function nameOf(language: Language): Label {
  return label(languageNames[language]);
}

/** The texts of the report's language, read when it is not the editor's. */
async function wordsOfReport(host: ExportHost): Promise<Words> {
  const { analyses, extensionUri } = host;
  const language = languageOfReport(host);
  return language === analyses.words.t.language ? analyses.words : loadWords(extensionUri, language);
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

/** Renders and writes the report; resolves to whether it did. Nothing is written after cancellation. */
async function write(
  uris: readonly vscode.Uri[],
  { format, picture, size }: Choice,
  target: vscode.Uri,
  host: ExportHost,
  token: vscode.CancellationToken,
): Promise<boolean> {
  const { analyses } = host;
  const { t } = analyses.words;
  const plain = await wordsOfReport(host);
  const files: ReportedFile[] = [];
  for (const uri of uris) {
    if (token.isCancellationRequested) return false;
    try {
      files.push(await reportedFile(analyses, uri, plain));
    } catch {
      informOfError(t('export.unreadable', { name: fileLabel(uri) }));
      return false;
    }
  }
  const checked = files.map((file) => file.checked);
  const sheet = sharedSheet(files, plain);
  const input = { checked, sheet, t: plain.t, today: today(), picture, size };
  const content = await rendered(input, format, target, host);
  if (content === undefined || token.isCancellationRequested) return false;
  return writeChosen(target, content, t, uris);
}

/** The report on the template chosen for its format; `undefined` after showing why it could not be made. */
async function rendered(
  input: ReportInput,
  format: Format,
  target: vscode.Uri,
  { analyses, memory }: ExportHost,
): Promise<Awaited<ReturnType<Render>> | undefined> {
  const { t } = analyses.words;
  const uri = templateOf(format, memory);
  try {
    const template = uri && (await readTemplate(uri));
    const render = await format.load();
    return await render({ ...input, template });
  } catch (error) {
    const detail = label(error instanceof Error ? error.message : String(error));
    const isRefused = uri && error instanceof TemplateRefused;
    informOfError(
      isRefused
        ? t('export.template-refused', { path: fileLabel(uri), reason: t(error.key) })
        : t('export.failed', { name: fileLabel(target), detail }),
    );
    return undefined;
  }
}

/** The sheet with the overlay that all files share, or else without one. */
function sharedSheet(files: readonly ReportedFile[], plain: Words): Sheet {
  const [first = plain.sheet, ...rest] = files.map(({ words }) => words.sheet);
  return rest.every((sheet) => sheet === first) ? first : plain.sheet;
}
