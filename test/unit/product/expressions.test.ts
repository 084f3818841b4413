import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import expressions, { verdictOf } from '../../../build/linear-expressions.mjs';
import { root } from '../../support/root';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What the rule says of some code. */
function complaints(code: string): string[] {
  const config: Linter.Config = { plugins: { expressions }, rules: { 'expressions/linear': 'error' } };
  return new Linter().verify(code, config).map(({ message }) => message);
}

describe('the rule for regular expressions', () => {
  it('finds those that take exponential or quadratic time, as literals and put together of constants', () => {
    const slow = [
      ['/^(?:[ ]*(?:#[^\\n]*)?\\r?\\n)*$/.test(text);', 'exponential'],
      ['text.replace(/\\s*\\n\\s*/g, " ");', '2nd degree polynomial'],
      ['const space = "[ \\\\t]"; new RegExp(`${space}+$`, "u");', '2nd degree polynomial'],
      ['const end = String.raw`\\s+$`; RegExp(end);', '2nd degree polynomial'],
    ] as const;
    for (const [code, degree] of slow) {
      const [found = '', ...others] = complaints(code);
      assert.deepEqual(others, [], code);
      assert.ok(found.startsWith(`This expression is not linear: ${degree}`), `${code}: ${found}`);
    }
  });

  it('lets linear ones pass', () => {
    assert.deepEqual(complaints('/\\s+/g; /^[ \\t]*#/; const digit = "[0-9]"; new RegExp(`^${digit}+$`);'), []);
  });

  it('takes no expression that it can not see', () => {
    const unseen = ['const find = (word) => new RegExp(word);', 'RegExp(`a${Math.random()}`);', 'const Made = RegExp;'];
    for (const code of unseen) {
      assert.match(complaints(code).join('\n'), /^Write the expression as a literal/, code);
    }
  });
});

/** Expressions that may pass because of what they are used for, each with the test that shows its bound. */
const exceptions = [
  [
    'src/sheet/glossary.ts',
    'test/unit/sheet/glossary.test.ts',
    'are found at once, whatever white space stands between words',
  ],
] as const;

describe('exceptions from the rule for regular expressions', () => {
  const listed = execFileSync('git', ['ls-files', 'src', 'build', '*.mjs'], { cwd: root, encoding: 'utf8' });
  const lines = listed
    .trim()
    .split('\n')
    .flatMap((path) =>
      read(path)
        .split('\n')
        .map((line) => ({ path, line })),
    );
  const disabled = lines.filter(({ line }) => /eslint-disable.*\b(?:expressions|regexp)\//.test(line));

  it('are those that have a test of their bound', () => {
    assert.deepEqual(disabled.map(({ path }) => path).sort(), exceptions.map(([path]) => path).sort());
    for (const [, test, title] of exceptions) assert.ok(read(test).includes(`it('${title}'`), `${test}: ${title}`);
  });

  it('say what bounds them', () => {
    for (const { path, line } of disabled) assert.match(line, /eslint-disable-next-line \S+ -- .{20}/, path);
  });
});

/** Names of what holds an expression in a grammar and in a language configuration. */
const holders = /^(?:match|begin|end|while|start|wordPattern|(?:before|after)Text|\w+(?:Indent|Line)Pattern)$/;

/** The expressions in a file for VS Code, each with its path. */
function* patternsIn(value: unknown, path: string): Generator<readonly [path: string, pattern: string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && holders.test(key)) yield [`${path}/${key}`, inner];
    else yield* patternsIn(inner, `${path}/${key}`);
  }
}

describe('expressions that VS Code tries on every line of a file', () => {
  const grammars = ['syntaxes/psirt-yaml.tmLanguage.json', 'syntaxes/psirt-wording-yaml.tmLanguage.json'];
  const files = [...grammars, 'media/language-configuration.json'];
  const all = files.flatMap((path) => [...patternsIn(JSON.parse(read(path)), path)]);

  it('are linear', () => {
    assert.ok(all.length > 12);
    for (const [path, pattern] of all) {
      // `\G` is where the last match ended: at one place, as the start is.
      const { status } = verdictOf(pattern.replace(/^\\G/, '^'));
      assert.equal(status, 'safe', `${path}: ${pattern}`);
    }
  });
});
