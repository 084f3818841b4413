/** The markers git leaves where two versions of a file could not be merged. */
import { lineEnd } from './text-edit';
import type { Span } from './tree';

/** A place where both sides stand in the text, one below the other. */
export interface Conflict {
  /** From the first marker to the last, without the line break behind it. */
  readonly span: Span;
  /** The line of the first marker. */
  readonly opening: Span;
  /** What git calls the sides: branches, commits, `HEAD`; may be empty. */
  readonly ours: string;
  readonly theirs: string;
}

const opening = '<<<<<<<';
const divider = '=======';

/**
 * The conflicts of a text in their order; markers that do not make a whole one are none. Takes time linear in the text.
 */
export function conflictsOf(text: string): Conflict[] {
  const conflicts: Conflict[] = [];
  let begun: { readonly opening: Span; readonly ours: string; divided: boolean } | undefined;
  for (const line of markedLines(text)) {
    const { marker, label, span } = line;
    if (marker === opening) begun = { opening: span, ours: label, divided: false };
    else if (!begun) continue;
    else if (marker === divider) begun.divided = true;
    else if (begun.divided) {
      conflicts.push({
        span: { start: begun.opening.start, end: span.end },
        opening: begun.opening,
        ours: begun.ours,
        theirs: label,
      });
      begun = undefined;
    }
  }
  return conflicts;
}

interface MarkedLine {
  readonly marker: string;
  readonly label: string;
  readonly span: Span;
}

/** The lines that begin with a marker, which a space or nothing follows. */
function* markedLines(text: string): Generator<MarkedLine> {
  const isMarker = /^(<{7}|={7}|>{7})(?: (.*))?$/;
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    // Most lines begin otherwise; a file that begins with a byte order mark has its first marker behind that.
    const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    const [, marker, label = ''] = '<=>'.includes(text[from] ?? ' ')
      ? (isMarker.exec(text.slice(from, end)) ?? [])
      : [];
    if (marker) yield { marker, label: label.trim(), span: { start: from, end } };
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}
