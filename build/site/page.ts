/** What the site consists of. */
import type { Language } from '../../src/messages/messages';

/** A page before it is laid out. */
export interface Page {
  /** Where it stands in the site: `scoring.html`, `ja/sheet/2.1.html`. */
  readonly address: string;
  readonly language: Language;
  /** The file it is made of, from the project's root: its links are relative to it. */
  readonly source: string;
  readonly markdown: string;
}

/** A group of the navigation. */
export interface Group {
  readonly title: string;
  readonly links: readonly { readonly title: string; readonly address: string }[];
  /** Whether it is folded on pages that are not in it. */
  readonly isLong?: boolean;
}

/** The folder of a language in the site; English has none. */
export function folderOf(language: Language): string {
  return language === 'en' ? '' : `${language}/`;
}

/** The address of the same page in another language. */
export function inLanguage({ address, language }: Pick<Page, 'address' | 'language'>, other: Language): string {
  return folderOf(other) + address.slice(folderOf(language).length);
}

/** The way from one page to another address of the site. */
export function wayTo(address: string, from: string): string {
  return '../'.repeat(from.split('/').length - 1) + address;
}
