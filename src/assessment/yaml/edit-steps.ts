/** Edits made one after the other, each on the text after the previous one, combined into edits of the first text. */
import { applyEdits, type TextEdit } from './text-edit';

/** A piece of the present text; with a `start`, it is at that offset in the first text. */
interface Piece {
  readonly text: string;
  readonly start?: number;
}

export class EditSteps {
  private readonly pieces: readonly Piece[];

  /** Starts from a text; `pieces` records how the steps so far have changed it. */
  constructor(
    private readonly first: string,
    readonly text = first,
    pieces?: readonly Piece[],
  ) {
    this.pieces = pieces ?? [{ text: first, start: 0 }];
  }

  /** The steps extended by edits of `text`. */
  then(edits: readonly TextEdit[]): EditSteps {
    const pieces: Piece[] = [];
    let at = 0;
    for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
      pieces.push(...this.between(at, span.start), { text: newText });
      at = span.end;
    }
    pieces.push(...this.between(at, this.text.length));
    return new EditSteps(
      this.first,
      applyEdits(this.text, edits),
      pieces.filter(({ text }) => text !== ''),
    );
  }

  private between(from: number, to: number): Piece[] {
    let at = 0;
    return this.pieces.flatMap(({ text, start }): Piece[] => {
      const [low, high] = [Math.max(0, from - at), Math.min(text.length, to - at)];
      at += text.length;
      return low < high
        ? [{ text: text.slice(low, high), ...(start === undefined ? {} : { start: start + low }) }]
        : [];
    });
  }

  /** All steps as minimal edits of the first text. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let [from, newText] = [0, ''];
    for (const { text, start } of [...this.pieces, { text: '', start: this.first.length }]) {
      if (start === undefined) {
        newText += text;
        continue;
      }
      const edit = trimmed(this.first, { span: { start: from, end: start }, newText });
      if (edit.newText !== '' || edit.span.end > edit.span.start) edits.push(edit);
      [from, newText] = [start + text.length, ''];
    }
    return edits;
  }
}

/** An edit without the unchanged text at either end; line breaks and surrogate pairs are not split. */
function trimmed(first: string, { span, newText }: TextEdit): TextEdit {
  const old = first.slice(span.start, span.end);
  const most = Math.min(old.length, newText.length);
  let before = 0;
  while (before < most && old[before] === newText[before]) before++;
  while (before > 0 && /[\r\ud800-\udbff]/.test(old[before - 1] ?? '')) before--;
  let behind = 0;
  while (behind < most - before && old.at(-1 - behind) === newText.at(-1 - behind)) behind++;
  while (behind > 0 && /[\n\udc00-\udfff]/.test(old.at(-behind) ?? '')) behind--;
  return {
    span: { start: span.start + before, end: span.end - behind },
    newText: newText.slice(before, newText.length - behind),
  };
}
