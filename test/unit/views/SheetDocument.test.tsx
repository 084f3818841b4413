import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { catalogues, translator } from '../../../src/messages/catalogues';
import type { Language } from '../../../src/messages/messages';
import { sheetHtml } from '../../../src/report/sheet/sheet-html';
import { frameworkUrl, nextFrameworkUrl } from '../../../src/sheet/references';
import { findService } from '../../../src/sheet/sheet';
import { queryOf } from '../../../src/views/find';
import { countFinds, foundAreas, type SheetColumn } from '../../../src/views/sheet-columns';
import { SheetDocument, type SheetProps } from '../../../src/views/SheetDocument';
import {
  findsOf,
  initialSheetState,
  layoutOf,
  reduceSheet,
  savedSheetState,
  shownColumns,
  type SheetState,
} from '../../../src/webview/sheet-state';
import { SheetPage } from '../../../src/webview/SheetPage';
import { sheets, viewOf } from '../../support/views';

const column = (language: Language): SheetColumn => ({ language, sheet: sheets[language], t: translator(language) });

function drawn(languages: readonly Language[], rest: Partial<SheetProps> = {}): string {
  return render(<SheetDocument columns={languages.map(column)} t={translator('en')} {...rest} />);
}

/** The HTML of one level. */
function levelOf(html: string, service: string, level: number): string {
  return (
    new RegExp(`<section class="([^"]*)" id="service-${service.replace('.', '\\.')}-${level}".*?</section>`).exec(
      html,
    )?.[0] ?? ''
  );
}

describe('the sheet to read', () => {
  it('has every service with every level it describes, and a way there', () => {
    const html = drawn(['en']);
    for (const { id, title, levels } of sheets.en.areas.flatMap(({ services }) => services)) {
      assert.ok(html.includes(`<a href="#service-${id}">${id} ${title}</a>`), id);
      assert.ok(html.includes(`id="service-${id}"`), id);
      levels.forEach((level, number) =>
        assert.equal(levelOf(html, id, number) !== '', level !== null, `${id}/${number}`),
      );
    }
    assert.match(html, /Not described by the sheet: 0, 1, 2, 3/);
  });

  it('stands side by side in two languages, level by level', () => {
    const level = levelOf(drawn(['ja', 'en']), '3.1', 2);
    const [japanese, english] = [
      findService(sheets.ja, '3.1')?.levels[2]?.summary ?? '?',
      findService(sheets.en, '3.1')?.levels[2]?.summary ?? '?',
    ];
    assert.match(level, new RegExp(`lang="ja">.*${japanese}.*lang="en">.*${english}`));
    assert.match(level, /<h4>.*lang="ja">レベル2<.*lang="en">Level 2<.*<\/h4>/);
  });

  it('marks score and target of an assessment in words, and the reason of an exclusion', () => {
    const marked = { name: 'Router', scored: viewOf(['"1.2": 2', '"1.3": { excluded: Not "ours" }']).scored };
    const html = drawn(['en'], { marked });
    assert.match(html, /Marked: score and target of Router/);
    assert.match(
      levelOf(html, '1.2', 2),
      /class="sheet-level level-2 scored".*<span class="badge">current score<\/span>/,
    );
    assert.match(levelOf(html, '1.2', 3), /class="sheet-level level-3 target".*<span class="badge">target<\/span>/);
    assert.doesNotMatch(levelOf(html, '1.3', 3), /badge/);
    assert.match(html, /excluded: Not "ours"|excluded: Not &quot;ours&quot;/);
  });

  it('shows, with a query, the services it stands in, and marks as many finds as it counts', () => {
    for (const [query, languages] of [
      ['bug bar', ['en']],
      ['トリアージ', ['ja', 'en']],
      ['triage', ['en', 'ja']],
      ['3.3.2', ['en']],
      ['finder', ['en']],
      ['2', ['ja']],
    ] as const) {
      const columns = languages.map(column);
      const { count, services } = countFinds(foundAreas(columns, queryOf(query)));
      const html = drawn(languages, { query: queryOf(query) });
      assert.ok(count > 1 && services > 0, query);
      assert.equal(html.match(/data-found/g)?.length, count, query);
      assert.equal(html.match(/class="sheet-service"/g)?.length, services, query);
    }
    assert.match(drawn(['en'], { query: 'zzz' }), /No matches\./);
  });

  it('links references to the framework and nothing else', () => {
    const links = [...drawn(['en', 'ja']).matchAll(/href="(?!#)([^"]*)"/g)].map(([, href]) => href);
    assert.ok(links.length > 300);
    assert.deepEqual(new Set(links), new Set([frameworkUrl, nextFrameworkUrl]));
  });

  it('carries no inline styles, which the page’s policy forbids', () => {
    assert.doesNotMatch(drawn(['en']), / style=/);
  });
});

describe('the sheet as HTML', () => {
  const html = sheetHtml({ columns: [column('ja')], t: translator('ja') }, '/* styles */');

  it('is one document that loads and runs nothing', () => {
    assert.match(html, /^<!DOCTYPE html>\n<html lang="ja">/);
    assert.match(html, /default-src 'none'/);
    assert.doesNotMatch(html, /<script|<link|<img|url\(/);
  });

  it('explains its terms at the end, for those who read on paper', () => {
    assert.match(html, /<dt>バグバー<\/dt><dd>どの不具合/);
    assert.match(html, /<li>3\.1\.1 Quality Gate and Bug Bars<\/li>/);
  });

  it('shows an organisation’s wording as text', () => {
    const areas = sheets.en.areas.map((area) => ({
      ...area,
      title: '<script>alert(1)</script>',
      summary: '[1.1.1](javascript:alert(1))',
    }));
    const own = sheetHtml({ columns: [{ ...column('en'), sheet: { ...sheets.en, areas } }], t: translator('en') }, '');
    assert.doesNotMatch(own, /<script/);
    assert.doesNotMatch(own, /href="javascript/);
  });
});

describe('the page of the sheet', () => {
  const texts = (language: Language) => ({ type: 'texts', language, catalogues, sheets }) as const;
  const opened = (language: Language, saved?: unknown): SheetState =>
    reduceSheet(initialSheetState(saved), texts(language));
  const page = (state: SheetState): string => render(<SheetPage state={state} on={() => {}} save={() => {}} wide />);

  it('is empty until its words have come', () => {
    assert.equal(page(initialSheetState(undefined)), '');
  });

  it('begins in the reader’s language, and remembers another choice, the query and the place', () => {
    assert.equal(layoutOf(opened('ja')), 'ja');
    const chosen = reduceSheet(
      reduceSheet(reduceSheet(opened('ja'), { type: 'layout', layout: 'all' }), { type: 'query', query: 'SLA' }),
      { type: 'scrolled', place: 'service-2.1' },
    );
    assert.deepEqual(
      shownColumns(chosen).map(({ language }) => language),
      ['ja', 'en'],
    );
    const later = opened('en', JSON.parse(JSON.stringify(savedSheetState(chosen))));
    assert.deepEqual([layoutOf(later), later.query, later.place], ['all', 'SLA', 'service-2.1']);
  });

  it('takes nothing on trust that an earlier life left behind', () => {
    for (const saved of [null, 7, 'x', { layout: 'fr', query: 3, place: {} }])
      assert.deepEqual(savedSheetState(opened('en', saved)), { layout: null, query: '', place: '' });
  });

  it('counts the finds and leads round them', () => {
    let state = reduceSheet(opened('en'), { type: 'query', query: 'bug bar' });
    const { count } = findsOf(state);
    assert.match(page(state), new RegExp(`1 of ${count}, in 2 services`));
    state = reduceSheet(state, { type: 'find', step: -1 });
    assert.equal(state.find, count - 1);
    state = reduceSheet(state, { type: 'find', step: 1 });
    assert.equal(state.find, 0);
    assert.equal(reduceSheet(opened('en'), { type: 'find', step: 1 }).find, 0);
    assert.match(page(reduceSheet(opened('en'), { type: 'query', query: 'zzz' })), /No matches/);
  });

  it('drops the query to show a place', () => {
    const state = reduceSheet(opened('en', { query: 'SLA' }), { type: 'show', service: '3.1', level: 2 });
    assert.equal(state.query, '');
  });
});
