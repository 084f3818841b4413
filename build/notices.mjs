// What ships of other people's work, and its licences: the packages that really went into the bundles.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that let us ship a package as part of ours. Any other stops the build: somebody has to read it first. */
const permissive = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0']);

const introduction = 'This software contains the following third-party packages. Each is followed by its licence.';
const line = '-'.repeat(80);

/**
 * The notices for some builds, as text: name, version and licence of each package that is part of a bundle, with the text of the licence.
 * Throws where a package has no such text, or a licence nobody has agreed to.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {string}
 */
export function thirdPartyNotices(metafiles) {
  const packages = new Map(bundledFolders(metafiles).map((folder) => [folder, read(join(folder, 'package.json'))]));
  const byName = [...packages].sort(([, a], [, b]) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const parts = byName.map(([folder, { name, version, license }]) => {
    if (!permissive.has(license)) throw new Error(`${name} ${version} is bundled, under the licence ${license}: may it be shipped?`);
    return [line, `${name} ${version} (${license})`, '', licenceText(folder)].join('\n');
  });
  return `${[introduction, ...new Set(parts)].join('\n\n')}\n`;
}

/** @param {readonly import('esbuild').Metafile[]} metafiles */
function bundledFolders(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)));
  const files = inputs.filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && path.includes('node_modules/')).map(([path]) => path);
  return [...new Set(files.map(packageFolder))];
}

/** The folder of the package a file belongs to: folders in it may have a package.json of their own. */
function packageFolder(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)[0];
}

function licenceText(folder) {
  const name = readdirSync(folder).find((file) => /^licen[cs]e(\.(md|txt))?$/i.test(file) || /^license-mit/i.test(file));
  if (!name) throw new Error(`${folder} is bundled, but has no text of its licence.`);
  return readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim();
}

/** @param {string} path */
function read(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
