/** Text edits, and functions on the layout of YAML that the planning of edits needs. */
import type { Span } from './span';

/** Replaces the text of a span; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The text with all edits applied; they must not overlap. Edits at one offset keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, newText } of ordered) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

export function insertAt(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

/** The comment after the header of a block scalar, with the spaces before it; empty where there is none. */
export function headerComment(source: string): string {
  return /^[|>][-+\d]*([ \t]+#.*)?/.exec(source)?.[1] ?? '';
}

/** The line ending of a text: that of its first line, `\n` where it has only one line. */
export function lineEnding(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The end of the first document of a text: the place before the `...` that ends it, or the end of the text. */
export function documentEnd(text: string): number {
  return /(?<=^\ufeff?)\.\.\.(?=\s|$)/m.exec(text)?.index ?? text.length;
}

/** Whether nothing stands before an offset on its line; a byte order mark is nothing. */
export function isAtLineStart(text: string, offset: number): boolean {
  return /(?:^\ufeff?|[\r\n])$/.test(text.slice(0, offset));
}

/** The offset of the start of an offset's line. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text[start - 1] ?? '')) start--;
  return start;
}

/** The offset of the end of an offset's line, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !/[\r\n]/.test(text[end] ?? '')) end++;
  return end;
}

/** The offset after the line break at an offset; the offset itself where there is none. */
export function afterBreak(text: string, offset: number): number {
  return offset + (/^(?:\r\n|\n|\r)/.exec(text.slice(offset, offset + 2))?.[0].length ?? 0);
}

/** The white space at the start of an offset's line, up to the offset. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

/** The offset after the `:` of a key that ends at `keyEnd`; `undefined` when none follows on its line. */
export function afterColon(text: string, keyEnd: number): number | undefined {
  const match = /^[ \t]*:/.exec(text.slice(keyEnd, keyEnd + 80));
  return match ? keyEnd + match[0].length : undefined;
}

/** The end of a range without the white space at its end. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && /\s/.test(text[trimmed - 1] ?? '')) trimmed--;
  return trimmed;
}

/** A text as a one-line YAML scalar: plain where that is safe, also in flow maps, otherwise in double quotes. */
export function scalarText(value: string): string {
  const plain =
    /^[\p{L}\p{N}][\p{L}\p{N} ._/()（）、。・「」ー’'+-]*$/u.test(value) &&
    !/\s$|^[\d.+-]|^(true|false|null|yes|no|on|off|y|n)$/iu.test(value);
  return plain
    ? value
    : JSON.stringify(value).replace(
        /[\u007f-\u009f\u2028\u2029\ufeff]/g,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
}

/** The indentation of a list's items relative to their key: as in the text's first list, otherwise one step. */
export function itemIndent(text: string, indent: string): string {
  const [, key, dash] = /^([ \t]+)(?:evidence|plan):[ \t]*(?:#.*)?(?:\r\n|\n|\r)([ \t]*)-[ \t]/m.exec(text) ?? [];
  return key === undefined || dash === undefined || !dash.startsWith(key)
    ? childIndent(indent)
    : dash.slice(key.length);
}

/** One indentation step deeper, of the size the map itself uses. */
export function childIndent(indent: string): string {
  return indent.length === 4 ? '    ' : '  ';
}
