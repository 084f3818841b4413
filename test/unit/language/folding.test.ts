import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldsOf } from '../../../src/language/folding';
import { randomFiles } from '../../support/random-file';
import { examples } from '../../support/analyse';
import { contextOf, head } from '../../support/feature-context';
import { yaml } from '../../support/yaml';

/** Folds as `first line … last line`, trimmed. */
function folds(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return (foldsOf(contextOf(text)) ?? []).map(
    ({ startLine, endLine, kind }) =>
      `${kind ? `${kind}: ` : ''}${lines[startLine]?.trim()} … ${lines[endLine]?.trim()}`,
  );
}

describe('folding', () => {
  it('folds areas from their heading on, services, lists and texts', () => {
    const text = `${head}services:
  # 1 Stakeholders
  "1.1":   # Internal
    score: 3
    evidence:
      - a.md
      - link: b.md
        collected: 2026-01-01
    note: |
      One
      # two
  "1.2": 2

  # 2 Discovery
  "2.1": 3
  "2.2": 3 # last

rules:
  missing-evidence: off
`;
    assert.deepEqual(folds(text), [
      'services: … "2.2": 3 # last',
      '# 1 Stakeholders … "1.2": 2',
      '"1.1":   # Internal … # two',
      'evidence: … collected: 2026-01-01',
      '- link: b.md … collected: 2026-01-01',
      'note: | … # two',
      '# 2 Discovery … "2.2": 3 # last',
      'rules: … missing-evidence: off',
    ]);
    assert.deepEqual(folds(text.replaceAll('\n', '\r\n')), folds(text));
  });

  it('folds an area without heading at its first service, if that does not need the line itself', () => {
    assert.deepEqual(
      folds(yaml`
        services:
          "1.1": 2
          "1.2": 3
          "2.1":
            score: 1
          "2.2": 3
      `),
      ['services: … "2.2": 3', '"1.1": 2 … "1.2": 3', '"2.1": … score: 1'],
    );
  });

  it('leaves a bracket that closes on a line of its own to be seen', () => {
    assert.deepEqual(
      folds(yaml`
        services: {
          "1.1": 2,
          "2.1": 3
        }
      `),
      ['services: { … "2.1": 3'],
    );
    assert.deepEqual(
      folds(yaml`
        assessors: [
          A,
          B ]
      `),
      ['assessors: [ … B ]'],
    );
    assert.deepEqual(folds('services: { "1.1": 2, "1.2": 3 }\n'), []);
  });

  it('folds blocks of comments, apart from headings, and regions', () => {
    const text = yaml`
      # a
      # b
      services:
        # c
        # 1 X
        # d
        # e
        "1.1": 2
      # region mine
      rules:
        missing-score: off
      # endregion
    `;
    assert.deepEqual(folds(text), [
      'comment: # a … # b',
      'services: … "1.1": 2',
      '# 1 X … "1.1": 2',
      'comment: # d … # e',
      'region: # region mine … # endregion',
      'rules: … missing-score: off',
    ]);
  });

  it('leaves a file that can not be read to its indentation', () => {
    for (const text of ['', '# only\n# comments\n', `${head}services:\n  "1.1": [\n`])
      assert.equal(foldsOf(contextOf(text)), undefined, text);
  });

  it('nests, and gives one fold a line within the file, whatever the file', () => {
    const check = (text: string) => {
      const open: number[] = [];
      const last = text.split(/\r\n|\r|\n/).length - 1;
      for (const { startLine, endLine, kind } of foldsOf(contextOf(text)) ?? []) {
        assert.ok(startLine < endLine && endLine <= last);
        while (open.length && (open.at(-1) ?? 0) < startLine) open.pop();
        assert.ok(kind === 'region' || endLine <= (open.at(-1) ?? last), `line ${startLine} in\n${text}`);
        open.push(endLine);
      }
    };
    for (const text of examples.values()) check(text);
    fc.assert(fc.property(randomFiles, ({ text }) => check(text)));
  });
});
