/** The words of the site itself. */
import type { Language } from '../../src/messages/messages';

interface Texts {
  readonly language: string;
  readonly skip: string;
  readonly navigation: string;
  readonly search: string;
  readonly searchHint: string;
  readonly found: string;
  readonly nothing: string;
  readonly sheet: string;
  readonly wholeSheet: string;
  readonly rules: string;
  readonly source: string;
}

/** `found` holds the number of results as `{count}`. */
export const texts: Readonly<Record<Language, Texts>> = {
  en: {
    language: 'English',
    skip: 'Skip to the text',
    navigation: 'Pages',
    search: 'Search',
    searchHint: 'Search (press /)',
    found: 'Results: {count}',
    nothing: 'Nothing found',
    sheet: 'Maturity sheet',
    wholeSheet: 'Method and areas',
    rules: 'Rules in detail',
    source: 'Source of this page',
  },
  ja: {
    language: '日本語',
    skip: '本文へ移動',
    navigation: 'ページ一覧',
    search: '検索',
    searchHint: '検索（/ キー）',
    found: '{count}件',
    nothing: '見つかりません',
    sheet: '成熟度シート',
    wholeSheet: '使い方とサービスエリア',
    rules: 'ルールの詳細',
    source: 'このページのソース',
  },
};
