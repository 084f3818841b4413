/** The pages for users hang together: in both languages, by their links, and with what they name. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import manifest from '../../../package.json';
import { documentHeadings, findHeading } from '../../../src/assessment/evidence/headings';
import { ruleIds } from '../../../src/assessment/vocabulary';
import { inlineTokens, linksOf, otherLanguage, pages, picturesOf, type Page } from '../../support/documentation';
import { root } from '../../support/root';
import { packagedReadme } from '../../../build/readme.mjs';

const pageAt = (path: string): Page => pages.find((page) => page.path === path) ?? assert.fail(path);
/** The path that a link of a page leads to, from the project's root. */
const targetOf = ({ path }: Page, link: string) => normalize(join(dirname(path), decodeURI(link.split('#')[0] ?? '')));
const isRelative = (link: string) => !/^(https?:|#)/.test(link);

describe('the documentation', () => {
  for (const page of pages) {
    describe(page.path, () => {
      it('has links and pictures that lead to something', () => {
        for (const link of linksOf(page).filter((each) => !each.startsWith('http'))) {
          const [file, fragment] = link.split('#');
          const path = file ? targetOf(page, link) : page.path;
          assert.ok(existsSync(join(root, path)), link);
          if (fragment === undefined) continue;
          const heading = findHeading(
            documentHeadings(readFileSync(join(root, path), 'utf8')),
            decodeURIComponent(fragment),
          );
          assert.ok(heading, link);
        }
        for (const { path, text } of picturesOf(page)) {
          assert.ok(existsSync(join(root, dirname(page.path), path)), path);
          assert.ok(text.length > 10, `${path}: what the picture shows`);
        }
      });

      it('has the same sections, pictures and tables in the other language, to which it leads', () => {
        const other = pageAt(otherLanguage(page));
        assert.ok(linksOf(page).some((link) => targetOf(page, link) === other.path));
        const shape = ({ tokens }: Page) =>
          tokens.filter(({ type }) => /^(heading|fence|code_block|tr)/.test(type)).map(({ type, tag }) => type + tag);
        assert.deepEqual(shape(page), shape(other));
        assert.equal(picturesOf(page).length, picturesOf(other).length);
      });

      it('leads to pages in its own language', () => {
        const targets = linksOf(page)
          .filter(isRelative)
          .map((link) => targetOf(page, link));
        const others = targets.filter((path) =>
          pages.some((each) => each.path === path && each.language !== page.language),
        );
        assert.deepEqual(others, [otherLanguage(page)]);
      });

      it('has no mark of Markdown that is not taken for one, as beside Japanese without a space', () => {
        const texts = inlineTokens(page).filter(({ type }) => type === 'text');
        for (const { content } of texts) assert.doesNotMatch(content, /\*\*|`|\]\(/);
      });

      it('names settings and rules that there are', () => {
        const known = [...Object.keys(manifest.contributes.configuration.properties), 'psirtMaturity.besideYamlServer'];
        for (const { content } of inlineTokens(page).filter(({ type }) => type === 'code_inline')) {
          if (content.startsWith('psirtMaturity.')) assert.ok(known.includes(content), content);
        }
        for (const [, id = ''] of page.text.matchAll(/--rule[= ]([a-z-]+)=/g))
          assert.ok((ruleIds as readonly string[]).includes(id), id);
      });
    });
  }

  it('is listed in full, each page once, with those of its language', () => {
    for (const contents of [pageAt('docs/README.md'), pageAt('docs/README.ja.md')]) {
      const listed = linksOf(contents).map((link) => targetOf(contents, link));
      const others = pages.filter(
        ({ path, language }) => path.startsWith('docs/') && language === contents.language && path !== contents.path,
      );
      assert.deepEqual(
        listed.filter((path) => path !== otherLanguage(contents)).sort(),
        others.map(({ path }) => path),
      );
    }
  });

  it('begins with a page of one screen: what it is, how to try it, and where all the rest is', () => {
    for (const readme of [pageAt('README.md'), pageAt('README.ja.md')]) {
      assert.ok(readme.text.split('\n').length <= 60);
      assert.equal(picturesOf(readme).length, 3);
      for (const command of ['npm ci && npm start', 'npm ci && npm test']) assert.ok(readme.text.includes(command));
      const targets = linksOf(readme).map((link) => targetOf(readme, link));
      const contents = pages.filter(
        ({ path, language }) => /^docs\/(?!README)/.test(path) && language === readme.language,
      );
      assert.deepEqual(
        contents.map(({ path }) => path).filter((path) => !targets.includes(path)),
        [],
      );
    }
  });

  it('stands on its own in the packages: with addresses in the repository, once that has an owner', () => {
    const published = packagedReadme('https://github.com/example/psirt-maturity.git');
    assert.doesNotMatch(published, /\]\((?!https:)|<!--|npm ci/);
    assert.equal(
      published.match(/!\[[^\]]+\]\(https:\/\/github\.com\/example\/psirt-maturity\/raw\/HEAD\/media\//g)?.length,
      6,
    );
    for (const path of ['docs/start.md#install', 'docs/scoring.ja.md'])
      assert.ok(published.includes(`](https://github.com/example/psirt-maturity/blob/HEAD/${path})`), path);
    const unpublished = packagedReadme(manifest.repository.url.replace(/github\.com\/[^/]+/, 'github.com/OWNER'));
    assert.doesNotMatch(unpublished, /OWNER|\]\((?!https:)/);
    assert.match(unpublished, /^# PSIRT Maturity$[^]*^## はじめの一歩$/m);
  });
});
