// npm run pictures: takes the README's pictures anew, in media/readme/. Names of pictures as arguments take those
// alone.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from '../host/browser.mjs';
import { ensureChromium } from '../host/install.mjs';
import { root } from '../host/paths.mjs';
import { temporaryFolder } from '../host/temporary.mjs';
import { animation } from './animation.mjs';
import { onStage } from './workbench.mjs';

/** @typedef {import('./workbench.mjs').Stage} Stage */
/** @typedef {import('./animation.mjs').Shot} Shot */

/** @type {Readonly<Record<string, () => Promise<Buffer>>>} */
const pictures = {
  'overview.png': () => overview('en', 'edge-router.psirt.yaml', 'Open Maturity Grid to the Side'),
  'overview.ja.png': () => overview('ja', 'payment-terminal.psirt.yaml', '成熟度グリッドを横に開く'),
  'side-bar.png': () =>
    onStage(
      {
        theme: 'Default Dark Modern',
        language: 'ja',
        file: 'payment-terminal.psirt.yaml',
        viewport: { width: 1280, height: 1080 },
      },
      sideBar,
    ),
  'scoring.png': () =>
    onStage(
      {
        theme: 'Default Light Modern',
        language: 'en',
        file: 'new-product.psirt.yaml',
        viewport: { width: 1180, height: 640 },
      },
      scoring,
    ),
  'report.png': () => report('en', 'edge-router.psirt.yaml'),
  'report.ja.png': () => report('ja', 'payment-terminal.psirt.yaml'),
  'writing.png': () =>
    onStage(
      {
        theme: 'Default Dark Modern',
        language: 'en',
        file: 'edge-router.psirt.yaml',
        viewport: { width: 1000, height: 620 },
      },
      writing,
    ),
};

const folder = join(root, 'media', 'readme');
mkdirSync(folder, { recursive: true });
for (const [name, take] of Object.entries(pictures)) {
  if (process.argv.length > 2 && !process.argv.includes(name)) continue;
  const picture = await take();
  writeFileSync(join(folder, name), picture);
  console.log(`media/readme/${name} ${(picture.length / 1024).toFixed(0)} KB`);
}

/** A file with the grid beside it. @param {'en' | 'ja'} language @param {string} file @param {string} opener */
function overview(language, file, opener) {
  const scene = { theme: 'Default Light Modern', language, file, viewport: { width: 1760, height: 1050 } };
  return onStage(scene, async ({ page, command, grid, still }) => {
    await page.keyboard.press('Control+b');
    await command(opener);
    await (await grid()).click('[data-service="1.2"] .title');
    return still();
  });
}

/** @param {Stage} stage */
async function sideBar({ page, command, grid, still }) {
  await command('成熟度グリッドを開く');
  const panel = await grid();
  await panel.waitForSelector('[data-service="1.1"] [data-column]:focus');
  await page.keyboard.press('ArrowDown');
  await panel.waitForSelector('[data-service="1.2"] [data-column]:focus');
  return still();
}

/** Scoring by keyboard in the grid: the file follows. @param {Stage} stage */
async function scoring({ page, command, grid, still }) {
  await page.keyboard.press('Control+b');
  await command('Open Maturity Grid to the Side');
  const frame = await grid();
  await frame.click('[data-service="1.1"] .title');
  /** @type {Shot[]} */
  const shots = [{ png: await still(), delay: 1800 }];
  /** @type {[string, number][]} */
  const keys = [
    ['3', 1300],
    ['ArrowDown', 500],
    ['2', 1300],
    ['ArrowDown', 500],
    ['1', 1300],
    ['ArrowDown', 500],
    ['x', 1500],
  ];
  for (const [key, delay] of keys) {
    await page.keyboard.press(key);
    shots.push({ png: await still(), delay });
  }
  await page.keyboard.type('Sold directly, without resellers');
  shots.push({ png: await still(), delay: 1200 });
  await page.keyboard.press('Enter');
  shots.push({ png: await still(), delay: 3000 });
  return animated(page, shots);
}

/** Writing in the file: what a level means, completion, a quick fix. @param {Stage} stage */
async function writing({ page, command, still }) {
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Control+g');
  await page.keyboard.type('30:10');
  await page.keyboard.press('Enter');
  /** @type {Shot[]} */
  const shots = [{ png: await still(), delay: 1500 }];
  await command('Show or Focus Hover');
  shots.push({ png: await still(), delay: 3500 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Space');
  await page.waitForSelector('.suggest-widget.visible .monaco-list-row');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  shots.push({ png: await still(), delay: 3000 });
  await page.keyboard.press('Enter');
  shots.push({ png: await still(), delay: 1800 });
  await page.keyboard.press('Control+.');
  await page.waitForSelector('.action-widget');
  shots.push({ png: await still(), delay: 3000 });
  return animated(page, shots);
}

/** The summary of a report, as far as a screen shows it. @param {'en' | 'ja'} language @param {string} assessment */
async function report(language, assessment) {
  const file = join(temporaryFolder('pictures-report'), 'report.html');
  const program = [join(root, 'dist', 'cli.js'), 'report', assessment, '--output', file, '--lang', language];
  execFileSync(process.execPath, program, { cwd: join(root, 'examples') });
  const browser = await launch(await ensureChromium());
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 860 }, colorScheme: 'light' });
    await page.goto(String(pathToFileURL(file)));
    return await page.screenshot();
  } finally {
    await browser.close();
  }
}

/** @param {import('playwright-core').Page} page @param {readonly Shot[]} shots */
async function animated(page, shots) {
  const empty = await page.context().browser()?.newPage();
  if (!empty) throw new Error('The browser is gone.');
  return animation(empty, shots);
}
