/**
 * The pictures that are saved, as programs draw them that are no browsers: converters, viewers of files, office
 * programs.
 */
import { Resvg } from '@resvg/resvg-js';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { languages } from '../../src/messages/messages';
import { pictures } from '../../src/report/report';
import { ensureRsvg } from '../host/install.mjs';
import { reportOf } from '../support/reports';
import { coloursOf } from './colours';
import { stage } from './stage';

const renderers: Readonly<Record<string, (svg: string) => Buffer>> = {
  librsvg: (svg) => execFileSync(ensureRsvg(), ['--format=png'], { input: svg, maxBuffer: 1 << 26 }),
  resvg: (svg) => Buffer.from(new Resvg(svg).render().asPng()),
};

describe('a picture', function () {
  this.timeout(120_000);
  const on = stage();

  for (const [renderer, render] of Object.entries(renderers)) {
    for (const view of pictures) {
      for (const language of languages) {
        it(`has its colours and its texts in ${renderer}: ${view}, ${language}`, async () => {
          const svg = await reportOf(on.session, 'edge-router.psirt.yaml', [
            '--format',
            'svg',
            '--view',
            view,
            '--lang',
            language,
          ]);
          assert.doesNotMatch(svg, /var\(/);
          const colours = await coloursOf(on.page, render(svg));
          const pixels = [...colours.values()].reduce((sum, count) => sum + count, 0);
          assert.ok((colours.get(0) ?? 0) < pixels / 100, 'it is not black');
          assert.ok([...colours.keys()].filter((colour) => isVivid(colour)).length > 1, 'it has colours');
          const wordless = await coloursOf(on.page, render(svg.replace(/<text[\s\S]*?<\/text>/g, '')));
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
