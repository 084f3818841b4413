import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium as playwright } from 'playwright-core';
import { isNoise, lineOf } from './console-lines.mjs';
import { watchPolicies } from './policy-violations.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/** A Chromium that works as root and in a container, and asks no host but this one. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * Starts a headless Chromium with a new profile.
 * @param {string} chromium path of the program
 * @returns {Promise<import('playwright-core').Browser>}
 */
export function launch(chromium) {
  return playwright.launch({
    executablePath: chromium,
    args: flags,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/**
 * @typedef {object} Workbench
 * @property {Page} page
 * @property {Promise<number>} exit the exit code of the tests that the address asked for
 * @property {() => Promise<void>} close
 */

/**
 * Opens a workbench in a headless Chromium with a new profile.
 * @param {object} options
 * @param {string} options.chromium path of the program
 * @param {string} options.url
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {string} [options.locale] what the browser tells pages about its language
 * @param {(line: string) => void} [options.log] takes what the extension host prints
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench({
  chromium,
  url,
  viewport = { width: 1280, height: 800 },
  locale,
  log = console.log,
}) {
  const browser = await launch(chromium);
  const page = await browser.newPage({ viewport, locale });
  /** @type {(code: number) => void} */
  let ended = () => {};
  /** @type {Promise<number>} */
  const exit = new Promise((resolve, reject) => {
    ended = resolve;
    page.once('crash', () => reject(new Error('The page crashed.')));
  });
  exit.catch(() => {});
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => ended(code));
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
    const line = lineOf(args);
    if (!isNoise(line)) log(line);
  });
  watchPolicies(page);
  await page.goto(url);
  return { page, exit, close: () => browser.close() };
}

/**
 * The address of a workbench, with at most one extension that it runs from its source folder: it takes no more.
 * @param {object} options
 * @param {number} options.port of the server
 * @param {string | null} options.folder the folder to open, or a `.code-workspace` file: a path, or an address with
 * another scheme
 * @param {string} [options.extension] folder of the extension in development
 * @param {string} [options.tests] module of tests to run in the extension host
 * @param {string} [options.file] a file to open
 * @returns {string}
 */
export function workbenchUrl({ port, folder, extension, tests, file }) {
  const authority = `127.0.0.1:${port}`;
  const remote = (/** @type {string} */ path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  const payload = [['skipWelcome', 'true']];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (file) payload.push(['openFile', remote(file)]);
  const query = new URLSearchParams({ ...placeOf(folder), payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}

/**
 * @param {string | null} folder none for an empty window
 * @returns {Record<string, string>}
 */
function placeOf(folder) {
  if (folder === null) return { ew: 'true' };
  const address = isAbsolute(folder) ? pathToFileURL(folder).pathname : folder;
  return folder.endsWith('.code-workspace') ? { workspace: address } : { folder: address };
}

/**
 * Finds the frame whose document holds an element: a webview's content is nested two frames deep. Waits for it, and
 * prefers a visible one where several hold it. All frames are asked at once: each answer may wait for a busy page.
 * @param {Page} page
 * @param {string} selector
 * @param {number} [timeout] in milliseconds
 * @returns {Promise<Frame>}
 */
export async function panelFrame(page, selector, timeout = 15_000) {
  const frames = page.frames();
  const held = await Promise.all(frames.map((frame) => holds(frame, selector)));
  const [first, ...others] = frames.filter((_, index) => held[index]);
  if (!first) return frameToCome(page, selector, timeout);
  if (others.length === 0) return first;
  for (const frame of [first, ...others]) {
    if (await isShown(frame)) return frame;
  }
  return first;
}

/**
 * @param {Page} page
 * @param {string} selector
 * @param {number} timeout in milliseconds
 * @returns {Promise<Frame>} the first frame, present or to come, that holds the element
 */
function frameToCome(page, selector, timeout) {
  return new Promise((resolve, reject) => {
    const watch = (/** @type {Frame} */ frame) =>
      frame.waitForSelector(selector, { state: 'attached', timeout }).then(
        () => settle(() => resolve(frame)),
        () => {},
      );
    const giveUp = () =>
      reject(new Error(`No frame holds ${selector} after ${timeout} ms; there are ${page.frames().length} frames.`));
    const settle = (/** @type {() => void} */ finish) => {
      clearTimeout(timer);
      page.off('frameattached', watch);
      finish();
    };
    const timer = setTimeout(() => settle(giveUp), timeout);
    page.on('frameattached', watch);
    page.frames().forEach(watch);
  });
}

/**
 * @param {Frame} frame
 * @param {string} selector
 * @returns {Promise<boolean>} false also for a frame that is removed meanwhile
 */
function holds(frame, selector) {
  return frame
    .locator(selector)
    .count()
    .then(Boolean, () => false);
}

/**
 * @param {Frame} frame
 * @returns {Promise<boolean>} whether it and all frames around it are visible; false too for one that is removed
 */
async function isShown(frame) {
  try {
    for (let at = frame; at.parentFrame(); at = /** @type {Frame} */ (at.parentFrame())) {
      if (!(await (await at.frameElement()).isVisible())) return false;
    }
    return true;
  } catch {
    return false;
  }
}
