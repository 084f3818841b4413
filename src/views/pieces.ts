/** Parses a description: blocks of lines, and in each line references and terms. */
import { findTerms, type Glossary, type Term } from '../sheet/glossary';
import { splitReferences } from '../sheet/references';

/** A part of a line; `at` is its offset in the line. */
export interface Piece {
  readonly text: string;
  readonly at: number;
  /** For a reference: the text between its brackets. */
  readonly reference?: string;
  /** For a term: its explanation. */
  readonly term?: Term;
}

/** A list of lines, or a paragraph of one line. */
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

/** The pieces of lines that belong together; each term is marked at its first occurrence only. */
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

/** Splits words, which start at an offset of their line, at the terms in them. */
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
