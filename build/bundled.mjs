// Finds the third-party packages that are part of the bundles.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A package that is part of a bundle.
 * @typedef {{ readonly name: string, readonly version: string, readonly license: string, readonly folder: string }}
 * Bundled
 */

/**
 * The packages of some builds, by name, each once.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {Bundled[]}
 */
export function bundledPackages(metafiles) {
  const packages = bundledFolders(metafiles).map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { name, version, license, folder };
  });
  return packages.sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** Compares by code units, so that the order does not depend on the machine's locale. */
function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** @param {readonly import('esbuild').Metafile[]} metafiles */
function bundledFolders(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.entries(output.inputs)),
  );
  const files = inputs.filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && path.includes('node_modules/'));
  return [...new Set(files.map(([path]) => packageFolder(path)))];
}

/** The folder of the package a file belongs to; nested folders may have a package.json that is not a package's. */
function packageFolder(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)[0];
}
