/** The encodings in which spreadsheets and editors save text, and what a text in each of them may look like. */

export interface Encoding {
  readonly name: string;
  /** Unicode has all characters, those of single languages (`legacy`) a few; ASCII is what all have in common. */
  readonly kind: 'unicode' | 'ascii' | 'legacy';
  /** The text, or `undefined` where the bytes are none in this encoding. */
  decode(bytes: Uint8Array): string | undefined;
  /** Whether a text keeps the character: a program that saves one that has no place writes another in its stead. */
  holds(character: string): boolean;
  /** Whether these are words: bytes are sound in several encodings, but seldom make words in more than one. */
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

// Node's own decoder takes the first 32 of this one for control characters in some versions.
const windows1252 = western(
  'windows-1252',
  `€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ${String.fromCharCode(...range(0xa0, 0xff))}`,
);
const macRoman = western(
  'macintosh',
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
    '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\0ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
);
// With the euro, as programs write it today.
const cp850 = western(
  'cp850',
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤' +
    'ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
);

/** Bytes do not say in which of these they are. */
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

/** An encoding with characters of two bytes, each within a range. */
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
    // Other languages' encodings have the same pairs of bytes, but hardly ever those of kana.
    isPlausible: (text) => isJapanese(text) && (name === 'Shift_JIS' || /[\u3041-\u30fe]/.test(text)),
  };
}

/** An encoding of single bytes, by its characters from 0x80 on; NUL where it has none. */
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
  // A call takes only so many arguments.
  for (let at = 0; at < codes.length; at += 4096) text += String.fromCharCode(...codes.subarray(at, at + 4096));
  return text;
}

/**
 * Japanese comes in runs, of the usual characters; a Western text that is misread as such has single rare ones between
 * its letters. Kana of half width and private characters are what other languages' encodings give.
 */
function isJapanese(text: string): boolean {
  if (/[\u0080-\u009f\uff61-\uff9f\ue000-\uf8ff\ufffd]/.test(text)) return false;
  const runs = text.match(/[^\x00-\x7f]+/g) ?? [];
  const single = runs.filter((run) => run.length === 1).length;
  return runs.join('').length >= 3 * single;
}

/** What no Western text has. */
const notWestern = [
  /[^\x00-\x7f\p{Script=Latin}\u00a0‘’“”„‚«»‹›–—…•·°§€£©®™¡¿×±²³µ½¼¾ªº´ˆ˜]/u,
  // Accents come one by one, and signs do not come in rows.
  /[À-ɏ]{3}|[^\x00-\x7f]{4}/,
  // Capitals are where words begin, or everywhere.
  /\p{Ll}(?=[À-ɏ])\p{Lu}|(?=[À-ɏ])\p{Ll}\p{Lu}/u,
  // Signs are not within words.
  /\p{L}(?![\x00-\x7f’])\P{L}\p{L}|\p{L}[‚„ƒˆ˜]/u,
];

function isWestern(text: string): boolean {
  return !notWestern.some((pattern) => pattern.test(text));
}
