/** The user's language, with the sheet and messages in it. */
import * as vscode from 'vscode';
import { languageOf, translatorOf, type Catalogue, type Language, type Translate } from '../../messages/messages';
import type { Glossary } from '../../sheet/glossary';
import { composeSheet, type CriteriaStructure, type Sheet, type Wording } from '../../sheet/sheet';

export interface Words {
  readonly sheet: Sheet;
  readonly t: Translate;
  /** All messages of the language, of which the panel receives a part. */
  readonly catalogue: Catalogue;
}

/** The language of the setting, or else VS Code's own. */
export function currentLanguage(): Language {
  const chosen = vscode.workspace.getConfiguration('psirtMaturity').get<string>('language', 'auto');
  return languageOf(chosen === 'auto' ? vscode.env.language : chosen);
}

/** Reads the messages of a language and the sheet's wording from the extension's files. */
export async function loadWords(extensionUri: vscode.Uri, language: Language): Promise<Words> {
  const [catalogue, sheet] = await Promise.all([
    readJson<Catalogue>(extensionUri, `messages.${language}.json`),
    loadSheet(extensionUri, language),
  ]);
  return { sheet, t: translatorOf(language, catalogue), catalogue };
}

/** The same messages with the documentation of rules, which is not needed at start. */
export async function loadRuleTexts(extensionUri: vscode.Uri, { t, catalogue }: Words): Promise<Translate> {
  const rules = await readJson<Catalogue>(extensionUri, `rules.${t.language}.json`);
  return translatorOf(t.language, { ...catalogue, ...rules });
}

/** Reads the sheet in a language, with its criteria and its glossary. */
export async function loadSheet(extensionUri: vscode.Uri, language: Language): Promise<Sheet> {
  const read = <T>(name: string): Promise<T> => readJson<T>(extensionUri, name);
  const [wording, criteria, terms, functions] = await Promise.all([
    read<Wording>(`sheet.${language}.json`),
    read<CriteriaStructure>('criteria.json'),
    read<Glossary['terms']>(`terms.${language}.json`),
    read<Glossary['functions']>('functions.json'),
  ]);
  return composeSheet(wording, { terms, functions }, criteria);
}

async function readJson<T>(extensionUri: vscode.Uri, name: string): Promise<T> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', name));
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}
