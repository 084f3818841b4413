/**
 * The sentences the product says: how they are named, and the function that fills them in.
 *
 * The texts live in `l10n/<language>.json`, one flat object from key to template. A template may hold `{name}` for a
 * value and `{count|form for one|form for others}` where the wording depends on a number.
 */
import type en from '../../l10n/en.json';
import type { Joined } from './safe-text';

/** The languages the product speaks. */
export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

export type MessageKey = keyof typeof en;
export type MessageParameters = Readonly<Record<string, string | number>>;
type NoParameters = Readonly<Record<never, never>>;
export type Catalogue = Readonly<Record<string, string>>;

/** Gives the sentence of a key in one language, with its parameters filled in: it is as safe as these are. */
export interface Translate {
  <const P extends MessageParameters = NoParameters>(key: MessageKey, parameters?: P): Joined<P[keyof P]>;
  readonly language: Language;
}

/** The language to speak for a language tag such as `ja`, `ja-JP` or `en_US.UTF-8`: English where we have no other. */
export function languageOf(tag: string | undefined): Language {
  return /^ja\b|^ja_/i.test(tag ?? '') ? 'ja' : 'en';
}

/** The texts of a catalogue whose key starts with one of the prefixes. */
export function partOf(catalogue: Catalogue, prefixes: readonly string[]): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix))),
  );
}

/** A `Translate` over a catalogue: the editor and its panel load that of one language only. */
export function translatorOf(language: Language, catalogue: Catalogue): Translate {
  const translate = (key: MessageKey, parameters: MessageParameters = {}): string =>
    fill(catalogue[key] ?? key, parameters);
  return Object.assign(translate as Translate, { language });
}

type Part =
  | string
  | { readonly name: string; readonly forms?: readonly [one: string, other: string]; readonly source: string };

/** Templates taken apart, each once: messages are filled in at every keystroke. */
const parsed = new Map<string, readonly Part[]>();

function partsOf(template: string): readonly Part[] {
  const known = parsed.get(template);
  if (known) return known;
  const parts: Part[] = [];
  let at = 0;
  for (const match of template.matchAll(/\{(\w+)(?:\|([^{|}]*)\|([^{}]*))?\}/g)) {
    const [source, name = '', one, other] = match;
    parts.push(template.slice(at, match.index), {
      name,
      source,
      forms: one === undefined || other === undefined ? undefined : [one, other],
    });
    at = match.index + source.length;
  }
  parts.push(template.slice(at));
  parsed.set(template, parts);
  return parts;
}

function fill(template: string, parameters: MessageParameters): string {
  let text = '';
  for (const part of partsOf(template)) text += typeof part === 'string' ? part : filled(part, parameters);
  return text;
}

/** A place that has no value stays as it is written: better seen than lost. */
function filled({ name, forms, source }: Exclude<Part, string>, parameters: MessageParameters): string {
  const value = parameters[name];
  if (value === undefined) return source;
  return forms ? forms[Number(value) === 1 ? 0 : 1] : String(value);
}
