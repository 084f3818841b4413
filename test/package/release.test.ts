import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import manifest from '../../package.json';

const packages = ['psirt-maturity.vsix', 'psirt-maturity-cli.tgz', 'psirt-maturity.cdx.json'];
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Copies a folder of many files in no time: each has a second name there. */
function linkFiles(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const other = join(to, path.slice(from.length));
    mkdirSync(dirname(other), { recursive: true });
    linkSync(path, other);
  }
}

describe('a release', () => {
  it('has the checksum of each of its files', () => {
    const lines = packages.map((name) => `${sha256(join('dist', name))}  ${name}\n`);
    assert.equal(readFileSync(join('dist', 'SHA256SUMS'), 'utf8'), lines.join(''));
  });

  it('has a bill of materials: a CycloneDX document that names all that is bundled, with licence and digest', async () => {
    const text = readFileSync(join('dist', 'psirt-maturity.cdx.json'), 'utf8');
    assert.equal(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text), null);
    const { metadata, components } = JSON.parse(text) as {
      metadata: { component: { name: string; version: string } };
      components: { name: string; group?: string; version: string; licenses: object[]; hashes: object[] }[];
    };
    assert.deepEqual([metadata.component.name, metadata.component.version], [manifest.name, manifest.version]);
    const listed = components.map(({ name, group, version }) => `${group ? `${group}/` : ''}${name} ${version}`);
    const noticed = [
      ...readFileSync(join('dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8').matchAll(/^-{80}\n\n?(\S+ \S+) \(/gm),
    ];
    assert.deepEqual(listed.sort(), noticed.map(([, line = '']) => line).sort());
    assert.ok(components.every(({ licenses, hashes }) => licenses.length === 1 && hashes.length === 1));
  });

  it('is a package that npm would publish as it is', () => {
    const args = ['publish', './dist/psirt-maturity-cli.tgz', '--dry-run', '--access=public', '--ignore-scripts'];
    const { status, stderr } = spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' });
    assert.equal(status, 0, stderr);
    assert.doesNotMatch(stderr, /auto-corrected|npm warn publish .*(errors|removed|invalid)/i);
  });

  it('is the same to the byte when it is built again: elsewhere, later, in another time zone and language', function () {
    this.timeout(300_000);
    const copy = mkdtempSync(resolve('dist', 'built-again-'));
    try {
      const sources = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
        encoding: 'utf8',
      });
      for (const path of sources.split('\0').filter((each) => each !== '')) cpSync(path, join(copy, path));
      linkFiles('node_modules', join(copy, 'node_modules'));
      const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' };
      for (const script of ['esbuild.mjs', join('build', 'package.mjs')]) {
        execFileSync(process.execPath, [script], { cwd: copy, env, stdio: 'pipe' });
      }
      const again = packages.map((name) => sha256(join(copy, 'dist', name)));
      assert.deepEqual(
        again,
        packages.map((name) => sha256(join('dist', name))),
      );
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});
