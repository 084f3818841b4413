import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { browserHost } from './browser-host.mjs';
import { desktopHost, downloadDesktop } from './desktop-host.mjs';
import { findDesktop } from './install.mjs';
import { webHost } from './web-host.mjs';

/** @typedef {import('./settings.mjs').Language} Language */

/**
 * A VS Code that can run the tests.
 * @typedef {object} TestHost
 * @property {string} name
 * @property {(options: RunOptions) => Promise<Run>} start starts it, and the tests in it
 */

/**
 * @typedef {object} RunOptions
 * @property {Language} language
 * @property {string} workspace the folder to open
 * @property {Record<string, string>} env for the extension host
 * @property {import('./scenarios.mjs').Scenario} scenario
 * @property {string} [packaged] a package to install and test in place of the source folder
 */

/**
 * @typedef {object} Run
 * @property {string} log where the editor's log is
 * @property {() => Promise<import('playwright-core').Page>} page the editor's window
 * @property {Promise<number>} exit the tests' exit code
 * @property {() => Promise<void>} stop
 * @property {() => void} keep leaves what it wrote, its log too, to be looked at
 */

/**
 * Takes the host that was asked for or, left to choose, a desktop VS Code where it can run, otherwise the
 * browser-hosted one. Says in one line which, and why.
 * @param {'auto' | 'desktop' | 'browser' | 'web'} wanted
 * @param {string} [version] of VS Code
 * @returns {Promise<TestHost>}
 */
export async function chooseHost(wanted, version) {
  const asked = wanted === 'browser' || wanted === 'web';
  const { program, reason } = asked ? noDesktop('asked for') : await findProgram(version);
  if (!program && wanted === 'desktop')
    throw new Error(`No desktop VS Code: ${reason}. Set VSCODE_EXECUTABLE, or use --host=browser.`);
  const serverVersion = version?.replace(/^1\./, '4.');
  const host = program
    ? desktopHost(program)
    : await (wanted === 'web' ? webHost(serverVersion) : browserHost(serverVersion));
  console.log(`Testing in ${host.name} (${reason})`);
  return host;
}

/**
 * @typedef {object} Finding
 * @property {string} [program] of a desktop VS Code
 * @property {string} reason
 */

/**
 * @param {string} [version]
 * @returns {Promise<Finding>}
 */
async function findProgram(version) {
  if (!hasDisplay()) return noDesktop('no display for a desktop window');
  const given = process.env.VSCODE_EXECUTABLE;
  if (given) return { program: given, reason: 'VSCODE_EXECUTABLE names it' };
  const code = version ? null : findDesktop();
  const program = code ? programOf(code) : undefined;
  if (program) return { program, reason: `${code} is on the path` };
  try {
    await checkDownload();
    return { program: await downloadDesktop(version), reason: 'downloaded' };
  } catch (error) {
    return noDesktop(`no desktop VS Code here, and no download: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * @param {string} reason
 * @returns {Finding}
 */
function noDesktop(reason) {
  return { reason };
}

/** @returns {boolean} whether a window can be shown */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The program that a `code` command starts: the command itself returns at once, and loses the tests' exit code.
 * @param {string} code
 * @returns {string | undefined}
 */
function programOf(code) {
  const folder = dirname(realpathSync(code));
  const programs = ['../code', '../Code.exe', '../../../MacOS/Electron', '../../../MacOS/Code'];
  return programs.map((program) => join(folder, program)).find((program) => existsSync(program));
}

/** Throws quickly where VS Code cannot be downloaded; the download itself would be long in finding out. */
async function checkDownload() {
  const url = 'https://update.code.visualstudio.com/api/releases/stable';
  const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(3000) });
  if (!answer.ok) throw new Error(`its address answers ${answer.status}`);
}
