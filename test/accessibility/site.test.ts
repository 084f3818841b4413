/** The site of the documentation, opened from a disk: seen, read aloud, searched by keyboard. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { site } from '../../build/site/site';
import { launch } from '../host/browser.mjs';
import { ensureChromium } from '../host/install.mjs';
import { temporaryFolder } from '../host/temporary.mjs';
import { audit } from './audit.mjs';

const widths = [1280, 320];

describe('the site of the documentation', function () {
  this.timeout(60_000);
  const folder = temporaryFolder('site');
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  const open = (address: string) => page.goto(pathToFileURL(join(folder, address)).href);

  before(async () => {
    for (const [address, content] of await site()) {
      mkdirSync(join(folder, dirname(address)), { recursive: true });
      writeFileSync(join(folder, address), content);
    }
    browser = await launch(await ensureChromium());
    page = await browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
  });
  after(() => browser.close());

  for (const address of ['index.html', 'ja/several-people.html', 'ja/sheet/2.1.html']) {
    it(`can be read by all: ${address}`, async () => {
      const found: string[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 700 });
        await open(address);
        found.push(...(await audit(page.mainFrame(), { checks: ['axe', 'cutOff', 'overlaps', 'moving'] })));
      }
      for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }, { media: 'print' }] as const) {
        await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none', ...media });
        found.push(...(await audit(page.mainFrame(), { checks: ['faintTexts'] })));
      }
      await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none' });
      assert.deepEqual(found, []);
    });
  }

  it('is searched by keyboard from any page, in either language, with no request but for its own files', async () => {
    for (const [address, query, target] of [
      ['sheet/2.1.html', 'submodule deleted assessments', 'pull-requests.html'],
      ['ja/rules/missing-evidence.html', '報告受付', 'ja/sheet/2.1.html'],
    ] as const) {
      await open(address);
      await page.keyboard.press('/');
      await page.keyboard.type(query);
      await page.waitForSelector('.results a');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname.endsWith(target));
    }
    assert.deepEqual(
      requests.filter((request) => !request.startsWith('file:')),
      [],
    );
  });
});
