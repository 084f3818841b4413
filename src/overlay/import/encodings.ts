/** The encodings in which spreadsheets and editors save text, with tests of whether decoded text is plausible. */

export interface Encoding {
  readonly name: string;
  /** `unicode` can hold every character, `legacy` those of a few languages; `ascii` is common to all. */
  readonly kind: 'unicode' | 'ascii' | 'legacy';
  /** The decoded text, or `undefined` where the bytes are not valid in this encoding. */
  decode(bytes: Uint8Array): string | undefined;
  /** Whether the encoding has a character: programs that save one it lacks write a substitute. */
  holds(character: string): boolean;
  /**
   * Whether the text looks like words: bytes are valid in several encodings, but seldom form words in more than one.
   */
  isPlausible(text: string): boolean;
}

export const utf8 = unicode('UTF-8');
export const utf16le = unicode('UTF-16LE');
export const utf16be = unicode('UTF-16BE');

const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

export const ascii: Encoding = { ...utf8, name: 'ASCII', kind: 'ascii', holds: isAscii };

const shiftJis = japanese('Shift_JIS', {
  first: [...range(0x81, 0x9f), ...range(0xe0, 0xfc)],
  second: [...range(0x40, 0x7e), ...range(0x80, 0xfc)],
});
const eucJp = japanese('EUC-JP', { first: range(0xa1, 0xfe), second: range(0xa1, 0xfe) });

// Some versions of Node decode the first 32 codes of this encoding as control characters.
const windows1252 = western(
  'windows-1252',
  `€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ${String.fromCharCode(...range(0xa0, 0xff))}`,
);
const macRoman = western(
  'macintosh',
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
    '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\0ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
);
// With the euro sign, as programs write it today.
const cp850 = western(
  'cp850',
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤' +
    'ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
);

/** Encodings that cannot be told apart by bytes alone. */
export const legacyEncodings: readonly Encoding[] = [shiftJis, eucJp, windows1252, macRoman, cp850];

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function unicode(name: string): Encoding {
  return { name, kind: 'unicode', decode: (bytes) => decode(bytes, name), holds: () => true, isPlausible: () => true };
}

/** A double-byte encoding, by the ranges of its two bytes. */
function japanese(name: string, { first, second }: Record<'first' | 'second', readonly number[]>): Encoding {
  let all: Set<string> | undefined;
  const characters = (): Set<string> => {
    const pairs = first.flatMap((one) => second.flatMap((other) => [one, other, 0x0a]));
    const narrowKana = String.fromCharCode(...range(0xff61, 0xff9f));
    return new Set(new TextDecoder(name).decode(new Uint8Array(pairs)) + narrowKana);
  };
  return {
    name,
    kind: 'legacy',
    decode: (bytes) => decode(bytes, name),
    holds: (character) => isAscii(character) || (all ??= characters()).has(character),
    // Other languages' encodings use the same byte pairs, but hardly ever those of kana.
    isPlausible: (text) => isJapanese(text) && (name === 'Shift_JIS' || /[\u3041-\u30fe]/.test(text)),
  };
}

/** A single-byte encoding, by its characters from 0x80 on; NUL stands for an undefined code. */
function western(name: string, upper: string): Encoding {
  return {
    name,
    kind: 'legacy',
    decode: (bytes) => {
      const codes = Uint16Array.from(bytes, (byte) => (byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80)));
      return codes.includes(0) ? undefined : textOf(codes);
    },
    holds: (character) => isAscii(character) || (character !== '\0' && upper.includes(character)),
    isPlausible: isWestern,
  };
}

function textOf(codes: Uint16Array): string {
  let text = '';
  // The number of arguments of one call is limited.
  for (let at = 0; at < codes.length; at += 4096) text += String.fromCharCode(...codes.subarray(at, at + 4096));
  return text;
}

/**
 * Japanese text has runs of common characters; misread Western text has single rare ones between its letters.
 * Half-width kana and private-use characters come from other languages' encodings.
 */
function isJapanese(text: string): boolean {
  if (/[\u0080-\u009f\uff61-\uff9f\ue000-\uf8ff\ufffd]/.test(text)) return false;
  const runs = text.match(/[^\x00-\x7f]+/g) ?? [];
  const single = runs.filter((run) => run.length === 1).length;
  return runs.join('').length >= 3 * single;
}

/** Sequences that no Western text has. */
const notWestern = [
  /[^\x00-\x7f\p{Script=Latin}\u00a0‘’“”„‚«»‹›–—…•·°§€£©®™¡¿×±²³µ½¼¾ªº´ˆ˜]/u,
  // Accented letters come singly, and symbols do not come in runs.
  /[À-ɏ]{3}|[^\x00-\x7f]{4}/,
  // Capitals stand at the beginning of words, or everywhere.
  /\p{Ll}(?=[À-ɏ])\p{Lu}|(?=[À-ɏ])\p{Ll}\p{Lu}/u,
  // Symbols do not stand within words.
  /\p{L}(?![\x00-\x7f’])\P{L}\p{L}|\p{L}[‚„ƒˆ˜]/u,
];

function isWestern(text: string): boolean {
  return !notWestern.some((pattern) => pattern.test(text));
}
