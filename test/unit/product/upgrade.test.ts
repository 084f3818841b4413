import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import manifest from '../../../package.json';
import { initialSheetState, savedSheetState } from '../../../src/webview/sheet-state';
import { initialState, savedState } from '../../../src/webview/state';
import { root } from '../../support/root';

/**
 * What users of a version have written down elsewhere or what VS Code keeps for them: each may be used by a later
 * version, and none may be taken away without saying so.
 */
interface Kept {
  readonly settings: readonly string[];
  readonly commands: readonly string[];
  readonly views: readonly string[];
  readonly editors: readonly string[];
  readonly languages: readonly string[];
  readonly schemas: readonly string[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly hooks: readonly string[];
  readonly helps: readonly string[];
  readonly rules: readonly string[];
  /** The keys under which the extension keeps choices. */
  readonly stored: readonly string[];
  /** The kinds of tabs that VS Code opens again. */
  readonly tabs: readonly string[];
  /** What the pages keep. */
  readonly pages: { readonly panel: object; readonly sheet: object };
}

const folder = join(root, 'test', 'unit', 'product', 'upgrade');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const sources = readdirSync(join(root, 'src', 'extension'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(join('src', 'extension', name)))
  .join('\n');
const versions = readdirSync(folder).map((name) => ({
  version: name.replace(/\.json$/, ''),
  kept: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Kept,
}));

/** Names that later versions no longer have, each with what took its place and since when. */
const replaced: Readonly<Record<string, string>> = {};

/** What the present state has. */
function present(): Omit<Kept, 'stored' | 'tabs' | 'pages'> {
  const { contributes } = manifest;
  const action = parse(read('action.yml')) as Record<'inputs' | 'outputs', object>;
  const messages = JSON.parse(read('l10n/en.json')) as Record<string, string>;
  const keysAfter = (prefix: string): string[] =>
    Object.keys(messages).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  return {
    settings: Object.keys(contributes.configuration.properties),
    commands: contributes.commands.map(({ command }) => command),
    views: Object.values(contributes.views).flatMap((views) => views.map(({ id }) => id)),
    editors: contributes.customEditors.map(({ viewType }) => viewType),
    languages: contributes.languages.map(({ id }) => id),
    schemas: readdirSync(join(root, 'schemas')),
    inputs: Object.keys(action.inputs),
    outputs: Object.keys(action.outputs),
    hooks: (parse(read('.pre-commit-hooks.yaml')) as { id: string }[]).map(({ id }) => id),
    helps: keysAfter('cli.help.'),
    rules: keysAfter('key.rules.'),
  };
}

describe('an upgrade', () => {
  it('is tested from every version in the changelog', () => {
    const released = [...read('CHANGELOG.md').matchAll(/^## \[?(\d+\.\d+\.\d+)/gm)].map(([, version]) => version);
    if (process.env['KEEP_VERSION']) {
      const [{ kept: last } = { kept: undefined }] = versions.slice(-1);
      writeFileSync(
        join(folder, `${manifest.version}.json`),
        `${JSON.stringify({ ...last, ...present() }, null, 2)}\n`,
      );
    }
    assert.deepEqual(versions.map(({ version }) => version).sort(), released.sort());
  });

  for (const { version, kept } of versions) {
    const { stored, tabs, pages, ...names } = kept;

    it(`from ${version} finds every name that settings, shortcuts, workflows and scripts may use`, () => {
      const now = present();
      for (const kind of Object.keys(names) as (keyof typeof names)[]) {
        const missing = names[kind].filter((name) => !now[kind].includes(name) && replaced[name] === undefined);
        assert.deepEqual(missing, [], `${kind} of ${version}`);
      }
    });

    it(`from ${version} reads what the extension kept, under the same keys`, () => {
      for (const name of [...stored, ...tabs]) assert.ok(sources.includes(name), name);
    });

    it(`from ${version} opens pages as they were left`, () => {
      const panel = savedState(initialState(pages.panel)) as Record<string, unknown>;
      assert.deepEqual({ ...panel, ...pages.panel }, panel);
      assert.deepEqual(savedSheetState(initialSheetState(pages.sheet)), pages.sheet);
    });
  }
});
