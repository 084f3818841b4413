/** The markers that git leaves where versions of a file could not be merged. */
import { afterBreak, lineEnd } from './text-edit';
import type { Span } from './tree';

/** The sides of a conflict, in git's terms. */
export type Side = 'ours' | 'theirs';

/** A conflict, whose sides follow each other in the text. */
export interface Conflict {
  /** From the first marker to the last, without the line break after it. */
  readonly span: Span;
  /** The line of the first marker. */
  readonly opening: Span;
  /** Git's names of the sides: branches, commits, `HEAD`; may be empty. */
  readonly ours: string;
  readonly theirs: string;
  /** The lines of each side, including line breaks; empty where a side has none. */
  readonly sides: Readonly<Record<Side, Span>>;
}

const opening = '<<<<<<<';
const common = '|||||||';
const divider = '=======';

interface Begun {
  readonly opening: MarkedLine;
  /** The marker after our side: that of the common ancestor (in git's styles diff3 and zdiff3), or the divider. */
  ours?: MarkedLine;
  divider?: MarkedLine;
}

/**
 * The conflicts of a text, in order; incomplete sets of markers are ignored. Of nested conflicts the innermost is
 * returned; the outer one follows once that is resolved. Runs in linear time.
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

/** The first marker line in a text without complete conflicts: a leftover. */
export function strayMarkerOf(text: string): Span | undefined {
  const [first] = markedLines(text);
  return first?.span;
}

/** The text with each conflict replaced by one side, without markers. */
export function withSides(text: string, conflicts: readonly Conflict[], sideOf: (index: number) => Side): string {
  let [result, at] = ['', 0];
  for (const [index, { span, sides }] of conflicts.entries()) {
    const { start, end } = sides[sideOf(index)];
    result += text.slice(at, span.start) + text.slice(start, end);
    at = afterBreak(text, span.end);
  }
  return result + text.slice(at);
}

/** The length of an excerpt that is readable at a glance, in UTF-16 units. */
const excerptLength = 60;

/** The text of a side on one line, shortened where it is long; a dash where it is empty. */
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
  /** The start of the next line. */
  readonly next: number;
}

/** The lines that begin with a marker followed by a space or the end of the line. */
function* markedLines(text: string): Generator<MarkedLine> {
  const isMarker = /^(<{7}|\|{7}|={7}|>{7})(?: (.*))?$/;
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const next = Math.max(afterBreak(text, end), start + 1);
    // A fast path for other lines; a byte order mark may precede the first marker.
    const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    const [, marker, label = ''] = '<|=>'.includes(text[from] ?? ' ')
      ? (isMarker.exec(text.slice(from, end)) ?? [])
      : [];
    if (marker) yield { marker, label: label.trim(), span: { start: from, end }, next };
    start = next;
  }
}
