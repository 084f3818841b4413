import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. `PSIRT_TEST_ROOT` points the harness at another extension, to try the harness itself. */
export const root = process.env.PSIRT_TEST_ROOT ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where editors, and what they leave behind, are kept. Git ignores it. */
export const cache = join(root, '.vscode-test');

/** The module that runs inside the extension host: it exports `run(): Promise<void>`. */
export const testsModule = join(root, 'dist', 'test', 'host', 'index.js');

/** The same for the web worker extension host. */
export const webTestsModule = join(root, 'dist', 'test', 'host', 'web', 'index.js');

/**
 * The folder the tests' workspace is copied from.
 * @returns {string | undefined}
 */
export function workspaceTemplate() {
  return [join(root, 'test', 'host', 'workspace'), join(root, 'examples')].find((folder) => existsSync(folder));
}
