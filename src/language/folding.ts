/** Folding ranges: areas, services, every list, map and multi-line text, blocks of comments, and `# region`s. */
import { endOfEntry } from '../assessment/yaml/entry-extent';
import { LineIndex } from '../assessment/yaml/lines';
import { trimmedEnd } from '../assessment/yaml/text-edit';
import type { Entry, Span, Tree } from '../assessment/yaml/tree';
import type { HoverContext } from './hover';
import { isFirstOnLine, sectionsOf } from './sections';

/** Lines are zero-based; the first one stays visible. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment' | 'region';
}

/**
 * The folds of a file, at most one per line; `undefined` where it could not be read in full, so that the editor folds
 * by indentation.
 */
export function foldsOf({ sheet, assessment }: Pick<HoverContext, 'sheet' | 'assessment'>): Fold[] | undefined {
  const { text, tree, broken } = assessment;
  if (broken || !tree) return undefined;
  const lines = new LineIndex(text);
  const lineOf = (offset: number) => lines.positionAt(offset).line;
  const folds = new Map<number, Fold>();
  const add = (fold: Fold) => {
    // Of two that start on one line, the larger is kept.
    if (fold.endLine > Math.max(fold.startLine, folds.get(fold.startLine)?.endLine ?? 0))
      folds.set(fold.startLine, fold);
  };
  const addSpan = ({ start, end }: Span) =>
    add({ startLine: lineOf(start), endLine: lineOf(trimmedEnd(text, start, end)) });
  const texts: Span[] = [];
  collect(text, tree, addSpan, texts);
  const headings = new Set<number>();
  for (const { heading, services, span } of sectionsOf(sheet, assessment)) {
    const startLine = lineOf(span.start);
    if (heading) headings.add(startLine);
    const [first] = services;
    const own = first && lineOf(first.span.start) < lineOf(first.span.end);
    // Without a heading, the line is the first service's, which may need its own fold.
    if ((heading ?? !own) && isFirstOnLine(text, span.start)) addSpan(span);
  }
  const comments = commentsOf(text, texts, lineOf);
  [...commentFolds(comments, headings), ...regionFolds(comments)].forEach(add);
  return [...folds.values()].sort((a, b) => a.startLine - b.startLine);
}

/** Reports the span of everything that folds, and collects texts, whose lines may look like comments. */
function collect(text: string, tree: Tree, addSpan: (span: Span) => void, texts: Span[]): void {
  if (tree.aliased) return;
  if (tree.kind === 'scalar') {
    texts.push(tree.span);
  } else if (tree.kind === 'list') {
    for (const item of tree.items) {
      if (item.kind !== 'scalar' && !tree.flow) addSpan(item.span);
      collect(text, item, addSpan, texts);
    }
  } else {
    for (const entry of tree.entries) {
      if (entry.merged) continue;
      addSpan(entrySpan(text, entry, tree.flow));
      collect(text, entry.value, addSpan, texts);
    }
  }
}

/** A closing bracket on its own line stays visible. */
function entrySpan(text: string, entry: Entry, flow: boolean): Span {
  const { keySpan, value } = entry;
  const start = keySpan.start;
  if (value.kind !== 'scalar' && value.flow && isFirstOnLine(text, value.span.end - 1))
    return { start, end: value.span.end - 1 };
  return { start, end: flow ? Math.max(keySpan.end, value.span.end) : endOfEntry(text, entry) };
}

interface Comment {
  readonly line: number;
  readonly indent: number;
  readonly mark?: 'region' | 'endregion';
}

/** The comments on lines of their own; lines of texts are not comments. */
function commentsOf(text: string, texts: readonly Span[], lineOf: (offset: number) => number): Comment[] {
  let next = 0;
  return [...text.matchAll(/^([ \t]*)#[ \t]*(?:(region|endregion)\b)?/gm)].flatMap(
    ({ index, 1: indent = '', 2: mark }): Comment[] => {
      while ((texts[next]?.end ?? Infinity) <= index) next++;
      const isText = (texts[next]?.start ?? Infinity) < index;
      return isText ? [] : [{ line: lineOf(index), indent: indent.length, mark: mark as Comment['mark'] }];
    },
  );
}

/** Consecutive comment lines with equal indentation; an area's heading starts its own fold, that of its area. */
function commentFolds(comments: readonly Comment[], headings: ReadonlySet<number>): Fold[] {
  const blocks: { startLine: number; endLine: number; indent: number }[] = [];
  for (const { line, indent, mark } of comments) {
    if (mark || headings.has(line)) continue;
    const block = blocks.at(-1);
    if (block?.endLine === line - 1 && block.indent === indent) block.endLine = line;
    else blocks.push({ startLine: line, endLine: line, indent });
  }
  return blocks.map(({ startLine, endLine }) => ({ startLine, endLine, kind: 'comment' }));
}

function regionFolds(comments: readonly Comment[]): Fold[] {
  const open: number[] = [];
  return comments.flatMap(({ line, mark }): Fold[] => {
    if (mark === 'region') open.push(line);
    const startLine = mark === 'endregion' ? open.pop() : undefined;
    return startLine === undefined ? [] : [{ startLine, endLine: line, kind: 'region' }];
  });
}
