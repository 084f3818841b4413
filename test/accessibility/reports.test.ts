/** The pages that are saved, as they are seen in a browser: for weak sight, magnified, printed, and read aloud. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languages } from '../../src/messages/messages';
import { pictures, sizes } from '../../src/report/report';
import { audit, type Check } from './audit.mjs';
import { stage } from './stage';

const surroundings = [
  ['in light colours', { colorScheme: 'light' }],
  ['in dark colours', { colorScheme: 'dark' }],
  ['in the colours of the system, dark', { forcedColors: 'active', colorScheme: 'dark' }],
  ['in the colours of the system, light', { forcedColors: 'active', colorScheme: 'light' }],
  ['on paper', { media: 'print', colorScheme: 'dark' }],
] as const;
const screen = { media: 'screen', forcedColors: 'none', colorScheme: 'light' } as const;
/** In CSS pixels: a window of 1280 at 200 %, and at 400 %. */
const widths = [640, 320];

/**
 * What the command line is asked for; of the report of several only that it begins with, as all else is in that of one.
 */
const pages = [
  ...sizes.flatMap((size) => [
    {
      name: `report of one, ${size}`,
      within: 'body',
      args: [
        ...['report', 'edge-router.psirt.yaml', '--format', 'html', '--size', size],
        ...['--against', 'payment-terminal.psirt.yaml'],
      ],
    },
    {
      name: `report of several with their history, ${size}`,
      within: '.overview, .trend',
      args: ['report', '.', '--format', 'html', '--size', size, '--history'],
    },
  ]),
  { name: 'sheet', within: 'body', args: ['sheet', '--format', 'html'] },
];

describe('a saved page', function () {
  this.timeout(60_000);
  const on = stage((session) => {
    const example = readFileSync(join(session.folder, 'edge-router.psirt.yaml'), 'utf8');
    session.write({ 'edge-router.psirt.yaml': `${example}\ncrosswalk: [cra]\n` });
    const earlier = example.replace('2026-11-02', '2026-05-02').replace('"1.1":', '"1.1": 0 #');
    session.write({ 'edge-router.2026-05-02.psirt.yaml': earlier });
  });

  /** Opens what the command line prints. */
  async function show(args: readonly string[], within = (printed: string) => printed): Promise<void> {
    const { stdout, stderr } = await on.session.run(
      [...args, ...(args[0] === 'report' ? ['--today', '2026-11-23'] : [])],
      { env: { PATH: process.env['PATH'] } },
    );
    assert.equal(stderr, '');
    const file = join(on.session.folder, 'page.html');
    writeFileSync(file, within(stdout));
    await on.page.emulateMedia(screen);
    await on.page.goto(pathToFileURL(file).href);
  }

  for (const { name, within, args } of pages) {
    for (const lang of languages) {
      it(`can be read by all: ${name}, ${lang}`, async () => {
        await show([...args, '--lang', lang]);
        assert.equal(await on.page.evaluate('document.documentElement.lang'), lang);
        const found = await audit(on.page.mainFrame(), { checks: ['axe'], within });
        const look = async (where: string, checks: readonly Check[]): Promise<void> => {
          found.push(
            ...(await audit(on.page.mainFrame(), { checks, within })).map((sentence) => `${where}: ${sentence}`),
          );
        };
        for (const [where, media] of surroundings) {
          await on.page.emulateMedia({ ...screen, ...media });
          await look(where, ['faintTexts', 'faintMarks']);
        }
        await on.page.emulateMedia(screen);
        for (const width of widths) {
          await on.page.setViewportSize({ width, height: 450 });
          await look(`${width} px wide`, ['cutOff', 'overlaps', 'moving']);
        }
        assert.deepEqual(found, []);
      });
    }
  }

  for (const [size, words] of [
    ['summary', ''],
    ['full', ' [^\\t]*'],
  ] as const) {
    it(`is copied as it reads, ${size}: figures apart from their words, the scored level and the target named`, async () => {
      await show(['report', 'edge-router.psirt.yaml', '--format', 'html', '--size', size]);
      const copied = await on.page.evaluate(() => {
        getSelection()?.selectAllChildren(document.body);
        return (getSelection()?.toString() ?? '').replace(/\u00a0/g, ' ');
      });
      assert.match(copied, /^Average 2\.38 of 5$/m);
      assert.match(copied, /^over 26 of 26; 1 excluded · lowest 0 · 11 below target$/m);
      const levels = `\\t2${words} \\[current score\\]\\t3${words} \\[target\\]\\t`;
      assert.match(copied, new RegExp(`^1\\.2 Finder community\\t.*${levels}`, 'm'));
      assert.doesNotMatch(copied, /[a-z]\d\.\d\d/, 'no word runs into an average');
    });
  }

  it('says at each cell what it is where a table is too narrow for columns, and hides cells that say nothing', async () => {
    const args = ['report', 'edge-router.psirt.yaml', '--format', 'html', '--against', 'payment-terminal.psirt.yaml'];
    await show([...args, '--size', 'full']);
    await on.page.setViewportSize({ width: 320, height: 450 });
    const lines = await on.page.locator('.changes:not(.requirements) tbody tr').evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children]
          .filter((cell) => cell.checkVisibility())
          .map((cell) => {
            const { content } = getComputedStyle(cell, '::before');
            return (content === 'none' ? '' : content.replace(/["\u00a0]+/g, ' ')).trim() + (cell.textContent ?? '');
          }),
      ),
    );
    assert.deepEqual(lines[0], ['Overall average', 'Before2.06', 'After2.38', 'Difference+0.32']);
    assert.deepEqual(lines.at(-1), ['6 Training and education', 'Before–', 'After2.00']);
  });

  it('begins on paper with its title, on A4: the sheet', async () => {
    await show(['sheet', '--format', 'html']);
    await on.page.emulateMedia({ ...screen, media: 'print' });
    const first = await on.page.evaluate(() => document.body.innerText.trim().split('\n')[0]);
    assert.equal(first, await on.page.locator('h1').innerText());
    assert.match(await on.page.content(), /@page\s*\{\s*size:\s*A4;/);
  });

  for (const picture of pictures) {
    it(`is a picture that says what it shows: ${picture}`, async () => {
      const args = ['report', 'edge-router.psirt.yaml', '--format', 'svg', '--view', picture];
      await show(
        args,
        (svg) => `<!DOCTYPE html><html lang="en"><title>Picture</title><main><h1>Picture</h1>${svg}</main></html>`,
      );
      assert.deepEqual(await audit(on.page.mainFrame(), { checks: ['axe', 'overlaps', 'moving'], within: 'main' }), []);
    });
  }
});
