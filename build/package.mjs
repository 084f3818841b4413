// Packs what `npm run build` made: the extension (dist/psirt-maturity.vsix) and the command line for npm
// (dist/psirt-maturity-cli.tgz), with their bill of materials and checksums.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagedReadme } from './readme.mjs';
import { billOfMaterials } from './sbom.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = join('dist', 'npm');

/** Reproducible packages: a fixed time, time zone and sort order give the same bytes from the same sources. */
const reproducible = { SOURCE_DATE_EPOCH: '1577836800', TZ: 'UTC', LC_ALL: 'C', LANG: 'C' };

process.umask(0o022);
packExtension();
packCommandLine();
describeRelease();

function packExtension() {
  writeFileSync(join('dist', 'README.md'), packagedReadme(manifest.repository.url));
  const options = ['--no-dependencies', '--no-rewrite-relative-links', '--readme-path', 'dist/README.md'];
  run('npx', ['vsce', 'package', ...options, '--out', join('dist', `${manifest.name}.vsix`)]);
}

/** The command line has its own manifest: it needs neither the extension's fields nor its build dependencies. */
function packCommandLine() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'dist'), { recursive: true });
  const isText = (name) =>
    /^((sheet|outline|terms|rules)\.\w+|functions|criteria)\.json$|^(description|sheet)\.css$/.test(name);
  const texts = readdirSync('dist').filter(isText);
  for (const name of ['cli.js', 'cli', 'lsp', ...texts]) {
    cpSync(join('dist', name), join(folder, 'dist', name), { recursive: true });
  }
  for (const name of ['LICENSE', 'CHANGELOG.md', 'schemas']) cpSync(name, join(folder, name), { recursive: true });
  for (const name of ['README.md', 'THIRD-PARTY-NOTICES.txt']) cpSync(join('dist', name), join(folder, name));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(commandLineManifest(), null, 2)}\n`);
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', 'dist', `./${folder}`], 'pipe'),
  );
  renameSync(join('dist', filename), join('dist', `${manifest.name}-cli.tgz`));
}

function commandLineManifest() {
  const { name, version, license, repository, keywords, engines, bin } = manifest;
  const description = 'Scores product security maturity assessments (.psirt.yaml) and reports their problems';
  const optional = { '@resvg/resvg-js': '2' };
  return {
    name,
    version,
    description,
    license,
    repository,
    keywords,
    engines: { node: engines.node },
    bin,
    peerDependencies: optional,
    peerDependenciesMeta: Object.fromEntries(Object.keys(optional).map((each) => [each, { optional: true }])),
  };
}

/** Writes the files that accompany the packages of a release. */
function describeRelease() {
  const bundled = JSON.parse(readFileSync(join('dist', 'bundled.json'), 'utf8'));
  writeFileSync(join('dist', 'psirt-maturity.cdx.json'), billOfMaterials(manifest, bundled));
  const files = [`${manifest.name}.vsix`, `${manifest.name}-cli.tgz`, `${manifest.name}.cdx.json`];
  writeFileSync(join('dist', 'SHA256SUMS'), files.map((file) => `${sha256(join('dist', file))}  ${file}\n`).join(''));
}

function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function run(command, args, stdout = 'inherit') {
  const env = { ...process.env, ...reproducible };
  const stdio = ['ignore', stdout, 'inherit'];
  return execFileSync(command, args, { encoding: 'utf8', env, stdio, shell: process.platform === 'win32' });
}
