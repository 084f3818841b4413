/** Shows in the language status where this extension speaks another language than VS Code, and lets the user choose. */
import * as vscode from 'vscode';
import { languageNames, languageNotice } from '../../language/language-notice';
import { label } from '../../language/interface-text';
import { joined } from '../../messages/safe-text';
import { languages } from '../../messages/messages';
import type { Analyses } from '../core/analyses';
import { choose } from '../core/ask';
import { selector } from '../core/assessment-documents';

const chooseCommand = 'psirtMaturity.chooseLanguage';

export function registerLanguageStatus(analyses: Analyses): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const update = () => {
    const { t } = analyses.words;
    const notice = languageNotice(vscode.env.language, t);
    // An item cannot be hidden, so there is none where there is nothing to show.
    if (!notice) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= vscode.languages.createLanguageStatusItem('psirtMaturity.language', selector);
    item.name = t('language.name');
    item.text = notice.text;
    item.detail = notice.detail;
    item.command = { command: chooseCommand, title: t('language.change') };
  };
  update();
  return vscode.Disposable.from(
    { dispose: () => item?.dispose() },
    analyses.onDidChangeWords(update),
    vscode.commands.registerCommand(chooseCommand, () => chooseLanguage(analyses)),
  );
}

/**
 * Asks for the language and writes the setting: for the workspace where it has a value of its own, otherwise for the
 * user.
 */
async function chooseLanguage({ words: { t } }: Analyses): Promise<void> {
  const settings = vscode.workspace.getConfiguration('psirtMaturity');
  const current = settings.get<string>('language', 'auto');
  const choices = [
    { value: 'auto', label: t('language.auto'), description: label(vscode.env.language) },
    ...languages.map((value) => ({ value, label: label(languageNames[value]), description: label('') })),
  ].map((choice) => ({
    ...choice,
    description: joined(
      [choice.description, label(choice.value === current ? t('language.current') : '')].filter((part) => part !== ''),
      ' · ',
    ),
  }));
  const chosen = await choose(choices, {
    title: t('language.name'),
    placeHolder: t('language.choose'),
  });
  if (!chosen) return;
  const ofWorkspace = settings.inspect('language')?.workspaceValue !== undefined;
  await settings.update(
    'language',
    chosen.value,
    ofWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
}
