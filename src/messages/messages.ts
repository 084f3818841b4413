/**
 * The catalogue of every sentence the product says, in each language, and the function that fills it in.
 *
 * The texts live in `l10n/<language>.json`, one flat object from key to template. A template may hold `{name}` for a
 * value and `{count|form for one|form for others}` where the wording depends on a number.
 */
import en from '../../l10n/en.json';
import ja from '../../l10n/ja.json';

/** The languages the product speaks. */
export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

export type MessageKey = keyof typeof en;
export type MessageParameters = Readonly<Record<string, string | number>>;
export type Catalogue = Readonly<Record<string, string>>;

/** Gives the sentence of a key in one language, with its parameters filled in. */
export interface Translate {
  (key: MessageKey, parameters?: MessageParameters): string;
  readonly language: Language;
}

const catalogues: Record<Language, Record<MessageKey, string>> = { en, ja };

/** The language to speak for a language tag such as `ja`, `ja-JP` or `en_US.UTF-8`: English where we have no other. */
export function languageOf(tag: string | undefined): Language {
  return /^ja\b|^ja_/i.test(tag ?? '') ? 'ja' : 'en';
}

/** The texts of one language, whole or only those whose key starts with one of `prefixes`. */
export function catalogueOf(language: Language, prefixes: readonly string[] = ['']): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogues[language]).filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix))),
  );
}

/** A `Translate` for one of our languages. */
export function translator(language: Language): Translate {
  return translatorOf(language, catalogues[language]);
}

/** A `Translate` over a catalogue handed in, as the panel has it from its host. */
export function translatorOf(language: Language, catalogue: Catalogue): Translate {
  const translate = (key: MessageKey, parameters: MessageParameters = {}): string =>
    fill(catalogue[key] ?? key, parameters);
  return Object.assign(translate, { language });
}

function fill(template: string, parameters: MessageParameters): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, other?: string) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    if (other === undefined) return String(value);
    return (Number(value) === 1 ? one : other) ?? '';
  });
}
