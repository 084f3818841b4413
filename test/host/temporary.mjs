import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<string>} */
const folders = new Set();

/**
 * Makes an empty folder in the system's folder for temporary files. It is removed when our process ends.
 * @param {string} purpose part of its name
 * @returns {string} its path, free of symbolic links, so that it compares equal to what the editor reports
 */
export function temporaryFolder(purpose) {
  if (folders.size === 0) process.once('exit', removeAll);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `psirt-${purpose}-`)));
  folders.add(folder);
  return folder;
}

/**
 * Leaves a temporary folder to be looked at.
 * @param {string} folder
 */
export function keepFolder(folder) {
  folders.delete(folder);
}

function removeAll() {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
