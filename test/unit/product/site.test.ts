/** The site made of the documentation: its pages, links and pictures, and what its search finds. */
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { searchOf, termsOf, type Section } from '../../../build/site/search';
import { site } from '../../../build/site/site';
import { explainedRules } from '../../../src/rules/documentation';
import { serviceIds } from '../../../src/sheet/sheet';
import { pages } from '../../support/documentation';

describe('the site', () => {
  let files: ReadonlyMap<string, string | Uint8Array>;
  const textOf = (address: string) => String(files.get(address) ?? assert.fail(address));
  const htmlPages = () => [...files.keys()].filter((address) => address.endsWith('.html'));

  before(async () => {
    files = await site();
  });

  it('has each page of the documentation, each service and each rule, in both languages', () => {
    const documents = pages.filter(({ language }) => language === 'en').length;
    assert.equal(htmlPages().length, 2 * (documents + 1 + serviceIds.length + explainedRules.length));
    for (const folder of ['', 'ja/'])
      for (const address of ['index', 'scoring', 'sheet/index', 'sheet/2.1', 'rules/missing-evidence'])
        assert.match(textOf(`${folder}${address}.html`), new RegExp(`<html lang="${folder ? 'ja' : 'en'}">`));
  });

  it('has links and pictures that lead to pages, their headings and files of its own, or to the web', () => {
    for (const address of htmlPages()) {
      const html = textOf(address);
      for (const [, link = ''] of html.matchAll(/ (?:href|src)="([^"]+)"/g)) {
        if (/^https?:/.test(link)) continue;
        const [path, fragment] = link.split('#');
        const target = path ? posix.join(posix.dirname(address), path) : address;
        assert.ok(files.has(target), `${address}: ${link}`);
        if (fragment) {
          const id = decodeURIComponent(fragment);
          assert.ok(textOf(target).includes(` id="${id}"`), `${address}: ${link}`);
        }
      }
    }
  });

  it('leads from each page to the same one in the other language', () => {
    for (const address of htmlPages()) {
      const other = address.startsWith('ja/') ? address.slice(3) : `ja/${address}`;
      const way = posix.relative(posix.dirname(address), other);
      assert.ok(textOf(address).includes(`href="${way}"`), address);
    }
  });

  it('shows the criteria of each level and the examples of each rule', () => {
    assert.match(textOf('sheet/2.1.html'), /<strong>2a<\/strong>/);
    assert.match(textOf('ja/sheet/2.1.html'), /<h2 id="[^"]+">レベル2/);
    assert.match(textOf('rules/missing-evidence.html'), /<code class="language-yaml">services:/);
  });

  it('asks no network for anything, and runs no script but its own', () => {
    for (const address of htmlPages()) {
      const html = textOf(address);
      assert.match(html, /http-equiv="Content-Security-Policy" content="default-src 'none';/);
      assert.doesNotMatch(html, / src="(?!(?:\.\.\/)*[\w/.-]+")|<script>|<style| style="| on\w+="/, address);
    }
  });

  describe('its search', () => {
    const find = (language: string) => {
      const file = textOf(`search-${language}.js`);
      const sections = JSON.parse(file.slice(file.indexOf('['), file.lastIndexOf(']') + 1)) as Section[];
      const search = searchOf(sections);
      return (query: string) => search(query).map(({ address }) => address);
    };

    it('finds words in English, also half of one and one mistyped', () => {
      const found = find('en');
      assert.equal(found('several assessors votes')[0]?.split('#')[0], 'several-people.html');
      assert.equal(found('missing-evidence')[0], 'rules/missing-evidence.html');
      assert.ok(found('crossw').some((address) => address.startsWith('requirements.html')));
      assert.ok(found('spreadsheat').some((address) => address.startsWith('spreadsheets.html')));
      assert.equal(found('2.1')[0], 'sheet/2.1.html');
      assert.deepEqual(found('xyzzy'), []);
    });

    it('finds words in Japanese within a sentence, in whatever width and kind of kana', () => {
      const found = find('ja');
      assert.equal(found('報告受付')[0], 'ja/sheet/2.1.html');
      assert.ok(found('証跡').length > 5);
      assert.ok(found('ぷるりくえすと').some((address) => address.startsWith('ja/pull-requests.html')));
      assert.ok(found('ﾌﾟﾙﾘｸｴｽﾄ').some((address) => address.startsWith('ja/pull-requests.html')));
      assert.ok(found('脆弱性受付').includes('ja/sheet/2.1.html'), 'words that stand apart in the text');
    });

    it('parts what has no spaces into pairs, numbers and words not at all', () => {
      assert.deepEqual(termsOf('service 2.1の報告受付, docs/a.md'), [
        'service',
        '2.1',
        'の報',
        '報告',
        '告受',
        '受付',
        'docs',
        'a',
        'md',
      ]);
    });
  });
});
