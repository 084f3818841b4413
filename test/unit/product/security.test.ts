import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/root';

const document = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const [english = '', japanese = ''] = document.split(/^# セキュリティ$/m);

/** The rows of the table of threats, cell by cell. */
const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => /^\| \d+ \|/.test(line))
    .map((line) => line.slice(2, -2).split(' | '));

describe('SECURITY.md', () => {
  it('has as many cells in each row of a table as in its head', () => {
    const tables = document.split('\n\n').filter((block) => block.startsWith('| '));
    assert.ok(tables.length >= 6);
    for (const table of tables) {
      const [head = 0, ...others] = table
        .trim()
        .split('\n')
        .map((line) => line.split(/(?<!\\)\|/).length);
      assert.deepEqual(others, Array(others.length).fill(head), table.slice(0, 60));
    }
  });
});

describe('the threats in SECURITY.md', () => {
  it('are numbered, the same in both languages, each with what is done', () => {
    const numbers = rows(english).map(([number]) => number);
    assert.deepEqual(
      numbers,
      Array.from({ length: numbers.length }, (_, index) => String(index + 1)),
    );
    assert.ok(numbers.length >= 20);
    assert.deepEqual(
      rows(japanese).map(([number]) => number),
      numbers,
    );
    for (const [number, ...cells] of [...rows(english), ...rows(japanese)])
      assert.ok(cells.length >= 2 && cells.every((cell) => cell.trim()), number);
  });

  for (const [number, threat, , proof = ''] of rows(english)) {
    it(`are met by tests that exist: ${number} ${threat}`, () => {
      const proofs = proof.split('<br>');
      assert.ok(proofs.length > 0);
      for (const one of proofs) {
        const [, path = '', title = ''] =
          /^`(test\/[^`]+)`: (.+)$/.exec(one) ?? assert.fail(`${number} names no test: ${one}`);
        assert.ok(existsSync(join(root, path)), path);
        // A title that goes on with a value is told by its beginning.
        const titles = [
          ...readFileSync(join(root, path), 'utf8').matchAll(/^\s*it(?:OnUnix|Once)?\(\s*(['"`])(.*?)\1,/gm),
        ].map(([, , found = '']) => found.split('${')[0]?.trim());
        assert.ok(titles.includes(title), `${path} has no test “${title}”`);
      }
    });
  }
});
