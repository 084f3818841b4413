/** Decodes a text file in whatever encoding its author saved it. */
import { ascii, legacyEncodings, utf16be, utf16le, utf8, type Encoding } from './encodings';

/** Bytes decoded with one encoding. */
export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The possible readings of the bytes, likeliest first: one where they are ASCII or Unicode, with or without a byte
 * order mark; else one for each encoding in which they are valid. Empty where they are not text.
 */
export function decodings(bytes: Uint8Array): Decoded[] {
  const own = unicodeText(bytes);
  return own && !isChance(own) ? [own] : [...(own ? [own] : []), ...legacyTexts(bytes)];
}

/** The text of the bytes, or `undefined` where it cannot be determined. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const own = unicodeText(bytes);
  if (own) return own.text;
  const plausible = legacyTexts(bytes).filter(({ text, encoding }) => encoding.isPlausible(text));
  return plausible.length === 1 ? plausible[0]?.text : undefined;
}

function unicodeText(bytes: Uint8Array): Decoded | undefined {
  const [first, second] = bytes;
  const zero = bytes.indexOf(0);
  if (first === 0xff && second === 0xfe) return decoded(bytes, utf16le);
  if (first === 0xfe && second === 0xff) return decoded(bytes, utf16be);
  if (zero < 0) return decoded(bytes, bytes.every((byte) => byte < 0x80) ? ascii : utf8);
  // In UTF-16 one of the two bytes of an ASCII character is zero, and every table has such characters.
  const wide = decoded(bytes, zero % 2 ? utf16le : utf16be);
  return wide && /[ -~]/.test(wide.text) && !/[\x00-\x08\x0e-\x1f]/.test(wide.text) ? wide : undefined;
}

/** Whether a few non-ASCII characters may be valid UTF-8 by chance, as `…é` in Mac Roman is. */
function isChance({ text, encoding }: Decoded): boolean {
  return encoding === utf8 && (text.match(/[^\x00-\x7f]/gu) ?? []).length < 16;
}

/** Bytes with a UTF-8 byte order mark are never read in another encoding, even where they are damaged. */
function legacyTexts(bytes: Uint8Array): Decoded[] {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? [] : legacyEncodings.flatMap((encoding) => decoded(bytes, encoding) ?? []);
}

function decoded(bytes: Uint8Array, encoding: Encoding): Decoded | undefined {
  const text = encoding.decode(bytes);
  return text === undefined || text.includes('\0') ? undefined : { text, encoding };
}
