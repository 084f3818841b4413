import assert from 'node:assert/strict';
import { build } from 'esbuild';
import en from '../../../l10n/en.json';
import { panelWords } from '../../../src/webview/protocol';
import { rollUpWords } from '../../../src/webview/roll-up-protocol';
import { sheetWords } from '../../../src/webview/sheet-protocol';

/** Keys of messages that a script names, and the beginnings of those it puts together. */
async function keysIn(page: string): Promise<string[]> {
  const { outputFiles } = await build({
    entryPoints: [`src/webview/${page}.tsx`],
    bundle: true,
    write: false,
    format: 'esm',
    splitting: true,
    outdir: 'dist',
    logLevel: 'silent',
  });
  const script = outputFiles.map(({ text }) => text).join('\n');
  const kinds = new Set(Object.keys(en).map((key) => key.split('.')[0]));
  const begun = [...script.matchAll(/`([a-z]+)\.[a-z.-]*\$\{/g)].flatMap(([text, kind]) =>
    kinds.has(kind) ? [text.slice(1, -2)] : [],
  );
  return [...Object.keys(en).filter((key) => script.includes(`"${key}"`)), ...begun];
}

describe('the words of a page', () => {
  for (const [page, words] of [
    ['main', panelWords],
    ['roll-up', rollUpWords],
    ['sheet', sheetWords],
  ] as const) {
    it(`are all sent to it (${page})`, async () => {
      const keys = await keysIn(page);
      assert.ok(keys.length > 10);
      const missing = keys.filter((key) => !words.some((beginning) => key.startsWith(beginning)));
      assert.deepEqual(missing, []);
    });
  }
});
