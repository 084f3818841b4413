/** The user's language, and the sheet in it. */
import * as vscode from 'vscode';
import { languageOf, translator, type Language, type Translate } from '../messages/messages';
import { composeSheet, type Sheet, type Wording } from '../sheet/sheet';

export interface Words {
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** The language of the setting, else VS Code's own. */
export function currentLanguage(): Language {
  const chosen = vscode.workspace.getConfiguration('psirtMaturity').get<string>('language', 'auto');
  return languageOf(chosen === 'auto' ? vscode.env.language : chosen);
}

/** Reads the sheet's wording of a language from the extension's own files. */
export async function loadWords(extensionUri: vscode.Uri, language: Language): Promise<Words> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', `sheet.${language}.json`));
  const wording = JSON.parse(new TextDecoder().decode(bytes)) as Wording;
  return { sheet: composeSheet(wording), t: translator(language) };
}
