/** Converts offsets to positions of the protocol and back, in UTF-16 units or bytes of UTF-8. */
import type { Position, PositionEncodingKind, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../assessment/yaml/tree';

export class Positions {
  constructor(private readonly encoding: PositionEncodingKind) {}

  /** The range of a span; an empty span gives an empty range. */
  rangeOf(document: TextDocument, { start, end }: Span): Range {
    return { start: this.positionAt(document, start), end: this.positionAt(document, end) };
  }

  positionAt(document: TextDocument, offset: number): Position {
    const position = document.positionAt(offset);
    if (this.encoding !== 'utf-8') return position;
    const before = document.getText({ start: { line: position.line, character: 0 }, end: position });
    return { line: position.line, character: byteLength(before) };
  }

  /** The offset of a position. Within a character it is the character's start; outside the text, the nearest end. */
  offsetAt(document: TextDocument, position: Position): number {
    return document.offsetAt(this.inUnits(document, position));
  }

  spanOf(document: TextDocument, { start, end }: Range): Span {
    return { start: this.offsetAt(document, start), end: this.offsetAt(document, end) };
  }

  /** Applies a client's changes to a document, one after the other. */
  update(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    return changes.reduce((before, change) => {
      if (!('range' in change)) return TextDocument.update(before, [change], version);
      const { start, end } = this.spanOf(before, change.range);
      // Positions beyond the last line are clamped first: the library would miscount them.
      const range = { start: before.positionAt(start), end: before.positionAt(end) };
      return TextDocument.update(before, [{ range, text: change.text }], version);
    }, document);
  }

  private inUnits(document: TextDocument, { line, character }: Position): Position {
    if (this.encoding !== 'utf-8') return { line, character };
    const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    let [bytes, units] = [0, 0];
    for (const point of text) {
      bytes += byteLength(point);
      if (bytes > character) break;
      units += point.length;
    }
    return { line, character: units };
  }
}

const encoder = new TextEncoder();

function byteLength(text: string): number {
  return encoder.encode(text).length;
}
