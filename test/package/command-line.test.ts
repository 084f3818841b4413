import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const shell = process.platform === 'win32';

describe('the packaged command line', () => {
  let folder: string;
  const installed = () => join(folder, 'node_modules', 'psirt-maturity');
  const psirt = (...args: string[]) =>
    spawnSync('npx', ['--no-install', 'psirt-maturity', ...args], { cwd: folder, encoding: 'utf8', shell });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'installed-'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    execFileSync(
      'npm',
      ['install', '--offline', '--no-audit', '--no-fund', resolve('dist', 'psirt-maturity-cli.tgz')],
      { cwd: folder, stdio: 'pipe', shell },
    );
  });

  after(() => rmSync(folder, { recursive: true }));

  it('installs without a network, alone, and knows its version', () => {
    assert.deepEqual(
      readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['psirt-maturity'],
    );
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(psirt('--version').stdout.trim().split(' ').at(-1), version);
  });

  it('makes an assessment and checks it, in both languages', () => {
    assert.equal(psirt('new', 'router.psirt.yaml', '--subject', 'Router').status, 0);
    assert.equal(psirt('check', '--fail-on', 'error').status, 0);
    assert.equal(psirt('check', '--fail-on', 'warning').status, 1);
    const english = psirt('check', '--lang', 'en').stdout;
    const japanese = psirt('check', '--lang', 'ja').stdout;
    assert.match(english, /router\.psirt\.yaml/);
    assert.match(japanese, /router\.psirt\.yaml/);
    assert.notEqual(english, japanese);
    assert.match(psirt('sheet', '1.1', '--lang', 'ja').stdout, /1\.1/);
  });

  it('says what is to be installed for pictures as PNG', () => {
    const { status, stderr } = psirt('report', 'router.psirt.yaml', '--output', 'radar.png', '--lang', 'en');
    assert.equal(status, 2);
    assert.match(stderr, /npm install @resvg\/resvg-js/);
  });

  it('holds the program, its texts, the schemas, licences and notices, and nothing of the extension', () => {
    const files = readdirSync(installed(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(installed(), join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
    const kinds = [
      /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|THIRD-PARTY-NOTICES\.txt)$/,
      /^dist\/cli\.js$/,
      /^dist\/cli\/[\w-]+\.js$/,
      /^dist\/lsp\/worker\.js$/,
      /^dist\/((sheet|outline|terms|rules|cli\/(messages|check))\.(en|ja)|criteria|functions)\.json$/,
      /^dist\/(description|sheet)\.css$/,
      /^schemas\/[\w.-]+\.schema\.json$/,
    ];
    assert.deepEqual(
      files.filter((file) => !kinds.some((kind) => kind.test(file))),
      [],
    );
    for (const kind of kinds)
      assert.ok(
        files.some((file) => kind.test(file)),
        String(kind),
      );
  });

  it('loads neither the libraries nor the threads that few checks need with those that all do', () => {
    const code = readFileSync(join(installed(), 'dist', 'cli', 'parts.js'), 'utf8');
    const rare = readFileSync(join(installed(), 'dist', 'cli', 'rare.js'), 'utf8');
    for (const word of ['BLOCK_FOLDED', 'ZodMini', 'node:worker_threads', 'node:v8']) {
      assert.ok(rare.includes(word), word);
      assert.ok(!code.includes(word), word);
    }
    assert.ok(code.length <= 140 * 1024, `${(code.length / 1024).toFixed(0)} KB`);
  });

  it('depends on nothing, and runs nothing when it is installed', () => {
    const manifest = JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8')) as Record<string, unknown>;
    for (const key of ['dependencies', 'devDependencies', 'scripts', 'private', 'contributes'])
      assert.equal(manifest[key], undefined, key);
    assert.deepEqual(manifest['peerDependenciesMeta'], { '@resvg/resvg-js': { optional: true } });
    assert.deepEqual(manifest['bin'], { 'psirt-maturity': 'dist/cli.js' });
  });
});
