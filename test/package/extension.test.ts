import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { loadLimits, sizeAtOnce } from '../bench/load-size';
import { unzip } from '../support/zip';
import { languages } from '../../src/messages/messages';

const archive = readFileSync(join('dist', 'psirt-maturity.vsix'));
const files = unzip(archive);
const text = (name: string) =>
  files.get(`extension/${name}`)?.toString('utf8') ?? assert.fail(`${name} is not in the package`);
const manifest = JSON.parse(text('package.json')) as Record<string, unknown> & { contributes: object };

/** What a user's machine needs, and nothing else: a new kind of file has to be let in here. */
const kinds = [
  /^(package|package\.nls|package\.nls\.ja)\.json$/,
  /^(readme|changelog)\.md$/,
  /^LICENSE\.txt$/,
  /^dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^dist\/(extension|web|panel|sheet|roll-up|reconcile)\.js$/,
  /^dist\/chunks\/(page-)?[A-Z0-9]{8}\.js$/,
  /^dist\/mcp\/server\.js$/,
  /^dist\/cli\/messages\.(en|ja)\.json$/,
  /^dist\/((sheet|outline|terms|messages|rules)\.(en|ja)|criteria|functions)\.json$/,
  /^dist\/(panel|description|sheet|reconcile)\.css$/,
  /^media\/preview\.css$/,
  /^media\/rules\.(en|ja)\.md$/,
  /^media\/(language-configuration|snippets)\.json$/,
  /^media\/(icons|walkthrough)\/[\w-]+\.svg$/,
  /^media\/icon\.png$/,
  /^media\/skills\/[\w-]+\/SKILL\.md$/,
  /^schemas\/psirt-(assessment|crosswalk|wording)\.schema\.json$/,
  /^syntaxes\/psirt-[\w-]+\.tmLanguage\.json$/,
];

describe('the packaged extension', () => {
  it('is at most 1.4 MB, with the server for agents and the libraries that write slides and documents', () => {
    assert.ok(archive.length <= 1400 * 1024, `${(archive.length / 1024).toFixed(0)} KB`);
  });

  for (const [file, limit] of Object.entries(loadLimits)) {
    it(`loads at most ${limit} KB when ${file} starts`, () => {
      const size = sizeAtOnce(join('dist', file)) / 1024;
      assert.ok(size <= limit, `${size.toFixed(1)} KB`);
    });
  }

  it('fetches the same when it starts in a browser, where the other parts are fetched when they are used', async () => {
    const atOnce = new Set<string>();
    sizeAtOnce(join('dist', 'extension.js'), atOnce);
    const fetched = await fetchedAtStart();
    assert.deepEqual(fetched.toSorted(), [...atOnce].toSorted());
    assert.ok(files.size > 2 * fetched.length);
    assert.ok(text('dist/web.js').length <= 20 * 1024);
  });

  it('holds what runs, and no sources, tests or source maps', () => {
    const names = [...files.keys()]
      .filter((name) => name.startsWith('extension/'))
      .map((name) => name.slice('extension/'.length));
    assert.deepEqual(
      names.filter((name) => !kinds.some((kind) => kind.test(name))),
      [],
    );
    for (const kind of kinds)
      assert.ok(
        names.some((name) => kind.test(name)),
        String(kind),
      );
    for (const name of names.filter((file) => /\.[cm]?js$/.test(file)))
      assert.doesNotMatch(text(name), /sourceMappingURL/, name);
  });

  it('holds every file its manifest names', () => {
    const named = [...JSON.stringify(manifest).matchAll(/"((?:\.\/)?(?:dist|media|schemas|syntaxes)\/[^"]+)"/g)].map(
      ([, path = '']) => path.replace(/^\.\//, ''),
    );
    assert.ok(named.length > 10);
    for (const path of named.filter((name) => name !== 'dist/cli.js')) assert.ok(files.has(`extension/${path}`), path);
  });

  it('holds every text it may say', () => {
    // The server for agents has the texts of the command line.
    const scripts = [...files.keys()]
      .filter((name) => name.endsWith('.js') && !name.includes('/mcp/'))
      .map((name) => files.get(name)?.toString('utf8'))
      .join('\n');
    for (const language of languages) {
      const shipped = JSON.parse(text(`dist/messages.${language}.json`)) as object;
      const all = Object.keys(JSON.parse(readFileSync(join('l10n', `${language}.json`), 'utf8')) as object);
      assert.deepEqual(
        all.filter((key) => !(key in shipped) && new RegExp(`["'\`]${key.replaceAll('.', '\\.')}["'\`]`).test(scripts)),
        [],
      );
    }
  });

  it('has a page without pictures and links that lead nowhere, in both languages', () => {
    const page = text('readme.md');
    assert.doesNotMatch(page, /!\[[^\]]*\]\((?!https:)/);
    assert.doesNotMatch(page, /\]\((?!https:|#)/);
    assert.match(page, /^# PSIRT Maturity$/m);
    assert.match(page, /アセスメント/);
  });

  it('says whose work it ships, under which licence', () => {
    const notices = text('dist/THIRD-PARTY-NOTICES.txt');
    for (const name of ['docx', 'markdown-it', 'pptxgenjs', 'preact', 'yaml', 'zod'])
      assert.match(notices, new RegExp(`^${name} [\\d.]+ \\([\\w-]+\\)$`, 'm'));
    assert.ok((notices.match(/Permission (is hereby granted|to use)/g) ?? []).length >= 6);
    assert.doesNotMatch(notices, /^(esbuild|mocha|typescript|playwright-core) /m);
  });

  it('runs in the oldest VS Code whose interface it is compiled against, which CI tries', () => {
    const [, oldest = ''] = /^\^(\d+\.\d+)\.0$/.exec((manifest['engines'] as { vscode: string }).vscode) ?? [];
    const types = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };
    assert.equal(types.devDependencies['@types/vscode'], `${oldest}.0`);
    const ci = readFileSync(join('.github', 'workflows', 'ci.yml'), 'utf8');
    assert.match(ci, new RegExp(`--vscode=${oldest.replace('.', '\\.')}\\.\\d+$`, 'm'));
  });

  it('has what both marketplaces ask for', () => {
    for (const key of [
      'name',
      'displayName',
      'publisher',
      'version',
      'description',
      'license',
      'icon',
      'engines',
      'categories',
      'keywords',
      'galleryBanner',
    ])
      assert.ok(manifest[key], key);
    assert.match(String(manifest['publisher']), /^[a-z0-9][a-z0-9-]*$/);
    assert.ok((manifest['keywords'] as string[]).length <= 30);
    const icon = files.get('extension/media/icon.png') ?? assert.fail();
    assert.ok(icon.readUInt32BE(16) >= 128 && icon.readUInt32BE(16) === icon.readUInt32BE(20));
    assert.match(text('LICENSE.txt'), /^MIT License/);
    assert.ok(files.has('extension/readme.md') && files.has('extension/changelog.md'));
  });
});

/** The files that the entry for browsers reads until the extension runs, which then finds an empty `vscode`. */
async function fetchedAtStart(): Promise<string[]> {
  const paths: string[] = [];
  const readFile = async (path: string) => {
    paths.push(path);
    return readFileSync(path);
  };
  const vscode = { Uri: { joinPath: join }, workspace: { fs: { readFile } } };
  const exports: { activate?: (context: object) => Promise<void> } = {};
  runInContext(text('dist/web.js'), createContext({ exports, require: () => vscode, TextDecoder }));
  await assert.rejects(exports.activate?.({ extensionUri: '' }) ?? assert.fail(), { name: 'TypeError' });
  return paths;
}
