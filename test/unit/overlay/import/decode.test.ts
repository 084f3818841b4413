import assert from 'node:assert/strict';
import { decodeText, decodings } from '../../../../src/overlay/import/decode';
import { encoded, encodingCalled } from '../../../support/encode';

const nameOf = (bytes: Uint8Array) => decodings(bytes).map(({ encoding }) => encoding.name);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array) => bytes.slice().map((_, index, all) => all[index ^ 1] ?? 0);

describe('The bytes of a text file', () => {
  it('are Unicode with and without a byte order mark, in either order', () => {
    const text = 'id,note\r\n1.1,〜é🚀\r\n';
    for (const bytes of [
      new TextEncoder().encode(text),
      new TextEncoder().encode(`\ufeff${text}`),
      utf16(text),
      utf16(`\ufeff${text}`),
      swapped(utf16(text)),
      swapped(utf16(`\ufeff${text}`)),
    ]) {
      assert.equal(decodeText(bytes), text);
    }
    assert.deepEqual(
      [nameOf(new TextEncoder().encode('\ufeffid')), nameOf(new TextEncoder().encode('id'))],
      [['UTF-8'], ['ASCII']],
    );
  });

  it('are no text where there are zeros or halves of characters', () => {
    for (const bytes of [
      [0, 1, 2, 255],
      [0x69, 0x64, 0, 0x2c, 0x0a],
      [0xff, 0xfe, 0x41],
      [0xff, 0xfe, 0, 0xd8],
    ])
      assert.equal(decodeText(Uint8Array.from(bytes)), undefined);
  });

  const western = [
    'évaluation terminée, coûts élevés',
    'Prüfung größtenteils erledigt',
    'revisión mañana, ¿cuándo?',
    'été',
  ];
  const japanese = ['受付の窓口を決めた', 'メモ', 'PSIRTの窓口', '未対応、来期に実施'];

  for (const [names, texts] of [
    [['windows-1252', 'macintosh', 'cp850'], western],
    [['Shift_JIS', 'EUC-JP'], japanese],
  ] as const) {
    for (const name of names) {
      it(`in ${name} are told from those of the others by the words they make`, () => {
        for (const text of texts) assert.equal(decodeText(encoded(text, encodingCalled(name))), text);
      });
    }
  }

  it('are Japanese without kana, too', () => {
    for (const text of ['対応済', '対応', '未対応'])
      assert.equal(decodeText(encoded(text, encodingCalled('Shift_JIS'))), text);
  });

  it('say nothing where they make words in several encodings, or in none', () => {
    // Évaluation in one of them is ƒvaluation or âvaluation in others.
    for (const name of ['windows-1252', 'macintosh', 'cp850'])
      assert.equal(decodeText(encoded('Évaluation faite', encodingCalled(name))), undefined);
    const russian = [0xc3, 0xee, 0xf2, 0xee, 0xe2, 0xee];
    const korean = [0xbf, 0xcf, 0xb7, 0xe1];
    const chinese = [0xcd, 0xea, 0xb3, 0xc9];
    for (const bytes of [russian, korean, chinese]) assert.equal(decodeText(Uint8Array.from(bytes)), undefined);
  });
});
