// Collects the licences of third-party packages that are shipped.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Licences that permit shipping a package as part of the product. Any other stops the build until a person has read it.
 */
const permissive = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Zlib',
]);

const introduction = 'This software contains the following third-party packages. Each is followed by its licence.';
const line = '-'.repeat(80);

/**
 * The notices for what is bundled, as text: name, version and licence of each package, with the text of the licence.
 * Throws where a package has no such text, or a licence that is not in the list.
 * @param {readonly import('./bundled.mjs').Bundled[]} packages
 * @returns {string}
 */
export function thirdPartyNotices(packages) {
  const parts = packages.map(({ name, version, license, folder }) => {
    if (!isPermissive(license)) {
      throw new Error(`${name} ${version} is bundled, under the licence ${license}: may it be shipped?`);
    }
    return [line, `${name} ${version} (${license})`, '', licenceText(folder)].join('\n');
  });
  return `${[introduction, ...new Set(parts)].join('\n\n')}\n`;
}

/** Whether an SPDX expression, such as `(MIT OR GPL-3.0-or-later)`, can be satisfied by permissive licences only. */
function isPermissive(expression) {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (plain.includes(' OR ')) return plain.split(' OR ').some((one) => isPermissive(one));
  return plain.split(' AND ').every((one) => permissive.has(one));
}

function licenceText(folder) {
  const name = readdirSync(folder).find(
    (file) => /^licen[cs]e(\.(md|markdown|txt))?$/i.test(file) || /^license-mit/i.test(file),
  );
  if (!name) throw new Error(`${folder} is bundled, but has no text of its licence.`);
  return readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim();
}
