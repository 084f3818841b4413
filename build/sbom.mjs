// The software bill of materials of a release: what is bundled, in CycloneDX.
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { readFileSync } from 'node:fs';

/**
 * A CycloneDX 1.6 document as JSON: this product, and the packages that are part of its bundles, with licence, address
 * and the digest the lock file holds for them. It has neither serial number nor time, so that two builds give the same.
 * @param {{ name: string, version: string, license: string }} product
 * @param {readonly import('./bundled.mjs').Bundled[]} packages
 * @returns {string}
 */
export function billOfMaterials(product, packages) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const root = component(product, Enums.ComponentType.Application);
  const parts = packages.map((each) => component({ ...each, integrity: lock[each.folder]?.integrity }));
  const bom = new Models.Bom({ version: 1 });
  bom.metadata.component = root;
  for (const part of parts) {
    bom.components.add(part);
    root.dependencies.add(part.bomRef);
  }
  const serialiser = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serialiser.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function component({ name, version, license, integrity }, type = Enums.ComponentType.Library) {
  const [group, short] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const made = new Models.Component(type, short, { group, version, bomRef: purl, purl });
  made.licenses.add(new Models.SpdxLicense(license));
  const [, digest] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  if (digest) made.hashes.set(Enums.HashAlgorithm['SHA-512'], Buffer.from(digest, 'base64').toString('hex'));
  return made;
}
