/** Finds what is at an offset of a file, by its tree rather than by the look of the line. */
import type { Assessment, Issue } from './assessment';
import { parseVariant } from './parse-variant';
import { lineEnd, lineStart } from './yaml/text-edit';
import type { Span, Tree } from './yaml/tree';

/** A key or value of the file: the path of keys (numbers for list positions) to it, including itself. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly on: 'key' | 'value';
  readonly span: Span;
}

/** The innermost key or scalar at an offset (its end included), or `undefined` between them. */
export function placeAt({ tree }: Pick<Assessment, 'tree'>, offset: number): Place | undefined {
  return tree && within(tree, offset, []);
}

function within(tree: Tree, offset: number, path: Place['path']): Place | undefined {
  if (tree.kind === 'scalar' || tree.aliased)
    return holds(tree.span, offset) ? { path, on: 'value', span: tree.span } : undefined;
  if (tree.kind === 'list') return first(tree.items, (item, index) => within(item, offset, [...path, index]));
  return first(tree.entries, ({ key, keySpan, value, merged }) => {
    if (merged) return undefined;
    const inside = [...path, key];
    return holds(keySpan, offset) ? { path: inside, on: 'key', span: keySpan } : within(value, offset, inside);
  });
}

/**
 * The id of the service whose entry contains an offset, or `undefined`. An entry includes its lines from their first
 * column, and blank lines below it.
 */
export function serviceAt({ services, text }: Assessment, offset: number): string | undefined {
  const end = lineEnd(text, offset);
  const at = Math.max(offset, end - text.slice(lineStart(text, offset), end).trimStart().length);
  // The services are sorted by position, since merged-in ones are listed after the file's own.
  const before = [...services.values()]
    .filter(({ key }) => key.start <= at)
    .sort((a, b) => a.key.start - b.key.start)
    .at(-1);
  if (!before) return undefined;
  const rest = text.slice(before.span.end, end);
  return offset <= before.span.end || !/[\r\n]/.test(rest.trimEnd()) ? before.id : undefined;
}

/** The key or value being typed at the cursor, its future path, and the span that a completion replaces. */
export interface TypedPlace<T = Assessment> {
  readonly path: readonly (string | number)[];
  readonly on: 'key' | 'value';
  readonly span: Span;
  /** A colon follows the span, so a completed key needs none. */
  readonly hasColon: boolean;
  /** The rest of the file, parsed with a placeholder for the incomplete word. */
  readonly file: T;
}

/** A parsed file of one of our kinds. */
interface TypedFile {
  readonly tree?: Tree;
  readonly issues: readonly { readonly rule: string; readonly key: Issue['key']; readonly span: Span }[];
}

const placeholder = 'PSIRT_CURSOR';

/**
 * The place being typed at an offset. Incomplete lines seldom parse, so a placeholder replaces the word at the cursor:
 * first as a key, then, where that is invalid, as a value.
 */
export function typedPlaceAt(text: string, offset: number): TypedPlace | undefined;
export function typedPlaceAt<T extends TypedFile>(
  text: string,
  offset: number,
  read: (text: string) => T,
): TypedPlace<T> | undefined;
export function typedPlaceAt(
  text: string,
  offset: number,
  read: (text: string) => TypedFile = parseVariant,
): TypedPlace<TypedFile> | undefined {
  const start = offset - wordBehind([...text.slice(Math.max(0, offset - 200), offset)].reverse().join(''));
  const end = offset + wordBehind(text.slice(offset, offset + 200));
  const hasColon = /^[ \t]*:(?=\s|$)/.test(text.slice(end, end + 20));
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const span = { start, end };
  // After a colon there is no key: skipping that test avoids parsing large files as a whole because of its error.
  const isKey = !/\S:[ \t]+$/.test(before.slice(-200));
  return (
    (isKey
      ? typed(read, before, hasColon ? placeholder : `${placeholder}: `, after, 'key', { span, hasColon })
      : undefined) ?? typed(read, before, placeholder, after, 'value', { span, hasColon })
  );
}

/** The length of the word at the start of a text, including a closing quote. */
function wordBehind(text: string): number {
  return /^[\p{L}\p{N}._@-]*["']?/u.exec(text)?.[0].length ?? 0;
}

function typed(
  read: (text: string) => TypedFile,
  before: string,
  word: string,
  after: string,
  on: 'key' | 'value',
  place: Pick<TypedPlace, 'span' | 'hasColon'>,
): TypedPlace<TypedFile> | undefined {
  const file = read(before + word + after);
  const found = placeAt(file, before.length + 1);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const lineLength = before.length + word.length + (/^[^\r\n]*/.exec(after)?.[0].length ?? 0);
  // An unclosed bracket does no harm: its error is reported further on, not at the placeholder.
  const isOpen = ({ key, span }: Pick<Issue, 'key' | 'span'>) =>
    key === 'syntax.missing-character' && span.start > before.length;
  const spoilt = file.issues.some(
    (issue) =>
      issue.rule === 'yaml-syntax' && issue.span.start >= lineStart && issue.span.start <= lineLength && !isOpen(issue),
  );
  if (!found || spoilt || found.on !== on) return undefined;
  // A value that contains more than the placeholder is free text, which is not completed.
  const name = on === 'key' ? found.path.at(-1) : (before + word + after).slice(found.span.start, found.span.end);
  return name === placeholder ? { ...place, path: found.path, on, file } : undefined;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end && start < end;
}

function first<T, R>(items: readonly T[], find: (item: T, index: number) => R | undefined): R | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
