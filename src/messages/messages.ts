/**
 * The product's messages: their keys, and the function that fills in parameters.
 *
 * The texts are in `l10n/<language>.json`, one flat object from key to template. A template may contain `{name}` for a
 * value and `{count|form for one|form for others}` where the wording depends on a number: one form for each plural
 * category of the language.
 */
import type en from '../../l10n/en.json';
import type { Joined } from './safe-text';

/** The supported languages. */
export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

export type MessageKey = keyof typeof en;
export type MessageParameters = Readonly<Record<string, string | number>>;
type NoParameters = Readonly<Record<never, never>>;
export type Catalogue = Readonly<Record<string, string>>;

/** Returns the message of a key in one language with its parameters filled in; it is as safe as these are. */
export interface Translate {
  <const P extends MessageParameters = NoParameters>(key: MessageKey, parameters?: P): Joined<P[keyof P]>;
  readonly language: Language;
}

/** The supported language for a tag such as `ja`, `ja-JP` or `en_US.UTF-8`; English for all others. */
export function languageOf(tag: string | undefined): Language {
  const [own = ''] = (tag ?? '').toLowerCase().split(/[-_.]/, 1);
  return languages.find((language) => language === own) ?? 'en';
}

/** The messages of a catalogue whose keys start with one of the prefixes. */
export function partOf(catalogue: Catalogue, prefixes: readonly string[]): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix))),
  );
}

/** A `Translate` for a catalogue: the editor and its panel load one language only. */
export function translatorOf(language: Language, catalogue: Catalogue): Translate {
  const translate = (key: MessageKey, parameters: MessageParameters = {}): string =>
    fill(catalogue[key] ?? key, parameters, language);
  return Object.assign(translate as Translate, { language });
}

/**
 * The plural categories of each language, in the order in which templates list their forms, and which of them a number
 * takes: CLDR's rules. `Intl.PluralRules` has them, too, and takes half a millisecond to load.
 */
export const plurals: Readonly<
  Record<Language, { readonly categories: readonly Intl.LDMLPluralRule[]; readonly of: (value: number) => number }>
> = {
  en: { categories: ['one', 'other'], of: (value) => (Math.abs(value) === 1 ? 0 : 1) },
  ja: { categories: ['other'], of: () => 0 },
};

type Part = string | { readonly name: string; readonly forms?: readonly string[]; readonly source: string };

/** Parsed templates, cached: messages are filled in at every keystroke. */
const parsed = new Map<string, readonly Part[]>();

function partsOf(template: string): readonly Part[] {
  const known = parsed.get(template);
  if (known) return known;
  const parts: Part[] = [];
  let at = 0;
  for (const match of template.matchAll(/\{(\w+)(?:\|([^{}]*))?\}/g)) {
    const [source, name = '', forms] = match;
    parts.push(template.slice(at, match.index), { name, source, forms: forms?.split('|') });
    at = match.index + source.length;
  }
  parts.push(template.slice(at));
  parsed.set(template, parts);
  return parts;
}

function fill(template: string, parameters: MessageParameters, language: Language): string {
  let text = '';
  for (const part of partsOf(template)) text += typeof part === 'string' ? part : filled(part, parameters, language);
  return text;
}

/** A placeholder without a value remains as written, so that the omission is noticed. */
function filled(part: Exclude<Part, string>, parameters: MessageParameters, language: Language): string {
  const { name, forms, source } = part;
  const value = parameters[name];
  if (value === undefined) return source;
  return forms ? (forms[plurals[language].of(Number(value))] ?? source) : String(value);
}
