/** The site of the documentation, opened from a disk: seen, read aloud, searched by keyboard. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { site } from '../../build/site/site';
import { temporaryFolder } from '../host/temporary.mjs';
import { audit } from './audit.mjs';
import { stage } from './stage';

const widths = [1280, 320];

describe('the site of the documentation', function () {
  this.timeout(60_000);
  const folder = temporaryFolder('site');
  const on = stage();
  const requests: string[] = [];
  const open = (address: string) => on.page.goto(pathToFileURL(join(folder, address)).href);

  before(async () => {
    for (const [address, content] of await site()) {
      mkdirSync(join(folder, dirname(address)), { recursive: true });
      writeFileSync(join(folder, address), content);
    }
  });
  beforeEach(() => void on.page.on('request', (request) => requests.push(request.url())));

  for (const address of ['index.html', 'ja/several-people.html', 'ja/sheet/2.1.html']) {
    it(`can be read by all: ${address}`, async () => {
      const found: string[] = [];
      for (const width of widths) {
        await on.page.setViewportSize({ width, height: 700 });
        await open(address);
        found.push(...(await audit(on.page.mainFrame(), { checks: ['axe', 'cutOff', 'overlaps', 'moving'] })));
      }
      for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }, { media: 'print' }] as const) {
        await on.page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none', ...media });
        found.push(...(await audit(on.page.mainFrame(), { checks: ['faintTexts'] })));
      }
      await on.page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none' });
      assert.deepEqual(found, []);
    });
  }

  it('is searched by keyboard from any page, in either language, with no request but for its own files', async () => {
    for (const [address, query, target] of [
      ['sheet/2.1.html', 'submodule deleted assessments', 'pull-requests.html'],
      ['ja/rules/missing-evidence.html', '報告受付', 'ja/sheet/2.1.html'],
    ] as const) {
      await open(address);
      await on.page.keyboard.press('/');
      await on.page.keyboard.type(query);
      await on.page.waitForSelector('.results a');
      await on.page.keyboard.press('ArrowDown');
      await on.page.keyboard.press('Enter');
      await on.page.waitForURL((url) => url.pathname.endsWith(target));
    }
    assert.deepEqual(
      requests.filter((request) => !request.startsWith('file:')),
      [],
    );
  });
});
