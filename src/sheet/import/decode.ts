/** Bytes of a text file, as its author may have saved it. */

/**
 * The text in UTF-8, UTF-16 with a byte order mark, or Shift_JIS (in which Excel saves plain CSV in Japan), without the mark; `undefined`
 * where it is none of these. Bytes are Shift_JIS only where kana come out: a Western encoding could be misread as rare characters.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  if (marked) return decode(bytes, marked);
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8.includes('\0') ? undefined : utf8;
  const japanese = decode(bytes, 'shift_jis');
  return japanese !== undefined && /[\u3041-\u30fe]/.test(japanese) ? japanese : undefined;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
