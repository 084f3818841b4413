import assert from 'node:assert/strict';
import fc from 'fast-check';
import { selectionsAt } from '../../../src/language/selection';
import { randomFiles } from '../../support/random-file';
import { contextOf, head } from '../../support/feature-context';
import { cursor } from '../../support/at-cursor';
import { yaml } from '../../support/yaml';

/** What is selected, step by step; the file as a whole, which is always last, left out. */
function steps(source: string): string[] {
  const { text, offset } = cursor(source);
  const found = selectionsAt(contextOf(text), offset).map(({ start, end }) => text.slice(start, end));
  assert.equal(found.pop(), text);
  return found;
}

describe('the selection', () => {
  const one = yaml`
    # 1 X
      "1.1": 2 # t
      "1.2": 3`;
  const two = yaml`
    # 2 Y
      "2.1":
        score: 3
        note: Some words`;
  const file = yaml`
    ${head}services:
      ${one}

      ${two}
  `;
  const at = (marked: string) => steps(file.replace(marked.replace('|', ''), marked));

  it('grows from the value over entry, service, area and all services to the file', () => {
    assert.deepEqual(at('note: So|me words'), [
      'Some words',
      'note: Some words',
      'score: 3\n    note: Some words',
      two.slice(8),
      two,
      `${one}\n\n  ${two}`,
      yaml`
        services:
          ${one}

          ${two}`,
      file.trimEnd(),
    ]);
    assert.deepEqual(at('"1.1": 2| #').slice(0, 4), ['2', '"1.1": 2', '"1.1": 2 # t', one]);
  });

  it('starts from the words of a quoted key, then its quotes', () => {
    assert.deepEqual(at('"1.|1"').slice(0, 4), ['1.1', '"1.1"', '"1.1": 2', '"1.1": 2 # t']);
    assert.deepEqual(steps('subject: "My |router"\n').slice(0, 3), [
      'My router',
      '"My router"',
      'subject: "My router"',
    ]);
  });

  it('takes a comment with the service or area it belongs to', () => {
    assert.deepEqual(at('2 # |t').slice(0, 2), ['"1.1": 2 # t', one]);
    assert.deepEqual(at('# 2| Y').slice(0, 2), [two, `${one}\n\n  ${two}`]);
    assert.deepEqual(at('# 1| X').slice(0, 2), [one, `${one}\n\n  ${two}`]);
  });

  it('takes items of lists, on lines of their own or in brackets', () => {
    assert.deepEqual(
      steps(yaml`
        services:
          "1.1":
            evidence:
              - a.m|d
              - b.md
      `).slice(0, 3),
      [
        'a.md',
        '- a.md\n      - b.md',
        yaml`
          evidence:
                - a.md
                - b.md`,
      ],
    );
    assert.deepEqual(steps('assessors: [A, |B]\n'), ['B', '[A, B]', 'assessors: [A, B]']);
  });

  it('is the file where nothing else is', () => {
    assert.deepEqual(
      steps(yaml`
        a: 1

        |
      `).slice(0, 1),
      [],
    );
    assert.deepEqual(selectionsAt(contextOf(''), 0), []);
  });

  it('grows at each step, whatever the file and the place', () => {
    fc.assert(
      fc.property(
        randomFiles,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ text: whole }, cut, share) => {
          for (const text of [whole, whole.slice(0, Math.floor(whole.length * cut))]) {
            const offset = Math.floor(text.length * share);
            let inner = { start: offset, end: offset };
            for (const span of selectionsAt(contextOf(text), offset)) {
              assert.ok(
                span.start <= inner.start && span.end >= inner.end && span.end - span.start > inner.end - inner.start,
              );
              inner = span;
            }
            assert.ok(text === '' || (inner.start === 0 && inner.end === text.length));
          }
        },
      ),
    );
  });
});
