import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseOverlay } from '../../../../src/overlay/read-overlay';
import { overlayText } from '../../../../src/overlay/overlay-text';
import { importSheetText } from '../../../../src/overlay/import/sheet-text';
import type { Overlay } from '../../../../src/overlay/overlay';
import { inventedSheet } from '../../../support/invented-sheet';

describe('the file an import writes', () => {
  it('means exactly what was imported', () => {
    const { overlay } = importSheetText(inventedSheet());
    const { overlay: read, issues } = parseOverlay(overlayText(overlay, ['From a.txt', '1.1: two\nlines']));
    assert.deepEqual(issues, []);
    assert.deepEqual(read, overlay);
  });

  it('keeps any words', () => {
    const words = fc
      .string({ unit: fc.constantFrom(...'a:#-"\'[]{}&*!|>%@`\\ \n?,あ。：0'), minLength: 1, maxLength: 30 })
      .map((text) =>
        text
          .split('\n')
          .map((line) => line.trimEnd())
          .join('\n')
          .trim(),
      )
      .filter((text) => text !== '');
    const line = words.map((text) => text.replace(/\s*\n\s*/g, ' '));
    fc.assert(
      fc.property(words, line, (text, title) => {
        const overlay: Overlay = {
          language: 'en',
          areas: { '1': { title, summary: title } },
          services: {
            '1.1': {
              title,
              objective: title,
              notes: [title],
              levels: { '3': { summary: title, description: text, guidance: text, examples: [title] } },
            },
          },
        };
        assert.deepEqual(parseOverlay(overlayText(overlay)).overlay, overlay);
      }),
    );
  });
});
