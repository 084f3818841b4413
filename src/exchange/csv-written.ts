/**
 * What an encoding makes of a text: characters that it lacks come out as others that look alike, or as a mark that
 * stands for any of them.
 */
import { ascii, legacyEncodings, type Encoding } from '../overlay/import/encodings';

/**
 * What programs write in the place of a character: a question mark, an underscore on macOS, a bar of its own in Japan.
 */
const marks = '?_〓\ufffd';

/** Groups of characters that look like the first of them, where Unicode does not already decompose them to it. */
const alike = [
  '-‐‑‒–—―−─ ~〜～∼˜‾¯￣ "“”„‟″〝〞〟 \'‘’‚‛′ʹʼˈ |‖∥¦│ \\¥￥∖',
  '·・•‧∙⋅․ <‹〈〈«≪《 >›〉〉»≫》 /⁄∕',
  'AÆ aæ OØ oø DÐĐ dðđ TÞ tþ LŁ lł sß iı !¡ c© R® ,¸',
].flatMap((groups) => groups.split(' '));
const firstOf = new Map(alike.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)));

/** The text in the plainest characters that look alike. */
function plainest(text: string): string {
  const first = (part: string): string => Array.from(part, (character) => firstOf.get(character) ?? character).join('');
  const decomposed = first(text).normalize('NFKD');
  return first(decomposed.replace(/[\p{M}\p{Cf}]/gu, ''));
}

/**
 * Whether a cell is what a program made of the text that saved it in the encoding. Unicode has all characters: there a
 * mark tells that the text came through another encoding before.
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
 * Whether a cell is what a program made of the beginning of the text. Its last character may be an ellipsis, or half of
 * one.
 */
export function isBeginning(cell: string, text: string, encoding: Encoding): boolean {
  return ways(cell, text, encoding).some(({ end }) => end >= cell.length - 1);
}

/**
 * How far a cell follows a text: some programs write a mark for each character, others two for one of those beyond
 * U+FFFF.
 */
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

/** How many characters of the cell stand for one of the text. */
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
 * Whether a cell that somebody has changed may have lost characters. Where marks are to be expected (`isMarked`, some
 * characters of the table got lost) one may stand for a character that was typed, and nothing tells what became of the
 * characters that were there before and that the encoding lacks.
 */
export function mayHaveLost(cell: string, text: string, encoding: Encoding, isMarked: boolean): boolean {
  const [given, own] = changedParts(cell, text).map((part) => Array.from(part)) as [string[], string[]];
  // Underscores stand in many a text.
  const usual = encoding.name === 'macintosh' ? marks : marks.replace('_', '');
  if (given.includes('\ufffd') || (isMarked && given.some((character) => usual.includes(character)))) return true;
  const missing = own.filter((character) => !encoding.holds(character));
  if (missing.length === 0 || isMarked) return missing.length > 0;
  const isOneForOne =
    given.length === own.length &&
    own.every((character, index) => missing.includes(character) || character === given[index]);
  return isOneForOne || given.some((character) => usual.includes(character));
}

/** Two texts without what they have in common at the beginning and at the end. */
function changedParts(one: string, other: string): [string, string] {
  const longest = Math.min(one.length, other.length);
  let start = 0;
  while (start < longest && one[start] === other[start]) start++;
  let end = 0;
  while (end < longest - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}
