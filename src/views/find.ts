/** Finds words in a text, ignoring width, case, accents, hyphens and the kind of kana. */
import { normalise } from './normalise';

/** A range of a text, from `start` up to `end`, exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A query in the form `stretchesOf` takes; empty where there is nothing to search for. */
export function queryOf(text: string): string {
  return normalise(text).trim();
}

/** The matches of a query in a text; they do not overlap. */
export function stretchesOf(text: string, query: string): Stretch[] {
  if (!query) return [];
  const { plain, places } = flatten(text);
  const stretches: Stretch[] = [];
  for (let at = plain.indexOf(query); at >= 0; at = plain.indexOf(query, at + query.length)) {
    stretches.push({ start: places[at]?.start ?? 0, end: places[at + query.length - 1]?.end ?? text.length });
  }
  return stretches;
}

/** Plain forms of characters, cached: each keystroke searches the whole sheet. */
const forms = new Map<string, string>();

function formOf(character: string): string {
  const known = forms.get(character);
  if (known !== undefined) return known;
  const form = normalise(character);
  forms.set(character, form);
  return form;
}

/** A text in its plain form, with the original range of each of its characters. */
function flatten(text: string): { plain: string; places: Stretch[] } {
  let plain = '';
  const places: Stretch[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    for (const letter of formOf(character)) {
      if (letter === ' ' && plain.endsWith(' ')) continue;
      plain += letter;
      for (let unit = 0; unit < letter.length; unit++) places.push({ start, end });
    }
    start = end;
  }
  return { plain, places };
}
