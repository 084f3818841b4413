/** A description taken apart: blocks of lines, and in each line what is more than words. */
import { findTerms, type Glossary, type Term } from '../sheet/glossary';
import { splitReferences } from '../sheet/references';

/** A part of a line; `at` is where it starts in the line. */
export interface Piece {
  readonly text: string;
  readonly at: number;
  /** The piece is a reference, brackets and all: this is what stands between them. */
  readonly reference?: string;
  /** The piece is a term. */
  readonly term?: Term;
}

/** A list of lines, or a paragraph of one. */
export interface Block {
  readonly list: boolean;
  readonly lines: readonly string[];
}

/** Paragraphs and `- ` lists. */
export function blocksOf(text: string): Block[] {
  const blocks: { list: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n').map((part) => part.trim())) {
    const list = line.startsWith('- ');
    const last = blocks.at(-1);
    if (line === '') blocks.push({ list: false, lines: [] });
    else if (last?.list === list) last.lines.push(list ? line.slice(2) : line);
    else blocks.push({ list, lines: [list ? line.slice(2) : line] });
  }
  return blocks
    .filter(({ lines }) => lines.length > 0)
    .map(({ list, lines }) => ({ list, lines: list ? lines : [lines.join('\n')] }));
}

/** The pieces of lines that belong together: of each term only the first occurrence in all of them is one. */
export function piecesOf(lines: readonly string[], glossary: Glossary): Piece[][] {
  const places = findTerms(lines.join('\n'), glossary);
  let start = 0;
  return lines.map((line) => {
    const own = places
      .filter((place) => place.start >= start && place.end <= start + line.length)
      .map((place) => ({ ...place, start: place.start - start, end: place.end - start }));
    start += line.length + 1;
    return lineOf(line, own);
  });
}

function lineOf(line: string, terms: ReturnType<typeof findTerms>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const part of splitReferences(line)) {
    const text = 'text' in part ? part.text : `[${part.reference}]`;
    if ('text' in part) pieces.push(...wordsOf(text, at, terms));
    else pieces.push({ text, at, reference: part.reference });
    at += text.length;
  }
  return pieces;
}

/** Words that start at a place of their line, taken apart at the terms in them. */
function wordsOf(text: string, at: number, terms: ReturnType<typeof findTerms>): Piece[] {
  const pieces: Piece[] = [];
  let done = at;
  const upTo = (end: number): void => {
    if (end > done) pieces.push({ text: text.slice(done - at, end - at), at: done });
  };
  for (const { start, end, term } of terms) {
    if (start < at || end > at + text.length) continue;
    upTo(start);
    pieces.push({ text: text.slice(start - at, end - at), at: start, term });
    done = end;
  }
  upTo(at + text.length);
  return pieces;
}
