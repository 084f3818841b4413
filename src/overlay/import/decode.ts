/** Bytes of a text file, as its author may have saved it. */
import { ascii, legacyEncodings, utf16be, utf16le, utf8, type Encoding } from './encodings';

/** What bytes say in one encoding. */
export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * What the bytes may say, the likeliest first: one text where they are ASCII or Unicode, with or without a byte order
 * mark; else one for each encoding in which they are sound. None where they are no text.
 */
export function decodings(bytes: Uint8Array): Decoded[] {
  const own = unicodeText(bytes);
  return own && !isChance(own) ? [own] : [...(own ? [own] : []), ...legacyTexts(bytes)];
}

/** The text the bytes say, or `undefined` where that cannot be told. */
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
  // Of two bytes one is zero where a character is ASCII, of which every table has some.
  const wide = decoded(bytes, zero % 2 ? utf16le : utf16be);
  return wide && /[ -~]/.test(wide.text) && !/[\x00-\x08\x0e-\x1f]/.test(wide.text) ? wide : undefined;
}

/** Whether few characters beyond ASCII may be sound UTF-8 by chance: `…é` of a Macintosh is. */
function isChance({ text, encoding }: Decoded): boolean {
  return encoding === utf8 && (text.match(/[^\x00-\x7f]/gu) ?? []).length < 16;
}

/** Bytes with the mark of UTF-8 are nothing else, even where they are damaged. */
function legacyTexts(bytes: Uint8Array): Decoded[] {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? [] : legacyEncodings.flatMap((encoding) => decoded(bytes, encoding) ?? []);
}

function decoded(bytes: Uint8Array, encoding: Encoding): Decoded | undefined {
  const text = encoding.decode(bytes);
  return text === undefined || text.includes('\0') ? undefined : { text, encoding };
}
