/** Reports on paper, and what stands above what in their tables. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { languages } from '../../src/messages/messages';
import { stage } from './stage';

describe('a summary', function () {
  this.timeout(120_000);
  const on = stage();

  const show = async (...args: readonly string[]) => {
    const { stdout } = await on.session.run(['report', ...args, '--format', 'html', '--today', '2026-11-27']);
    await on.page.setContent(stdout);
  };

  for (const language of languages) {
    it(`of one assessment prints on one page (${language})`, async () => {
      for (const file of ['edge-router.psirt.yaml', 'payment-terminal.psirt.yaml', 'new-product.psirt.yaml']) {
        await show(file, '--lang', language);
        const pdf = await on.page.pdf({ preferCSSPageSize: true });
        assert.equal(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length, 1, file);
      }
    });
  }

  const written = { en: 'edge-router.psirt.yaml', ja: 'payment-terminal.psirt.yaml' };
  for (const language of languages) {
    it(`breaks no word of a table, nor does the full report (${language})`, async () => {
      await asOnPaper(on.page);
      for (const size of ['summary', 'full']) {
        await show(written[language], '--lang', language, '--size', size);
        assert.deepEqual(await brokenWords(on.page), [], size);
      }
    });
  }

  it('of several assessments breaks no word of a table', async () => {
    await asOnPaper(on.page);
    await show('.', '--lang', 'ja');
    assert.deepEqual(await brokenWords(on.page), []);
  });

  it('of several assessments has the headings of the heat map above their columns', async () => {
    await show('.');
    const middles = (selector: string) =>
      on.page.locator(selector).evaluateAll((cells) =>
        cells.map((cell) => {
          const { left, right } = cell.getBoundingClientRect();
          return Math.round((left + right) / 2);
        }),
      );
    const heads = await middles('.heat-map thead tr:last-child > *');
    const cells = (await middles('.heat-map tbody tr:first-child > *')).slice(2);
    assert.ok(heads.length > 30);
    assert.deepEqual(heads, cells);
  });
});

/** Lays the page out as it is printed, as wide as the margins leave of A4. */
async function asOnPaper(page: Page): Promise<void> {
  await page.setViewportSize({ width: 695, height: 1000 });
  await page.emulateMedia({ media: 'print' });
}

/** The words in tables of reports, in Latin letters or katakana, that stand on more than one line. */
function brokenWords(page: Page): Promise<string[]> {
  return page.locator('.listing').evaluateAll((tables) =>
    tables.flatMap((table) => {
      const broken: string[] = [];
      const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[A-Za-z]+|[ァ-ヶー]+/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) broken.push(word);
        }
      }
      return broken;
    }),
  );
}
