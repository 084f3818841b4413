import { existsSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. `PSIRT_TEST_ROOT` points the harness at another extension, to try the harness itself. */
export const root = process.env.PSIRT_TEST_ROOT ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where editors, and what they leave behind, are kept. Git ignores it. */
export const cache = join(root, '.vscode-test');

/** The module that runs inside the extension host: it exports `run(): Promise<void>`. */
export const testsModule = join(root, 'dist', 'test', 'host', 'index.js');

/**
 * Makes an empty folder of our own in the system's folder for temporary files.
 * @param {string} purpose part of its name
 * @returns {string} its path, free of symbolic links, so that it compares equal to what the editor reports
 */
export function temporaryFolder(purpose) {
  return realpathSync(mkdtempSync(join(tmpdir(), `psirt-${purpose}-`)));
}

/**
 * The folder the tests' workspace is copied from.
 * @returns {string | undefined}
 */
export function workspaceTemplate() {
  return [join(root, 'test', 'host', 'workspace'), join(root, 'examples')].find((folder) => existsSync(folder));
}
