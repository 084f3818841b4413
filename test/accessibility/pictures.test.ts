/**
 * The pictures that are saved, as programs draw them that are no browsers: converters, viewers of files, office
 * programs.
 */
import { Resvg } from '@resvg/resvg-js';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { languages } from '../../src/messages/messages';
import { pictures } from '../../src/report/report';
import { launch } from '../host/browser.mjs';
import { ensureChromium, ensureRsvg } from '../host/install.mjs';
import { exampleSession, reportOf } from '../support/reports';
import type { Session } from '../support/session';

const renderers: Readonly<Record<string, (svg: string) => Buffer>> = {
  librsvg: (svg) => execFileSync(ensureRsvg(), ['--format=png'], { input: svg, maxBuffer: 1 << 26 }),
  resvg: (svg) => Buffer.from(new Resvg(svg).render().asPng()),
};

describe('a picture', function () {
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

  /** The colours of a PNG and how many pixels have each, as 24-bit numbers; transparent pixels do not count. */
  async function coloursOf(png: Buffer): Promise<Map<number, number>> {
    const counted = await page.evaluate(
      async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        if (!context) throw new Error('There is no canvas.');
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        const counts: Record<number, number> = {};
        for (let at = 0; at < data.length; at += 4) {
          const [red = 0, green = 0, blue = 0, alpha] = data.subarray(at, at + 4);
          const colour = (red << 16) | (green << 8) | blue;
          if (alpha === 255) counts[colour] = (counts[colour] ?? 0) + 1;
        }
        return Object.entries(counts);
      },
      `data:image/png;base64,${png.toString('base64')}`,
    );
    return new Map(counted.map(([colour, count]) => [Number(colour), count]));
  }

  for (const [renderer, render] of Object.entries(renderers)) {
    for (const view of pictures) {
      for (const language of languages) {
        it(`has its colours and its texts in ${renderer}: ${view}, ${language}`, async () => {
          const svg = await reportOf(session, 'edge-router.psirt.yaml', [
            '--format',
            'svg',
            '--view',
            view,
            '--lang',
            language,
          ]);
          assert.doesNotMatch(svg, /var\(/);
          const colours = await coloursOf(render(svg));
          const pixels = [...colours.values()].reduce((sum, count) => sum + count, 0);
          assert.ok((colours.get(0) ?? 0) < pixels / 100, 'it is not black');
          assert.ok([...colours.keys()].filter((colour) => isVivid(colour)).length > 1, 'it has colours');
          const wordless = await coloursOf(render(svg.replace(/<text[\s\S]*?<\/text>/g, '')));
          const ground = Math.max(...wordless.values());
          assert.ok(ground > Math.max(...colours.values()), 'its texts are drawn');
        });
      }
    }
  }
});

/** Not a shade of grey. */
function isVivid(colour: number): boolean {
  const parts = [colour >> 16, (colour >> 8) & 255, colour & 255];
  return Math.max(...parts) - Math.min(...parts) > 60;
}
