// What npm start does after the build: the examples' table, then VS Code on them, with the extension from this folder.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { workbenchUrl } from './browser.mjs';
import { hasDisplay } from './host.mjs';
import { findDesktop, installBrowserHost } from './install.mjs';
import { cache, root } from './paths.mjs';
import { startServer } from './server.mjs';

const examples = join(root, 'examples');

const { values: options } = parseArgs({
  options: {
    host: { type: 'string', default: 'auto' },
    lang: { type: 'string', default: 'en' },
    'no-open': { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function start() {
  if (!existsSync(join(root, 'dist', 'cli.js'))) throw new Error('There is no dist/cli.js: run "npm run build" first.');
  spawnSync(process.execPath, [join('dist', 'cli.js'), 'check', 'examples'], { cwd: root, stdio: 'inherit' });
  const code = findDesktop();
  const browserOnly = options.host === 'browser' || options['no-open'] || options.check;
  if (code && hasDisplay() && !browserOnly && openDesktop(code)) return;
  const server = await startBrowserHosted();
  const address = workbenchUrl({ port: server.port, folder: examples, extension: root, file: firstExample() });
  if (options.check) {
    await check(address);
    await server.stop();
    return;
  }
  console.log(`\nVS Code with the extension, until Ctrl+C:\n${address}\n`);
  if (!options['no-open']) openBrowser(address);
  await server.failed;
}

/** @returns {string | undefined} the path of an assessment to show */
function firstExample() {
  const first = readdirSync(examples)
    .filter((name) => /\.psirt\.ya?ml$/.test(name))
    .sort()[0];
  return first && join(examples, first);
}

/**
 * @param {string} code
 * @returns {boolean} whether it worked
 */
function openDesktop(code) {
  const files = [examples, firstExample()].filter((path) => path !== undefined);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, ...files];
  const shell = process.platform === 'win32';
  const quoted = [code, ...args].map((word) => (shell ? `"${word}"` : word));
  const result = spawnSync(quoted[0] ?? code, quoted.slice(1), { stdio: 'inherit', shell });
  console.log(
    result.status === 0 ? `Opened the examples in ${code}` : `${code} failed: trying the browser-hosted VS Code`,
  );
  return result.status === 0;
}

async function startBrowserHosted() {
  const host = await installBrowserHost();
  const language = options.lang === 'ja' ? 'ja' : 'en';
  return startServer({ ...host, dataDir: join(cache, 'start'), language });
}

/** @param {string} address */
async function check(address) {
  const answer = await fetch(address);
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}.`);
  console.log('VS Code answers with the extension in its address: ok');
}

/**
 * Opens the default browser, where there is one.
 * @param {string} address
 */
function openBrowser(address) {
  if (!hasDisplay()) return;
  /** @type {Partial<Record<NodeJS.Platform, [string, ...string[]]>>} */
  const openers = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, address], { detached: true, stdio: 'ignore' });
  child.once('error', () => {}); // There is none: the address has been printed.
  child.unref();
}
