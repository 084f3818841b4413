import assert from 'node:assert/strict';
import { checkFormats, type CheckFormatId } from '../../../../src/cli/check/check-formats';
import { Printer } from '../../../../src/cli/check/printer';
import { Output } from '../../../../src/cli/files/streams';
import type { Printable } from '../../../../src/messages/safe-text';
import { heldBytes } from '../../../support/heap';
import { t } from '../../../support/words';

/** The size of a piece in bytes, and how many there are. */
const [size, count] = [256 * 1024, 80];

/** A text of that size that shares its memory with no other. */
const fresh = (): string => Buffer.alloc(size, 'x').toString('latin1');

const sarifPart = (): string => {
  const locations = [{ physicalLocation: { artifactLocation: { uri: 'a', index: 0 } } }];
  return JSON.stringify({ artifact: {}, results: [{ message: { text: fresh() }, locations }] });
};

/** Formats that write each piece in its turn; a comment in a review cannot be longer than a code host takes. */
const streamed = Object.keys(checkFormats).filter((id) => id !== 'markdown') as CheckFormatId[];

describe('what is printed of many files', () => {
  for (const id of streamed) {
    it(`is not held in memory: ${id}`, async () => {
      let written = 0;
      const output = new Output({ write: (content) => void (written += content.length) });
      const printer = new Printer(checkFormats[id], output, { t, env: {}, colours: false });
      const result = { counts: { errors: 1, warnings: 0, infos: 0 }, isIndividual: false };
      const before = heldBytes();
      for (let index = 0; index < count; index++) {
        const piece = (id === 'sarif' ? sarifPart() : fresh()) as Printable;
        await printer.add({ ...result, piece });
      }
      const held = heldBytes() - before;
      await printer.end(false, []);
      assert.ok(written >= size * count);
      assert.ok(held < (size * count) / 10, `${Math.round(held / 1024)} KB held`);
    });
  }
});
