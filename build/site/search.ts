/** The search, as the browser runs it and as tests do. */
import MiniSearch from 'minisearch';
import { normalise } from '../../src/views/normalise';

/** A piece of a page that can be found. */
export interface Section {
  /** The title of its page. */
  readonly page: string;
  readonly heading: string;
  /** From the root of the site, with the heading's name. */
  readonly address: string;
  readonly text: string;
}

/**
 * The terms of a text. Words and numbers are terms as they stand; where a script has no spaces, each two neighbouring
 * characters are one, so that what is found does not depend on where a dictionary would part a word.
 */
export function termsOf(text: string): string[] {
  const runs = normalise(text).match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+|[\p{sc=Latin}\p{N}.]+/gu) ?? [];
  return runs.flatMap((run) => {
    if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(run)) return pairsOf(run);
    const parts = run.split('.').filter(Boolean);
    return parts.every((part) => /^\d+$/.test(part)) ? [parts.join('.')].filter(Boolean) : parts;
  });
}

function pairsOf(run: string): string[] {
  const signs = [...run];
  return signs.length < 2 ? signs : signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`);
}

/** Finds the sections that hold all terms of a query or else, where none does, some of them; the best first. */
export function searchOf(sections: readonly Section[]): (query: string) => Section[] {
  const index = new MiniSearch<Section>({
    idField: 'address',
    fields: ['heading', 'page', 'text'],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: {
      combineWith: 'AND',
      boost: { heading: 4, page: 2 },
      prefix: true,
      fuzzy: (term) => /^[a-z]{5,}$/.test(term) && 0.2,
    },
  });
  index.addAll(sections);
  const byAddress = new Map(sections.map((section) => [section.address, section]));
  return (query) => {
    const all = index.search(query);
    const found = all.length ? all : index.search(query, { combineWith: 'OR' });
    return found.flatMap(({ id }) => byAddress.get(id as string) ?? []);
  };
}
