import { format, stripVTControlCharacters } from 'node:util';

/** What a browser-hosted VS Code says about itself while it has nothing to say about us. */
const noise = [
  /^(Resolving|Resolved) connection token/,
  /^Creating a socket/,
  /^\[(reconnection-grace-time|Service Worker|AgentHost:\w+|AccountPolicyGate)\]/,
  /^(Updating|Ignoring fetching) additional builtin extensions/,
  /^No (extension gallery service configured|search provider registered)/,
  /^ChatSessionStore:/,
  /^Canceled: Canceled/,
  /^Timed out waiting for authentication provider/,
  /^Creation of workbench contribution/,
  /^Loading development extension at/,
  /^Request to '.*\/package\.nls\.json' failed with status code 404/,
  // A folder of a virtual workspace is asked for before the extension that provides it runs.
  /^(Failed to resolve files at location|Ignoring the error while validating workspace folder|Unavailable \(FileSystemError\))/,
  // An edit that is planned anew, as somebody types at the same moment.
  /^(IGNORING workspace edit: |\S+ )?.*has changed in the meantime/,
  /^(Error: )?Could not locate the bindings file/,
  /^(Error: )?Cannot find module '\.\/build\//,
];

const colours = process.stdout.isTTY || Boolean(process.env.FORCE_COLOR);

/**
 * Makes a line of a call of `console.log`, as the extension host reports it.
 * @param {unknown} args
 * @returns {string}
 */
export function lineOf(args) {
  const line = Array.isArray(args) ? format(...args) : String(args);
  return colours ? line : stripVTControlCharacters(line);
}

/**
 * Tells what tests print from the editor's own noise.
 * @param {string} line
 * @returns {boolean}
 */
export function isNoise(line) {
  return noise.some((pattern) => pattern.test(line));
}
