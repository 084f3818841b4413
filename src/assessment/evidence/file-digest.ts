/**
 * The digest of a cited file, which tells whether the file has changed since it was collected: SHA-256 of its bytes, of
 * a text with line feeds in place of CRLF. Git may check a text out with either, and a digest must not depend on that.
 */
import { sha256Of } from '../sha256';

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
  const hashed = await withLineFeeds(content);
  if (hashing) return hexadecimal(new Uint8Array(await hashing.digest('SHA-256', hashed as Uint8Array<ArrayBuffer>)));
  return sha256Of(hashed);
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const [lineFeed, carriageReturn, substitute] = [10, 13, 26];

/** The control characters that git counts as printable: backspace, tab, form feed, escape. */
const harmless = [8, 9, 12, 27];

/** By character: 1 where it is not printable. */
const unprintable = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 127 || (byte < 32 && !harmless.includes(byte)) ? 1 : 0,
);

/** A text with LF in place of CRLF; other content unchanged. */
async function withLineFeeds(content: Uint8Array): Promise<Uint8Array> {
  // Most files end here, at the speed of the built-in search.
  if (!content.includes(carriageReturn) || content.includes(0) || !(await isText(content))) return content;
  const kept = new Uint8Array(content.length);
  let length = 0;
  await inSlices(content, (byte) => {
    if (byte !== carriageReturn) kept[length++] = byte;
  });
  return kept.subarray(0, length);
}

/**
 * Whether git would convert the line endings of a content without NUL (`gather_stats` in its `convert.c`): no carriage
 * return stands alone, and at most one in 128 characters is not printable.
 */
async function isText(content: Uint8Array): Promise<boolean> {
  let [odd, breaks, alone] = [0, 0, 0];
  await inSlices(content, (byte, at) => {
    if (byte === lineFeed) breaks++;
    else if (byte !== carriageReturn) odd += unprintable[byte] as number;
    else if (content[at + 1] === lineFeed) breaks++;
    else alone++;
  });
  // The mark that ends a text in DOS counts as neither.
  const ends = content.at(-1) === substitute ? 1 : 0;
  const printable = content.length - breaks - odd;
  return alone === 0 && Math.floor(printable / 128) >= odd - ends;
}

/** The number of bytes looked at in one turn: a few milliseconds of work. */
const slice = 1_000_000;

/** Visits each byte. Others get their turn in between, since megabytes take a while. */
async function inSlices(content: Uint8Array, visit: (byte: number, at: number) => void): Promise<void> {
  for (let from = 0; from < content.length; from += slice) {
    if (from > 0) await new Promise((resolve) => setTimeout(resolve));
    // By index, which is many times as fast as an iterator.
    for (let at = from; at < Math.min(from + slice, content.length); at++) visit(content[at] as number, at);
  }
}
