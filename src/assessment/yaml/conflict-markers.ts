/** The markers git leaves where two versions of a file could not be merged. */
import { afterBreak, lineEnd } from './text-edit';
import type { Span } from './tree';

/** The sides of a conflict, as git calls them. */
export type Side = 'ours' | 'theirs';

/** A place where both sides stand in the text, one below the other. */
export interface Conflict {
  /** From the first marker to the last, without the line break behind it. */
  readonly span: Span;
  /** The line of the first marker. */
  readonly opening: Span;
  /** What git calls the sides: branches, commits, `HEAD`; may be empty. */
  readonly ours: string;
  readonly theirs: string;
  /** The lines of each side with their line breaks; empty spans where a side has none. */
  readonly sides: Readonly<Record<Side, Span>>;
}

const opening = '<<<<<<<';
const common = '|||||||';
const divider = '=======';

interface Begun {
  readonly opening: MarkedLine;
  /** The marker below our side: of the common version (in git's styles diff3 and zdiff3), else the divider. */
  ours?: MarkedLine;
  divider?: MarkedLine;
}

/**
 * The conflicts of a text in their order; markers that do not make a whole one are none. Of conflicts that lie in one
 * another the innermost is one; the outer one is when that is resolved. Takes time linear in the text.
 */
export function conflictsOf(text: string): Conflict[] {
  const conflicts: Conflict[] = [];
  let begun: Begun | undefined;
  for (const line of markedLines(text)) {
    if (line.marker === opening) begun = { opening: line };
    else if (!begun) continue;
    else if (line.marker === common) begun.ours ??= line;
    else if (line.marker === divider) begun = { ...begun, ours: begun.ours ?? line, divider: begun.divider ?? line };
    else {
      conflicts.push(...wholeConflict(begun, line));
      begun = begun.divider ? undefined : begun;
    }
  }
  return conflicts;
}

function wholeConflict({ opening: first, ours, divider: middle }: Begun, last: MarkedLine): Conflict[] {
  if (!ours || !middle) return [];
  return [
    {
      span: { start: first.span.start, end: last.span.end },
      opening: first.span,
      ours: first.label,
      theirs: last.label,
      sides: {
        ours: { start: first.next, end: ours.span.start },
        theirs: { start: middle.next, end: last.span.start },
      },
    },
  ];
}

/** The first line that begins with a marker, in a text that has no whole conflict: a rest of one. */
export function strayMarkerOf(text: string): Span | undefined {
  const [first] = markedLines(text);
  return first?.span;
}

/** The text with one side in place of each conflict, and nothing of its markers. */
export function withSides(text: string, conflicts: readonly Conflict[], sideOf: (index: number) => Side): string {
  let [result, at] = ['', 0];
  for (const [index, { span, sides }] of conflicts.entries()) {
    const { start, end } = sides[sideOf(index)];
    result += text.slice(at, span.start) + text.slice(start, end);
    at = afterBreak(text, span.end);
  }
  return result + text.slice(at);
}

/** UTF-16 units of a side that are still read at a glance. */
const excerptLength = 60;

/** What a side says, on one line and cut where it is long; a dash where it says nothing. */
export function excerptOf(text: string, { sides }: Conflict, side: Side): string {
  const { start, end } = sides[side];
  const lines = text.slice(start, Math.min(end, start + 20 * excerptLength)).split(/[\r\n]+/);
  const said = lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');
  const short =
    said.length > excerptLength ? `${said.slice(0, excerptLength - 1).replace(/[\ud800-\udbff]$/, '')}…` : said;
  return short || '–';
}

interface MarkedLine {
  readonly marker: string;
  readonly label: string;
  readonly span: Span;
  /** Where the line below begins. */
  readonly next: number;
}

/** The lines that begin with a marker, which a space or nothing follows. */
function* markedLines(text: string): Generator<MarkedLine> {
  const isMarker = /^(<{7}|\|{7}|={7}|>{7})(?: (.*))?$/;
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const next = Math.max(afterBreak(text, end), start + 1);
    // Most lines begin otherwise; a file that begins with a byte order mark has its first marker behind that.
    const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    const [, marker, label = ''] = '<|=>'.includes(text[from] ?? ' ')
      ? (isMarker.exec(text.slice(from, end)) ?? [])
      : [];
    if (marker) yield { marker, label: label.trim(), span: { start: from, end }, next };
    start = next;
  }
}
