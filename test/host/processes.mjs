import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const windows = process.platform === 'win32';

/** @type {Set<ChildProcess>} */
const running = new Set();
let watching = false;

/**
 * Starts a process as the head of a group of its own. The group ends with us, however we end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {ChildProcess}
 */
export function startGroup(command, args, options) {
  endWithUs();
  const child = spawn(command, args, { ...options, detached: !windows });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/**
 * Ends a process started with {@link startGroup} and everything it started; insists after `patience` milliseconds.
 * @param {ChildProcess} child
 * @param {number} [patience]
 * @returns {Promise<void>} settles when it has ended
 */
export async function stopGroup(child, patience = 5000) {
  if (child.exitCode !== null || child.signalCode !== null) {
    signalGroup(child, 'SIGKILL');
    return;
  }
  const ended = once(child, 'exit');
  signalGroup(child, 'SIGTERM');
  const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
  await ended;
  clearTimeout(insist);
  signalGroup(child, 'SIGKILL');
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  if (windows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended.
  }
}

function endWithUs() {
  if (watching) return;
  watching = true;
  // Before anything removes the files they write.
  process.prependListener('exit', () => running.forEach((child) => signalGroup(child, 'SIGKILL')));
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
  process.on('SIGHUP', () => process.exit(129));
}
