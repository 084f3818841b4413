import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, resolve } from 'node:path';
import { errors } from 'playwright-core';
import { audit } from '../accessibility/audit.mjs';
import { panelFrame } from './browser.mjs';
import { cache } from './paths.mjs';
import { takeViolations } from './policy-violations.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/**
 * What a test asks for: an action's name, and what that action takes.
 * @typedef {object} Request
 * @property {string} action
 * @property {string} [selector]
 * @property {string} [key]
 * @property {string} [text]
 * @property {string} [expression]
 * @property {string} [to] where to drop what is dragged
 * @property {string} [sign] what shows that it can be dropped there
 * @property {boolean} [inPanel] it is in a panel
 * @property {'attached' | 'detached' | 'visible' | 'hidden'} [state]
 * @property {string} [file] relative to `.vscode-test/`
 * @property {number} [width]
 * @property {number} [height]
 * @property {import('../accessibility/audit.mjs').Check[]} [checks]
 * @property {string} [within] the elements to look at
 * @property {boolean} [calm] whoever sits before it wants no motion
 * @property {string} [marker] the element that tells the wanted panel, `#psirt-panel` if not given
 * @property {number} [timeout] in milliseconds
 * @property {number} [delay] between two keys, in milliseconds
 */

/**
 * @typedef {object} Bridge
 * @property {string} url its address, with a secret in it: to be handed to the tests
 * @property {() => void} close
 */

const marker = '#psirt-panel';
const defaultTimeout = 30_000;
/** How long to look for something in one frame of a panel before the panel is looked for again, in milliseconds. */
const patience = 5_000;

/** @type {Record<string, (frame: Frame, request: Request, page: Page) => Promise<unknown>>} */
const panelActions = {
  'panel.click': (frame, { selector = marker, timeout }) => frame.click(selector, { timeout }),
  'panel.press': (frame, { selector, key = '', timeout }, page) =>
    selector ? frame.press(selector, key, { timeout }) : page.keyboard.press(key),
  'panel.type': (frame, { selector = marker, text = '', timeout }) =>
    frame.locator(selector).pressSequentially(text, { timeout }),
  'panel.eval': (frame, { expression = '' }) => frame.evaluate(expression),
  'panel.evalAround': async (frame, { expression = '' }) => frame.parentFrame()?.evaluate(expression),
  'panel.waitFor': (frame, { selector = marker, state, timeout }) =>
    frame.waitForSelector(selector, { state, timeout: Math.min(timeout ?? patience, patience) }).then(() => true),
  'panel.audit': (frame, { checks = [], within }) => audit(frame, { checks, within }),
};

/** @type {Record<string, (page: Page, request: Request) => Promise<unknown>>} */
const pageActions = {
  'page.screenshot': (page, { file = 'screenshot.png' }) => screenshot(page, file),
  'page.press': (page, { selector, key = '', timeout }) =>
    selector ? page.press(selector, key, { timeout }) : page.keyboard.press(key),
  'page.type': (page, { text = '', delay }) => page.keyboard.type(text, { delay }),
  'page.click': clickOnPage,
  'page.waitFor': (page, { selector = 'body', state, timeout }) =>
    page.waitForSelector(selector, { state, timeout }).then(() => true),
  // Playwright's own waiting looks twice a second, which is too seldom to measure by.
  'page.seen': (page, { selector = 'body', timeout }) =>
    page.waitForFunction((css) => document.querySelector(css) !== null, selector, { timeout }).then(() => true),
  'page.setViewport': (page, { width = 1280, height = 800 }) => page.setViewportSize({ width, height }),
  'page.calm': (page, { calm }) => page.emulateMedia({ reducedMotion: calm ? 'reduce' : null }),
  'page.value': (page, { selector = 'input', timeout }) => page.locator(selector).first().inputValue({ timeout }),
  'page.fill': (page, { selector = 'input', text = '', timeout }) => page.fill(selector, text, { timeout }),
  'page.drag': drag,
  'page.sideBar': sizeSideBar,
  'page.violations': async (page) => takeViolations(page),
  'page.text': (page, { selector = 'body', timeout }) => page.locator(selector).first().innerText({ timeout }),
};

/**
 * Lets tests inside the extension host act as the user does: each POST of `{ action, … }` is done by Playwright, and
 * answered with `{ result }` or, with status 500, `{ error }`.
 * @param {() => Promise<Page>} findPage the editor's page, asked for at each request
 * @param {boolean} pictures whether to take those that are there to be looked at, which no test needs
 * @returns {Promise<Bridge>}
 */
export async function startBridge(findPage, pictures) {
  const token = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== `/${token}`) {
      response.writeHead(404).end();
      return;
    }
    const send = (/** @type {number} */ status, /** @type {unknown} */ answer) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    read(request)
      .then(async (body) => {
        const asked = JSON.parse(body);
        const isForShow = asked.action === 'page.screenshot' && asked.file?.startsWith('pictures/');
        return { result: isForShow && !pictures ? null : ((await pictured(await findPage(), asked)) ?? null) };
      })
      .then(
        (answer) => send(200, answer),
        (error) => send(500, { error: String(error?.message ?? error) }),
      );
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/${token}`, close };
}

/**
 * Takes a picture of the whole window.
 * @param {Page} page
 * @param {string} file relative to `.vscode-test/`
 * @returns {Promise<string>} the picture's path
 */
export async function screenshot(page, file) {
  const path = resolve(cache, file);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, timeout: defaultTimeout });
  return path;
}

/**
 * Makes the side bar as wide as asked for, and the first of its views as low as VS Code allows: as they are when it is
 * opened for the first time in
 * a window of that size.
 * @param {Page} page
 * @param {Request} request
 */
async function sizeSideBar(page, { width = 300 }) {
  const bar = page.locator('.part.sidebar');
  const box = await bar.boundingBox();
  if (!box) throw new Error('There is no side bar.');
  const middle = box.y + box.height / 2;
  await pull(page, [box.x + box.width, middle], [box.x + width, middle]);
  const second = await bar.locator('.split-view-view .pane-header').nth(1).boundingBox();
  if (second) await pull(page, [second.x + 40, second.y], [second.x + 40, box.y]);
}

/**
 * Presses the mouse at one place and lets it go at another.
 * @param {Page} page
 * @param {[x: number, y: number]} from
 * @param {[x: number, y: number]} to
 */
async function pull(page, from, to) {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}

let failures = 0;

/**
 * Does what is asked for; where that fails, `failed-action-<n>.png` shows how things stood. Some tests ask for what may
 * fail.
 * @param {Page} page
 * @param {Request} request
 * @returns {Promise<unknown>}
 */
async function pictured(page, request) {
  try {
    return await act(page, request);
  } catch (error) {
    await screenshot(page, `failed-action-${++failures}.png`).catch(() => undefined);
    throw error;
  }
}

/**
 * @param {Page} page
 * @param {Request} request
 * @returns {Promise<unknown>}
 */
async function act(page, request) {
  const timed = { timeout: defaultTimeout, ...request };
  const onPage = pageActions[request.action];
  if (onPage) return onPage(page, timed);
  const onPanel = panelActions[request.action];
  if (onPanel) return actOnPanel(page, timed, onPanel);
  throw new Error(
    `Unknown action "${request.action}": there are ${Object.keys({ ...panelActions, ...pageActions }).join(', ')}.`,
  );
}

/**
 * @param {Page} page
 * @param {Request & { timeout: number }} request
 * @param {(frame: Frame, request: Request, page: Page) => Promise<unknown>} action
 * @returns {Promise<unknown>}
 */
async function actOnPanel(page, request, action) {
  const end = Date.now() + request.timeout;
  for (;;) {
    const frame = await panelFrame(page, request.marker ?? marker, request.timeout);
    try {
      return await action(frame, request, page);
    } catch (error) {
      // A view that is hidden or rendered anew loses its frame, more than once while VS Code settles. The action is due
      // in the new one; waiting is, too, while the old one is there still.
      const isWaiting = request.action === 'panel.waitFor' && error instanceof errors.TimeoutError;
      if (!(frame.isDetached() || isWaiting) || Date.now() > end) throw error;
    }
  }
}

/**
 * Clicks what may be drawn anew or hidden for a moment at any time, as by one quick input in the place of another.
 * @param {Page} page
 * @param {Request} request
 */
async function clickOnPage(page, { selector = 'body', timeout = defaultTimeout }) {
  const place = page.locator(selector).first();
  await place.waitFor({ timeout });
  // Some menus are shielded until the mouse moves. Not by `hover`: it fails at once, if forced, on what is just then
  // hidden.
  const box = await place.boundingBox({ timeout });
  if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await place.click({ timeout });
}

/**
 * Drags from one place to another with the mouse, holding a key if one is given.
 * @param {Page} page
 * @param {Request} request
 */
async function drag(
  page,
  { selector = 'body', to = 'body', sign = 'body', inPanel = false, key, timeout = defaultTimeout },
) {
  const place = inPanel ? await panelFrame(page, marker, timeout) : page;
  const [source, target] = [page.locator(selector).first(), place.locator(to).first()];
  // Not by `hover`: it scrolls, which VS Code's editor does not take notice of.
  await target.waitFor({ timeout });
  await source.waitFor({ timeout });
  const end = Date.now() + timeout;
  try {
    for (let ready = false; !ready; ) {
      if (Date.now() > end) throw new Error('Nothing shows that it can be dropped here.');
      await beginDrag(page, source, target, end);
      if (key) await page.keyboard.down(key);
      await page.mouse.move(...(await restingPlace(page, target)), { steps: 8 });
      ready = await moveUntil(page, place.locator(sign).first(), await restingPlace(page, target));
      if (!ready) await giveUpDrag(page, key);
    }
  } finally {
    await page.mouse.up();
    if (key) await page.keyboard.up(key);
  }
}

/**
 * Presses the mouse and moves it, until the page hears that something is dragged over it: nothing is when VS Code
 * renders the row anew at that moment, nor, for Playwright, when the browser begins later than in the step after the
 * movement.
 * @param {Page} page
 * @param {import('playwright-core').Locator} source
 * @param {import('playwright-core').Locator} target where the mouse is let go for another try
 * @param {number} end when to give up
 */
async function beginDrag(page, source, target, end) {
  await page.evaluate(() =>
    addEventListener('dragover', () => document.documentElement.setAttribute('data-dragged', ''), {
      capture: true,
      once: true,
    }),
  );
  for (;;) {
    const [x, y] = await restingPlace(page, source);
    await page.mouse.move(x, y);
    await page.mouse.down();
    // A browser begins to drag once the mouse has moved some pixels; what comes after that is dragging.
    await page.mouse.move(x + 10, y + 5, { steps: 5 });
    if (await page.evaluate(() => document.documentElement.hasAttribute('data-dragged'))) break;
    if (Date.now() > end) throw new Error('The browser does not begin to drag.');
    await page.mouse.move(...(await restingPlace(page, target)));
    await page.mouse.up();
  }
  await page.evaluate(() => document.documentElement.removeAttribute('data-dragged'));
}

/**
 * Moves a little to and fro until a place shows that it takes what is dragged: VS Code has layers that go away only
 * when they are moved over, and what is dropped on one of them opens instead.
 * @param {Page} page
 * @param {import('playwright-core').Locator} sign
 * @param {[x: number, y: number]} place
 * @returns {Promise<boolean>} it shows that
 */
async function moveUntil(page, sign, [x, y]) {
  for (let moves = 0; moves < 60; moves++) {
    if (await sign.isVisible()) return true;
    await page.mouse.move(x + (moves % 2), y);
  }
  return false;
}

/**
 * Ends a drag without a drop: what the browser began late is none for Playwright, and nothing is dragged by its
 * movements then.
 * @param {Page} page
 * @param {string} [key] the key held
 */
async function giveUpDrag(page, key) {
  await page.keyboard.press('Escape');
  if (key) await page.keyboard.up(key);
  await page.mouse.move(0, 0);
  await page.mouse.up();
}

/**
 * The center of an element that has not moved for a while: rows, lenses and breadcrumbs come when they like, and
 * nothing tells when the last of them is there.
 * @param {Page} page
 * @param {import('playwright-core').Locator} place
 * @returns {Promise<[x: number, y: number]>}
 */
async function restingPlace(page, place) {
  for (let [before, still] = ['', 0]; ; ) {
    const box = await place.boundingBox();
    if (!box) throw new Error('There is nothing to be seen.');
    still = JSON.stringify(box) === before ? still + 1 : 0;
    if (still === 5) return [box.x + box.width / 2, box.y + box.height / 2];
    before = JSON.stringify(box);
    await page.waitForTimeout(100);
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<string>}
 */
async function read(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
