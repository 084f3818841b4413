/** Bytes of a text file, as its author may have saved it. */

/** The text in UTF-8, UTF-16 with a byte order mark, or Shift_JIS, without the mark; `undefined` where it is none of these. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  for (const encoding of wide ? [wide] : ['utf-8', 'shift_jis']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? undefined : text;
    } catch {
      // It is another one.
    }
  }
  return undefined;
}
