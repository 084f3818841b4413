import assert from 'node:assert/strict';
import fc from 'fast-check';
import { onOneLine } from '../../../src/messages/one-line';
import { within } from '../../support/within';

describe('a text on one line', () => {
  it('has one space in place of a line break and the white space around it', () => {
    assert.equal(onOneLine('First line. \r\n\n\t second  one\u3000'), 'First line. second  one\u3000');
    assert.equal(onOneLine('\nall\n'), ' all ');
  });

  it('is what the plain expression says, for any text', () => {
    const text = fc.string({ unit: fc.constantFrom(' ', '\n', '\r', '\t', '\u3000', '\u2028', 'a') });
    fc.assert(fc.property(text, (any) => assert.equal(onOneLine(any), any.replace(/\s*\n\s*/g, ' '))));
  });

  it('is found at once in a text of blanks', () => {
    const blanks = ' '.repeat(200_000);
    assert.equal(
      within(1000, () => onOneLine(`a${blanks}b\n`)),
      `a${blanks}b `,
    );
  });
});
