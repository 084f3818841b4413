/** The files whose look slides and documents take over, which the user chooses and VS Code keeps on this computer. */
import * as vscode from 'vscode';
import { label } from '../../language/interface-text';
import type { Translate } from '../../messages/messages';
import type { Label } from '../../messages/safe-text';
import { formats } from '../../report/formats';
import { TemplateRefused } from '../../report/office/template-refused';
import type { Format } from '../../report/report';
import { fileLabel } from '../core/assessment-documents';
import { readRegular } from '../core/chosen-file';
import { informOfError } from '../core/notify';

/** The key under which VS Code keeps them: their addresses by format. */
const key = 'reportTemplates';

/** No template is larger; a larger file is not read. */
const longest = 120_000_000;

const templated = formats.filter(({ templates }) => templates);
const endings = templated.flatMap(({ templates = [] }) => templates);

/** The template chosen for a format, if any. */
export function templateOf(format: Format, memory: vscode.Memento): vscode.Uri | undefined {
  const address = memory.get<Readonly<Record<string, string>>>(key)?.[format.id];
  return address === undefined ? undefined : vscode.Uri.parse(address);
}

/** The names of the templates chosen; `undefined` where there are none. */
export function templateNames(memory: vscode.Memento, t: Translate): Label | undefined {
  const chosen = templated.flatMap((format) => templateOf(format, memory) ?? []);
  return chosen.length ? label(chosen.map(fileLabel).join(t('view.separator'))) : undefined;
}

/** Lets the user choose a template; the ending of its name says for which format. */
export async function chooseTemplate(memory: vscode.Memento, t: Translate): Promise<void> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: t('export.template-choose'),
      openLabel: t('export.template-use'),
      filters: { [t('export.template-kinds')]: [...endings] },
    })) ?? [];
  if (!chosen) return;
  const format = templated.find(({ templates }) => templates?.some((one) => endsWith(chosen, one)));
  if (!format)
    return informOfError(
      t('export.template-ending', {
        name: fileLabel(chosen),
        endings: label(endings.map((one) => `.${one}`).join(' ')),
      }),
    );
  await memory.update(key, { ...memory.get<object>(key), [format.id]: chosen.toString() });
}

export function forgetTemplates(memory: vscode.Memento): Thenable<void> {
  return memory.update(key, undefined);
}

/** The bytes of a template. Throws `TemplateRefused`, and VS Code's error where it cannot be read. */
export async function readTemplate(uri: vscode.Uri): Promise<Uint8Array> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > longest) throw new TemplateRefused('template.too-large');
  const bytes = await readRegular(uri);
  if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
  return bytes;
}

function endsWith({ path }: vscode.Uri, ending: string): boolean {
  return path.toLowerCase().endsWith(`.${ending}`);
}
