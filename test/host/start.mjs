// What npm start does after the build: the examples' table, then VS Code on them, with the extension from this folder.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { workbenchUrl } from './browser.mjs';
import { hasDisplay } from './host.mjs';
import { findDesktop, installBrowserHost } from './install.mjs';
import { installFolders } from './packaged.mjs';
import { cache, root } from './paths.mjs';
import { startServer } from './server.mjs';

const examples = join(root, 'examples');
/** Opens the grid beside the first file. */
const firstLook = join(root, 'test', 'host', 'first-look');

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
  const summary = showTable();
  const code = findDesktop();
  const browserOnly = options.host === 'browser' || options['no-open'] || options.check;
  if (code && hasDisplay() && !browserOnly && openDesktop(code)) return tell(summary, `VS Code is open (${code}).`);
  // Before the server has its own: it ends with us.
  process.on('SIGINT', () => {
    console.log('\nStopped.');
    process.exit(0);
  });
  const server = await startBrowserHosted();
  const address = workbenchUrl({ port: server.port, folder: examples, extension: root, file: firstExample() });
  if (options.check) {
    await check(address);
    await server.stop();
    return;
  }
  tell(summary, `VS Code is at this address, until Ctrl+C:\n\n  ${address}`);
  if (!options['no-open']) openBrowser(address);
  await server.failed;
}

/**
 * Prints the table of the examples; their problems, which the editor shows, are only counted.
 * @returns {string} how many there are of each
 */
function showTable() {
  const colours = process.stdout.isTTY && !('NO_COLOR' in process.env) ? { FORCE_COLOR: '1' } : {};
  const { stdout } = spawnSync(process.execPath, [join('dist', 'cli.js'), 'check', 'examples'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...colours },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const isProblem = (/** @type {string} */ line) => /^\P{L}*examples\/[^:]*:\d+:\d+/u.test(line);
  const lines = stdout.trimEnd().split('\n');
  const table = lines.slice(0, -1).filter((line) => !isProblem(line));
  console.log(
    table
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );
  return lines.at(-1) ?? '';
}

/**
 * Prints the last block: what to click first, and where.
 * @param {string} summary
 * @param {string} place
 */
function tell(summary, place) {
  console.log(`
${'─'.repeat(72)}
${summary} (the Problems view lists them)

${place}

First: click a cell of the grid beside ${basename(firstExample() ?? 'the file')} to score, and see
the file change. Then "Score Step by Step" above the grid, and the sign of
PSIRT Maturity in the activity bar for all assessments.
${'─'.repeat(72)}
`);
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
  const development = [root, firstLook].map((folder) => `--extensionDevelopmentPath=${folder}`);
  const args = ['--new-window', ...development, ...files];
  const shell = process.platform === 'win32';
  const quoted = [code, ...args].map((word) => (shell ? `"${word}"` : word));
  const result = spawnSync(quoted[0] ?? code, quoted.slice(1), { stdio: 'inherit', shell });
  if (result.status !== 0) console.log(`${code} failed: trying the browser-hosted VS Code`);
  return result.status === 0;
}

async function startBrowserHosted() {
  const host = await installBrowserHost();
  const language = options.lang === 'ja' ? 'ja' : 'en';
  return startServer({ ...host, dataDir: join(cache, 'start'), extensionsDir: installFolders([firstLook]), language });
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
