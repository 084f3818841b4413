import assert from 'node:assert/strict';
import { setNote } from '../../../../src/assessment/edit/note-edit';
import { parseAssessment } from '../../../../src/assessment/parse';
import { isSorted, sortServices } from '../../../../src/assessment/edit/sort-edit';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { editsOf } from '../../../support/analyse';
import { within } from '../../../support/within';
import { yaml } from '../../../support/yaml';

/** The text once a service has a note; `undefined` where that can not be done. */
function noted(text: string, id: string, note: string): string | undefined {
  const edits = editsOf(setNote(parseAssessment(text), id, note));
  return edits && applyEdits(text, edits);
}

describe('writing a note', () => {
  it('keeps a block as deep as it is, blank lines ahead of its text or not', () => {
    const file = (lines: string) => yaml`
      services:
        "1.1":
          note: |
      ${lines}    score: 2
    `;
    const after = noted(file('\n \n        Old.\n'), '1.1', 'New.\nMore.');
    assert.equal(after, file('        New.\n        More.\n'));
  });

  it('keeps the comment beside the one that was there, whatever either is written like', () => {
    const file = (note: string) => yaml`
      services:
        "1.1":
          note: ${note}
          score: 2 # s
    `;
    const [one, two] = ['New.', 'New.\nMore.'];
    for (const [before, note, after] of [
      ["'Old.'   # c", one, 'New.   # c'],
      ["'Old.'   # c", two, '|   # c\n      New.\n      More.'],
      ['Old # c', two, '| # c\n      New.\n      More.'],
      ['"Old\n      text" # c', two, '| # c\n      New.\n      More.'],
      ['| # c\n        Old.', two, '| # c\n        New.\n        More.'],
      ['>2- # c\n      Old.\n      text', two, '| # c\n      New.\n      More.'],
      ['| # c\n      Old.', one, 'New. # c'],
      ['\n      Old. # c', two, '\n      | # c\n      New.\n      More.'],
    ] as const)
      assert.equal(noted(file(before), '1.1', note), file(after), before);
  });

  it('takes no time over blank lines, of whatever kind', () => {
    for (const eol of ['\r\n', '\n']) {
      for (const [head, blank] of [
        ['|+2', eol],
        ['|', `   ${eol}`],
      ] as const) {
        const before = `services:${eol}  "1.1":${eol}    note: ${head}${eol}${blank.repeat(5000)}`;
        const after = within(5000, () => noted(before, '1.1', 'New.\nMore.')) ?? '';
        assert.equal(parseAssessment(after).services.get('1.1')?.note?.value.trimEnd(), 'New.\nMore.');
      }
    }
  });

  it('takes what looks like the placeholder of a snippet for text', () => {
    const text = yaml`
      services:
        "1.2": 1
        "1.1": 2
    `;
    const after = noted(text, '1.1', 'Written as ${1:name}') ?? '';
    assert.equal(parseAssessment(after).services.get('1.1')?.note?.value, 'Written as ${1:name}');
    const sorted = applyEdits(after, editsOf(sortServices(parseAssessment(after))) ?? []);
    assert.ok(isSorted(parseAssessment(sorted)));
    assert.equal(parseAssessment(sorted).services.get('1.1')?.note?.value, 'Written as ${1:name}');
  });
});
