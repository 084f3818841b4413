import assert from 'node:assert/strict';
import { translator } from '../../../../src/messages/catalogues';
import { findingText } from '../../../../src/report/sheet/import-words';

describe('a finding of an import of wording', () => {
  it('names the line, and the service where one is known', () => {
    const t = translator('en');
    assert.equal(
      findingText({ kind: 'unplaced', line: 7, text: 'b' }, t),
      'Line 7: no place was found for “b”; it was left out.',
    );
    assert.equal(
      findingText({ kind: 'unplaced', service: '1.1', line: 7, text: 'b' }, t),
      '1.1, line 7: no place was found for “b”; it was left out.',
    );
  });
});
