/** Reads the texts of one language from disk on demand: they are not bundled into the program's code. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { translatorOf, type Catalogue, type Language, type Translate } from '../messages/messages';
import { outlinedSheet, type Outline } from '../sheet/outline';
import { composeSheet, noGlossary, type CriteriaStructure, type Sheet, type Wording } from '../sheet/sheet';

const sheets = new Map<Language, Sheet>();
const translations = new Map<Language, Translate>();

/** The sheet in a language, read once. Throws when its wording is missing. */
export function loadSheet(language: Language): Sheet {
  const sheet = sheets.get(language) ?? sheetOf(language);
  sheets.set(language, sheet);
  return sheet;
}

/** Reads the outline alone, until a text is asked for that it lacks. */
function sheetOf(language: Language): Sheet {
  let whole: Sheet | undefined;
  const outline = readTexts<Outline>(`outline.${language}.json`, join('..', 'sheet', `outline.${language}.json`));
  return outlinedSheet(outline, () => (whole ??= wholeSheet(language)));
}

function wholeSheet(language: Language): Sheet {
  const wording = readTexts<Wording>(`sheet.${language}.json`, join('..', 'sheet', `wording.${language}.json`));
  const criteria = readTexts<CriteriaStructure>('criteria.json', join('..', 'sheet', 'criteria.json'));
  return composeSheet(wording, noGlossary, criteria);
}

/** The sheet in a language with its glossary and criteria. Throws when a text is missing. */
export function loadExplainedSheet(language: Language): Sheet {
  const texts = <T>(name: string): T => readTexts<T>(name, join('..', 'sheet', name));
  return {
    ...loadSheet(language),
    glossary: { terms: texts(`terms.${language}.json`), functions: texts('functions.json') },
  };
}

/** A style sheet of the product. Throws when it is missing. */
export function loadStyle(name: string): string {
  return readText(name, join('..', '..', 'media', name));
}

/** The messages in a language, read once. Throws when they are missing. */
export function loadMessages(language: Language): Translate {
  const translate = translations.get(language) ?? translatorOf(language, catalogueOf(language));
  translations.set(language, translate);
  return translate;
}

/**
 * The messages of a language: where the build has put aside those that checks use, these, and all others as soon as one
 * of them is asked for, which are seven times as many.
 */
function catalogueOf(language: Language): Catalogue {
  const read = (): Catalogue =>
    readTexts(join('cli', `messages.${language}.json`), join('..', '..', 'l10n', `${language}.json`));
  const ofChecks = join(__dirname, '..', 'cli', `check.${language}.json`);
  if (!existsSync(ofChecks)) return read();
  let all: Catalogue | undefined;
  const get = (few: Catalogue, key: string): string | undefined => few[key] ?? (all ??= read())[key];
  return new Proxy(JSON.parse(readFileSync(ofChecks, 'utf8')) as Catalogue, { get });
}

function readTexts<T>(built: string, source: string): T {
  return JSON.parse(readText(built, source)) as T;
}

/** The text of a file in `dist/`, or of its source when the program runs unbundled. Throws when neither exists. */
function readText(built: string, source: string): string {
  const beside = join(__dirname, '..', built);
  return readFileSync(existsSync(beside) ? beside : join(__dirname, source), 'utf8');
}
