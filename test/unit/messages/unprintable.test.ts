import assert from 'node:assert/strict';
import { hasUnprintable, replaceUnprintable, unprintable } from '../../../src/messages/unprintable';

describe('Unprintable characters', () => {
  it('are the same by the quick test as by the full one', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      const expected = character.search(unprintable()) >= 0;
      assert.equal(hasUnprintable(character), expected, code.toString(16));
      assert.equal(replaceUnprintable(character), expected ? '\ufffd' : character, code.toString(16));
    }
  });

  it('are found beside others that the quick test passes', () => {
    assert.equal(
      replaceUnprintable('a\u202eb\nc', (found) => `<${found.charCodeAt(0).toString(16)}>`),
      'a<202e>b<a>c',
    );
  });
});
