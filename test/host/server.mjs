import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startGroup, stopGroup } from './processes.mjs';
import { displayLanguage, writeSettings } from './settings.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} serverMain
 * @property {string} node
 * @property {string} dataDir everything the server writes, its log (`server.log`) too
 * @property {string} [extensionsDir] installed extensions; a folder in `dataDir` if not given
 * @property {Record<string, unknown>} [settings] over the quiet ones
 * @property {import('./settings.mjs').Language} [language] display language, English if not given
 * @property {Record<string, string>} [env] for the extension host, which inherits it
 * @property {number} [port] any free one if not given
 */

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} log the path of its log
 * @property {(pathAndQuery?: string) => string} url
 * @property {Promise<never>} failed rejects if the server ends by itself
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a browser-hosted VS Code on the loopback address, and waits until it listens.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const { serverMain, node, dataDir, port = await freePort() } = options;
  writeSettings(join(dataDir, 'data', 'Machine', 'settings.json'), options.settings ?? {});
  const log = join(dataDir, 'server.log');
  const child = startGroup(node, [serverMain, ...serverArguments(options, port)], {
    // No gallery of extensions: nothing is asked of another host.
    env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stopping = false;
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (!stopping)
        reject(new Error(`The VS Code server ended (${signal ?? code}); its log is ${log}\n${lastLines(log)}`));
    });
  });
  failed.catch(() => {});
  await Promise.race([listening(child, log), failed]);
  const stop = () => {
    stopping = true;
    return stopGroup(child);
  };
  return { port, log, failed, stop, url: (pathAndQuery = '/') => `http://127.0.0.1:${port}${pathAndQuery}` };
}

/**
 * @param {ServerOptions} options
 * @param {number} port
 */
function serverArguments(
  { dataDir, extensionsDir = join(dataDir, 'extensions'), language = 'en', settings = {} },
  port,
) {
  mkdirSync(extensionsDir, { recursive: true });
  return [
    ['--host', '127.0.0.1', '--port', String(port)],
    ['--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off'],
    ['--server-data-dir', dataDir, '--extensions-dir', extensionsDir],
    // Without this a built product ignores the payload in the address, which is how it learns of our extension.
    ['--enable-smoke-test-driver'],
    // On this machine it would only take time; a desktop VS Code has none either.
    ['--disable-websocket-compression'],
    // The server's settings cannot say this: it is read before they are.
    settings['security.workspace.trust.enabled'] ? [] : ['--disable-workspace-trust'],
    displayLanguage(join(dataDir, 'data'), language),
  ].flat();
}

/**
 * Sends the server's output to its log; settles when the server says that it listens.
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} log
 * @returns {Promise<void>}
 */
function listening(child, log) {
  const file = createWriteStream(log);
  return new Promise((resolve) => {
    let seen = '';
    child.stdout?.on('data', function watch(/** @type {Buffer} */ chunk) {
      seen += chunk;
      if (!seen.includes('listening on')) return;
      child.stdout?.off('data', watch);
      resolve();
    });
    child.stdout?.pipe(file, { end: false });
    child.stderr?.pipe(file, { end: false });
    child.once('close', () => file.end());
  });
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {string} file */
function lastLines(file) {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-10).join('\n');
}
