/** Reports on paper, and what stands above what in their tables. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { languages } from '../../src/messages/messages';
import { launch } from '../host/browser.mjs';
import { ensureChromium } from '../host/install.mjs';
import { exampleSession } from '../support/reports';
import type { Session } from '../support/session';

describe('a summary', function () {
  this.timeout(120_000);
  let session: Session;
  let browser: Browser;
  let page: Page;

  before(async () => {
    session = exampleSession();
    browser = await launch(await ensureChromium());
    page = await browser.newPage();
  });
  after(async () => {
    await browser.close();
    session.remove();
  });

  const show = async (...args: readonly string[]) => {
    const { stdout } = await session.run(['report', ...args, '--format', 'html', '--today', '2026-11-27']);
    await page.setContent(stdout);
  };

  for (const language of languages) {
    it(`of one assessment prints on one page (${language})`, async () => {
      for (const file of ['edge-router.psirt.yaml', 'payment-terminal.psirt.yaml', 'new-product.psirt.yaml']) {
        await show(file, '--lang', language);
        const pdf = await page.pdf({ preferCSSPageSize: true });
        assert.equal(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length, 1, file);
      }
    });
  }

  it('of several assessments has the headings of the heat map above their columns', async () => {
    await show('.');
    const middles = (selector: string) =>
      page.locator(selector).evaluateAll((cells) =>
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
