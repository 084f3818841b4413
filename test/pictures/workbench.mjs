import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, panelFrame, workbenchUrl } from '../host/browser.mjs';
import { ensureChromium, installBrowserHost } from '../host/install.mjs';
import { root } from '../host/paths.mjs';
import { startServer } from '../host/server.mjs';
import { temporaryFolder } from '../host/temporary.mjs';

/**
 * What a picture is taken of.
 * @typedef {object} Scene
 * @property {string} theme
 * @property {'en' | 'ja'} language
 * @property {string} file an assessment of the examples
 * @property {{ width: number, height: number }} viewport
 */

/**
 * A VS Code on a copy of the examples, and what can be done in it.
 * @typedef {object} Stage
 * @property {import('playwright-core').Page} page
 * @property {(title: string) => Promise<void>} command runs a command of the palette
 * @property {() => Promise<import('playwright-core').Frame>} grid the grid's frame, once it shows services
 * @property {() => Promise<Buffer>} still a picture, once nothing moves any more
 */

/**
 * Plays a story in a VS Code of its own.
 * @template T
 * @param {Scene} scene
 * @param {(stage: Stage) => Promise<T>} story
 * @returns {Promise<T>}
 */
export async function onStage({ theme, language, file, viewport }, story) {
  const host = await installBrowserHost();
  const chromium = await ensureChromium();
  const folder = join(temporaryFolder('pictures'), 'products');
  cpSync(join(root, 'examples'), folder, { recursive: true });
  const settings = {
    'workbench.colorTheme': theme,
    'window.autoDetectColorScheme': false,
    'editor.minimap.enabled': false,
    'editor.cursorBlinking': 'solid',
    'workbench.reduceMotion': 'on',
  };
  const server = await startServer({ ...host, dataDir: temporaryFolder('pictures-data'), language, settings });
  const url = workbenchUrl({ port: server.port, folder, extension: root, file: join(folder, file) });
  const { page, close } = await openWorkbench({ chromium, url, viewport, log: () => {} });
  try {
    await page.waitForSelector('.view-line');
    // The lens above the services: the extension has started.
    await page.waitForSelector('.codelens-decoration');
    return await story({
      page,
      command: (title) => command(page, title),
      grid: () => panelFrame(page, '#psirt-panel [data-service]', 30_000),
      still: () => still(page),
    });
  } finally {
    await close();
    await server.stop();
  }
}

/** @param {import('playwright-core').Page} page @param {string} title */
async function command(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  await input.pressSequentially(title);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** @param {import('playwright-core').Page} page */
async function still(page) {
  const deadline = Date.now() + 15_000;
  for (let before = await page.screenshot(); ; ) {
    // The editor's own delays (problems, hovers) are shorter than this.
    await page.waitForTimeout(700);
    const now = await page.screenshot();
    if (now.equals(before)) return now;
    if (Date.now() > deadline) throw new Error('The picture does not come to rest.');
    before = now;
  }
}
