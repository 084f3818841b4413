import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits } from '../../../src/assessment/yaml/text-edit';
import { languages, type Language } from '../../../src/messages/messages';
import type { CodeAction } from '../../../src/language/code-action';
import { actionsOf, type Asked } from '../../support/code-actions';
import { yaml } from '../../support/yaml';

/**
 * Each `golden/NAME.yaml` says at the end of its lines which actions it wants there: `# want "Title" "Another title"`,
 * or `# want all` for "fix all". What becomes of the file with each, or why it can not be done, stands in
 * `NAME.golden.yaml`. `UPDATE_GOLDEN=1` writes those anew: read the difference before it is committed.
 */
const folder = join(dirname(fileURLToPath(import.meta.url)), 'golden');
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.endsWith('.golden.yaml'));

interface Wanted {
  readonly line: number;
  readonly title: string;
}

describe('the code actions of the golden files', () => {
  for (const name of names) {
    it(name.replace('.yaml', ''), () => {
      const { text, wanted } = read(name);
      assert.ok(wanted.length > 0);
      const result = wanted
        .map(
          (want) => yaml`
            --- # line ${want.line + 1}: ${want.title}
            ${outcome(text, want)}`,
        )
        .join('');
      const golden = join(folder, name.replace('.yaml', '.golden.yaml'));
      if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, result);
      assert.equal(result, existsSync(golden) ? readFileSync(golden, 'utf8') : '', name);
    });
  }

  it('are offered at the same places in Japanese, with titles and reasons of their own', () => {
    for (const name of names) {
      const { text, wanted } = read(name);
      for (const want of wanted) {
        const [en, ja] = languages.map((language) => actionsOn(text, want, language));
        const places = (actions: CodeAction[] | undefined) =>
          actions?.map(({ kind, edits, disabled }) => [kind, edits.map(({ span }) => span), disabled !== undefined]);
        assert.deepEqual(places(ja), places(en), name);
        for (const { title, disabled } of ja ?? [])
          assert.match(title + (disabled ?? ''), /[\u3040-\u30ff\u4e00-\u9fff]/);
      }
    }
  });
});

function read(name: string): { text: string; wanted: Wanted[] } {
  const wanted: Wanted[] = [];
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  const plain = lines.map((line, index) => {
    const [whole, titles = ''] = / ?# want (.*)$/.exec(line) ?? [];
    // A title may quote something itself: it ends where the line ends or the next one starts.
    for (const [, title = ''] of titles.matchAll(/"(.*?)"(?= "[A-Z]|$)/g)) wanted.push({ line: index, title });
    if (titles === 'all') wanted.push({ line: index, title: 'Fix everything that needs no decision' });
    return whole === undefined ? line : line.slice(0, -whole.length);
  });
  return { text: plain.join('\n'), wanted };
}

function actionsOn(text: string, { line, title }: Wanted, language: Language): CodeAction[] {
  const lines = text.split('\n');
  const start = lines.slice(0, line).join('\n').length + (line ? 1 : 0);
  const indent = /^\s*/.exec(lines[line] ?? '')?.[0].length ?? 0;
  const asked: Asked = { span: { start: start + indent, end: start + (lines[line] ?? '').length }, language };
  return actionsOf(text, title.startsWith('Fix everything') ? { ...asked, only: 'source.fixAll' } : asked);
}

function outcome(text: string, want: Wanted): string {
  const actions = actionsOn(text, want, 'en');
  const action = actions.find(({ title }) => title === want.title);
  assert.ok(action, `line ${want.line + 1}: no “${want.title}” among\n${actions.map(({ title }) => title).join('\n')}`);
  return action.disabled === undefined ? applyEdits(text, action.edits) : `# disabled: ${action.disabled}\n`;
}
