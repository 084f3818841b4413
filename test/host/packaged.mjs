import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { temporaryFolder } from './temporary.mjs';

/**
 * An extension under test: in development, or installed from its package.
 * @typedef {object} Subject
 * @property {string} development the folder that is given as the extension in development
 * @property {string} [extensionsDir] where the package is installed
 */

/**
 * Installs a package into an empty folder of extensions. An editor runs tests only with some extension in development:
 * an empty one takes that place.
 * @param {string} file the package
 * @param {(args: string[]) => [command: string, args: string[]]} editor the command line of the editor for some
 * arguments
 * @returns {Subject}
 */
export function installPackage(file, editor) {
  const extensionsDir = join(temporaryFolder('installed'), 'extensions');
  mkdirSync(extensionsDir);
  const data = temporaryFolder('install-data');
  const [command, args] = editor([
    '--install-extension',
    file,
    '--extensions-dir',
    extensionsDir,
    '--server-data-dir',
    data,
  ]);
  execFileSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
  });
  return { development: emptyExtension(), extensionsDir };
}

/**
 * Makes a folder of installed extensions out of their source folders.
 * @param {readonly string[]} extensions
 * @returns {string}
 */
export function installFolders(extensions) {
  const extensionsDir = join(temporaryFolder('installed'), 'extensions');
  mkdirSync(extensionsDir);
  for (const folder of extensions) cpSync(folder, join(extensionsDir, basename(folder)), { recursive: true });
  return extensionsDir;
}

function emptyExtension() {
  const folder = temporaryFolder('empty-extension');
  const manifest = { name: 'empty', publisher: 'empty', version: '0.0.1', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
