/**
 * The language server in a web worker, connected through the worker's own port. It has no access to files, so evidence
 * is not looked up.
 */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Language } from '../messages/messages';
import { translator } from '../messages/catalogues';
import criteria from '../sheet/criteria.json';
import functions from '../sheet/functions.json';
import type { Glossary } from '../sheet/glossary';
import { composeSheet, type CriteriaStructure, type Sheet, type Wording } from '../sheet/sheet';
import termsEn from '../sheet/terms.en.json';
import termsJa from '../sheet/terms.ja.json';
import wordingEn from '../sheet/wording.en.json';
import wordingJa from '../sheet/wording.ja.json';
import { startServer } from './server';

const texts: Record<Language, { wording: Wording; terms: Glossary['terms'] }> = {
  en: { wording: wordingEn, terms: termsEn },
  ja: { wording: wordingJa, terms: termsJa },
};

const port = self as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));

startServer(connection, {
  language: 'en',
  words: (language) => Promise.resolve({ sheet: sheetIn(language), t: translator(language) }),
  now: () => new Date(),
  filesIn: () => undefined,
  rulesPage: () => undefined,
});

function sheetIn(language: Language): Sheet {
  const { wording, terms } = texts[language];
  return composeSheet(wording, { terms, functions }, criteria as CriteriaStructure);
}
