/** Explanations of the sheet's wording: terms, and titles of the framework's functions. */

/** A technical term and its meaning. */
export interface Term {
  readonly term: string;
  /** Other forms of the term; plurals are recognised without being listed. */
  readonly forms?: readonly string[];
  /** One sentence. */
  readonly meaning: string;
}

/** The explanations of one language. */
export interface Glossary {
  readonly terms: readonly Term[];
  /**
   * Titles of functions of FIRST's framework by number, in their original English. The sheet uses the numbers of the
   * 1.0 draft; a title is given where 1.1 still has the function under that number with the cited subject.
   */
  readonly functions: Readonly<Record<string, string>>;
}

/** A term and where it stands in a text. */
export interface TermPlace {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
}

interface Index {
  readonly pattern: RegExp;
  /** Forms in lower case, each with its original spelling and its term. */
  readonly forms: ReadonlyMap<string, { readonly form: string; readonly term: Term }>;
}

const indexes = new WeakMap<Glossary, Index>();

/**
 * The terms in a text, each at its first place, in order. Of several that begin at one place the longest counts. Latin
 * terms match whole words, also in the plural; abbreviations match in their own letter case.
 */
export function findTerms(text: string, glossary: Glossary): TermPlace[] {
  if (!glossary.terms.length) return [];
  const { pattern, forms } = indexOf(glossary);
  const places = new Map<Term, TermPlace>();
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const known = forms.get(found.replace(/\s+/g, ' ').toLowerCase());
    if (!known || places.has(known.term) || (isAbbreviation(known.form) && known.form !== found)) continue;
    places.set(known.term, { start: index, end: index + found.length, term: known.term });
  }
  return [...places.values()];
}

/** The terms in some texts, except those explained in the notes, in the order of the texts. */
export function termsIn(texts: readonly string[], notes: readonly string[], glossary: Glossary): Term[] {
  const found = findTerms(texts.join('\n'), glossary).map(({ term }) => term);
  return found.filter(({ term }) => !notes.some((note) => note.toLowerCase().startsWith(term.toLowerCase())));
}

function indexOf(glossary: Glossary): Index {
  const known = indexes.get(glossary);
  if (known) return known;
  const all = glossary.terms.flatMap((term) =>
    [term.term, ...(term.forms ?? [])].flatMap(withPlural).map((form) => ({ form, term })),
  );
  const longestFirst = all.map(({ form }) => form).sort((a, b) => b.length - a.length);
  // eslint-disable-next-line expressions/linear -- of our own terms: words and white space, which share nothing
  const pattern = new RegExp(longestFirst.map(patternOf).join('|'), 'giu');
  const index = { pattern, forms: new Map(all.map((entry) => [entry.form.toLowerCase(), entry])) };
  indexes.set(glossary, index);
  return index;
}

function withPlural(form: string): string[] {
  if (!/[A-Za-z]$/.test(form)) return [form];
  return [form, /[^aeiou]y$/.test(form) ? `${form.slice(0, -1)}ies` : `${form}s`];
}

/** A pattern for a form as a whole word, with any white space between its words. Japanese words have no boundaries. */
function patternOf(form: string): string {
  const escaped = form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '\\s+');
  const start = /^[A-Za-z]/.test(form) ? '(?<![A-Za-z0-9])' : '';
  const end = /[A-Za-z]$/.test(form) ? '(?![A-Za-z0-9])' : '';
  return start + escaped + end;
}

function isAbbreviation(form: string): boolean {
  return /^\S*[A-Z]\S*[A-Z]/.test(form);
}
