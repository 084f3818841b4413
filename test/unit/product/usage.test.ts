import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { translator } from '../../../src/messages/catalogues';
import { languages, type MessageKey } from '../../../src/messages/messages';
import en from '../../../l10n/en.json';
import { root } from '../../support/root';

const commands = Object.keys(en).flatMap((key) => /^cli\.help\.(\w+)$/.exec(key)?.[1] ?? []);
const help = (command: string, language: (typeof languages)[number] = 'en'): string =>
  translator(language)(`cli.help.${command}` as MessageKey);

/** The values of an option as a text lists them, over several lines if need be. */
function valuesIn(text: string, option: string): string[] {
  const [, values = ''] = new RegExp(`${option} ((?:[\\w-]+\\|\\s*)+[\\w-]+)`).exec(text) ?? [];
  return values.split(/\|\s*/).filter(Boolean);
}

describe('the list of commands', () => {
  for (const language of languages) {
    it(`names each once, with what it does, on a line that fits a terminal: ${language}`, () => {
      const lines = translator(language)('cli.help').split('\n');
      const listed = lines.flatMap((line) => /^ {2}([a-z][a-z-]*) {2,}\S/.exec(line)?.[1] ?? []);
      assert.deepEqual(listed, [...new Set(listed)].sort());
      assert.deepEqual(
        commands.filter((command) => !listed.includes(command)),
        [],
      );
      const [first = 0, last = 0] = [listed[0], listed.at(-1)].map((name) =>
        lines.findIndex((line) => line.startsWith(`  ${name} `)),
      );
      assert.equal(last - first + 1, listed.length, 'one line each');
      for (const line of lines) assert.ok(line.length <= 80, line);
    });
  }
});

describe('the usage in the documentation', () => {
  const pages = ['command-line.md', 'command-line.ja.md'].map((name) => ({
    name,
    text: readFileSync(join(root, 'docs', name), 'utf8'),
  }));

  it('names each command', () => {
    for (const { name, text } of pages)
      for (const command of commands)
        assert.match(
          text,
          new RegExp(`^ {4}psirt-maturity (?:.*; +psirt-maturity )?${command}\\b`, 'm'),
          `${command} in ${name}`,
        );
  });

  it('names the same formats as the help of a command, which is the same in each language', () => {
    for (const command of commands) {
      const formats = valuesIn(help(command), '--format');
      assert.deepEqual(valuesIn(help(command, 'ja'), '--format'), formats, command);
      if (!formats.length) continue;
      for (const { name, text } of pages) {
        const [usage = ''] =
          new RegExp(`^ {4}psirt-maturity ${command} .*(?:\\n {6,}.*)*`, 'm').exec(
            text.slice(text.search(/^ {4}psirt-maturity check \[/m)),
          ) ?? [];
        assert.deepEqual(valuesIn(usage, '--format').sort(), [...formats].sort(), `${command} in ${name}`);
      }
    }
  });
});
