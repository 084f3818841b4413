/** Recognises what an encoding makes of a text: characters it lacks are replaced by similar ones, or by a mark. */
import { ascii, legacyEncodings, type Encoding } from '../overlay/import/encodings';

/**
 * Marks that programs write in place of a character: a question mark, an underscore on macOS, a geta mark (〓) in Japan.
 */
const marks = '?_〓\ufffd';

/** Groups of characters similar to the first one, where Unicode does not decompose them to it. */
const alike = [
  '-‐‑‒–—―−─ ~〜～∼˜‾¯￣ "“”„‟″〝〞〟 \'‘’‚‛′ʹʼˈ |‖∥¦│ \\¥￥∖',
  '·・•‧∙⋅․ <‹〈〈«≪《 >›〉〉»≫》 /⁄∕',
  'AÆ aæ OØ oø DÐĐ dðđ TÞ tþ LŁ lł sß iı !¡ c© R® ,¸',
].flatMap((groups) => groups.split(' '));
const firstOf = new Map(alike.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)));

/** The text with characters replaced by the plainest similar ones. */
function plainest(text: string): string {
  const first = (part: string): string => Array.from(part, (character) => firstOf.get(character) ?? character).join('');
  const decomposed = first(text).normalize('NFKD');
  return first(decomposed.replace(/[\p{M}\p{Cf}]/gu, ''));
}

/**
 * Whether a cell equals the text saved in an encoding. Unicode has all characters: there a mark means that the text
 * went through another encoding before.
 */
export function isWritten(cell: string, text: string, encoding: Encoding): boolean {
  if (encoding.kind === 'unicode') {
    return marksIn(cell) > marksIn(text) && [ascii, ...legacyEncodings].some((one) => isWritten(cell, text, one));
  }
  return ways(cell, text, encoding).some(({ end, isWhole }) => isWhole && end === cell.length);
}

function marksIn(text: string): number {
  return Array.from(text).filter((character) => marks.includes(character)).length;
}

/**
 * Whether a cell equals the beginning of the text saved in an encoding. Its last character may be an ellipsis, or half
 * of one.
 */
export function isBeginning(cell: string, text: string, encoding: Encoding): boolean {
  return ways(cell, text, encoding).some(({ end }) => end >= cell.length - 1);
}

/** How far a cell matches a text: for a character beyond U+FFFF some programs write one mark, others two. */
function ways(cell: string, text: string, encoding: Encoding): { end: number; isWhole: boolean }[] {
  return [1, 2].map((marksEach) => {
    let end = 0;
    for (const character of text) {
      const length = lengthOf(character, cell, end, { encoding, marksEach });
      if (length === undefined) return { end, isWhole: false };
      end += length;
    }
    return { end, isWhole: true };
  });
}

/** The number of the cell's characters that stand for one character of the text. */
function lengthOf(
  character: string,
  cell: string,
  at: number,
  { encoding, marksEach }: { encoding: Encoding; marksEach: number },
): number | undefined {
  if (cell.startsWith(character, at)) return character.length;
  if (encoding.holds(character)) return undefined;
  const count = Math.min(character.length, marksEach);
  const lost = cell.slice(at, at + count);
  if (lost.length === count && [...lost].every((one) => marks.includes(one))) return count;
  return lengthAlike(plainest(character), cell, at);
}

function lengthAlike(plain: string, cell: string, at: number): number | undefined {
  const lengths = Array.from({ length: plain.length + 1 }, (_, index) => plain.length - index);
  return lengths.find((length) => at + length <= cell.length && plainest(cell.slice(at, at + length)) === plain);
}

/**
 * Whether a changed cell may have lost characters. Where the table has marks (`isMarked`), one may stand for a typed
 * character, and the fate of the previous characters that the encoding lacks is unknown.
 */
export function mayHaveLost(cell: string, text: string, encoding: Encoding, isMarked: boolean): boolean {
  const [given, own] = changedParts(cell, text).map((part) => Array.from(part)) as [string[], string[]];
  // Underscores are common in texts.
  const usual = encoding.name === 'macintosh' ? marks : marks.replace('_', '');
  if (given.includes('\ufffd') || (isMarked && given.some((character) => usual.includes(character)))) return true;
  const missing = own.filter((character) => !encoding.holds(character));
  if (missing.length === 0 || isMarked) return missing.length > 0;
  const isOneForOne =
    given.length === own.length &&
    own.every((character, index) => missing.includes(character) || character === given[index]);
  return isOneForOne || given.some((character) => usual.includes(character));
}

/** Two texts without their common beginning and end. */
function changedParts(one: string, other: string): [string, string] {
  const longest = Math.min(one.length, other.length);
  let start = 0;
  while (start < longest && one[start] === other[start]) start++;
  let end = 0;
  while (end < longest - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}
