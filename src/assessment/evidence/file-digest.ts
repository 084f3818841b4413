/**
 * The digest of a cited file, which tells whether the file has changed since it was collected: SHA-256 of its bytes, of
 * a text with line feeds in place of CRLF. Git may check a text out with either, and a digest must not depend on that.
 */
import { sha256 } from '@noble/hashes/sha2';

/** The part of the Web Crypto API that is used. */
export type Hashing = Pick<SubtleCrypto, 'digest'>;

/**
 * The digest of a file's content, as 64 lower-case hexadecimal digits. Web Crypto hashes off the thread; browsers have
 * it on secure pages only.
 */
export async function fileDigest(
  content: Uint8Array,
  hashing: Hashing | null = globalThis.crypto?.subtle ?? null,
): Promise<string> {
  const hashed = withLineFeeds(content);
  if (hashing) return hexadecimal(new Uint8Array(await hashing.digest('SHA-256', hashed as Uint8Array<ArrayBuffer>)));
  return hexadecimal(sha256(hashed));
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const [tab, backspace, lineFeed, formFeed, carriageReturn, substitute, escape, space, del] = [
  9, 8, 10, 12, 13, 26, 27, 32, 127,
];

/** A text with LF in place of CRLF; other content unchanged. */
function withLineFeeds(content: Uint8Array): Uint8Array {
  // Most files end here, at the speed of the built-in search.
  if (!content.includes(carriageReturn) || content.includes(0) || !isText(content)) return content;
  const kept = new Uint8Array(content.length);
  let length = 0;
  for (const [index, byte] of content.entries()) {
    if (byte !== carriageReturn || content[index + 1] !== lineFeed) kept[length++] = byte;
  }
  return kept.subarray(0, length);
}

/**
 * Whether git would convert the line endings of a content without NUL (`gather_stats` in its `convert.c`): no carriage
 * return stands alone, and at most one in 128 characters is not printable.
 */
function isText(content: Uint8Array): boolean {
  let [printable, unprintable] = [0, content.at(-1) === substitute ? -1 : 0];
  for (const [index, byte] of content.entries()) {
    if (byte === carriageReturn && content[index + 1] !== lineFeed) return false;
    if (byte === carriageReturn || byte === lineFeed) continue;
    if (isControl(byte)) unprintable++;
    else printable++;
  }
  return Math.floor(printable / 128) >= unprintable;
}

function isControl(byte: number): boolean {
  return byte === del || (byte < space && ![tab, backspace, formFeed, escape].includes(byte));
}
