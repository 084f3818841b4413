/** The headings of a Markdown document and their anchors, as GitHub gives them. */
import { LineIndex } from './lines';

const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const atx = /^(?: {0,3}>[ ]?)*(?: {0,3})(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
/** A line that does not carry on a paragraph: blank, quote, list item, indented code, table, or the start of HTML. */
const noParagraph = /^(?:\s*$| {0,3}(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]|\||<)| {4}|\t)/;

/** A place in a Markdown document that a link can lead to. */
export interface Heading {
  /** What stands behind the `#` of a link. */
  readonly anchor: string;
  /** The heading's text as shown; empty for a name given by hand. */
  readonly title: string;
  /** 1 to 6, or 0 for a name given by hand. */
  readonly level: number;
  /** Zero-based. */
  readonly line: number;
}

/**
 * All places a link can lead to, in the document's order: its headings (ATX and setext; the anchor of the second of the
 * same name ends in `-1`), and the names given by `<a id="…">`, `<a name="…">` and other elements with an `id`.
 */
export function documentHeadings(markdown: string): Heading[] {
  const lines = proseLines(markdown);
  const taken = new Map<string, number>();
  const found = headings(lines).map((heading) => ({ ...heading, title: shownText(heading.title).trim(), anchor: unique(slug(heading.title), taken) }));
  return [...found, ...explicitNames(lines.join('\n'))].sort((a, b) => a.line - b.line);
}

/** What may stand behind `#` in a link to the document. */
export function headingAnchors(markdown: string): Set<string> {
  return new Set(documentHeadings(markdown).map(({ anchor }) => anchor));
}

/** The lines outside front matter, fenced code and comments; what is left out is blank. */
function proseLines(markdown: string): string[] {
  const lines = withoutComments(withoutFrontMatter(markdown)).split(/\r\n|\r|\n/);
  let open = '';
  return lines.map((line) => {
    const [, marks = '', info = ''] = fence.exec(line) ?? [];
    if (!open) {
      // The info string of a backtick fence has no backtick: that would be inline code.
      if (marks && !(marks.startsWith('`') && info.includes('`'))) open = marks;
      return open ? '' : line;
    }
    if (marks.startsWith(open) && info.trim() === '') open = '';
    return '';
  });
}

function withoutFrontMatter(markdown: string): string {
  return markdown.replace(/^\ufeff/, '').replace(/^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/, blankLines);
}

/** Without comments that start a line; their line breaks stay. */
function withoutComments(markdown: string): string {
  return markdown.replace(/^ {0,3}<!--[\s\S]*?-->/gm, blankLines);
}

/** Only the line breaks of a text: what is left out keeps the numbers of the lines below it. */
function blankLines(text: string): string {
  return text.replace(/[^\r\n]+/g, '');
}

function headings(lines: readonly string[]): Omit<Heading, 'anchor'>[] {
  const found: Omit<Heading, 'anchor'>[] = [];
  let paragraph: string[] = [];
  for (const [line, text] of lines.entries()) {
    const heading = atx.exec(text);
    if (heading) found.push({ title: heading[2] ?? '', level: heading[1]?.length ?? 1, line });
    else if (paragraph.length && underline.test(text)) {
      found.push({ title: paragraph.join(' '), level: text.includes('=') ? 1 : 2, line: line - paragraph.length });
    } else if (!noParagraph.test(text) || (paragraph.length && /^(?: {4}|\t)\s*\S/.test(text))) {
      paragraph.push(text.trim());
      continue;
    }
    paragraph = [];
  }
  return found;
}

/** A heading's anchor: its text as shown, in lower case, without punctuation, spaces as hyphens. */
function slug(heading: string): string {
  return shownText(heading)
    .trim()
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc} -]/gu, '')
    .replace(/ /g, '-');
}

/** The text of inline Markdown as it is shown: links by their text, no tags, no marks of emphasis. */
function shownText(inline: string): string {
  return inline
    .replace(/(`+)(.*?)\1/g, (_whole, _marks, code: string) => code.replace(/[<>[\]&]/g, ''))
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, '')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#\d+|#x[\da-f]+|\w+);/gi, '')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2');
}

function unique(anchor: string, taken: Map<string, number>): string {
  let [candidate, count] = [anchor, taken.get(anchor) ?? 0];
  while (taken.has(candidate)) candidate = `${anchor}-${++count}`;
  taken.set(anchor, count);
  taken.set(candidate, taken.get(candidate) ?? 0);
  return candidate;
}

function explicitNames(text: string): Heading[] {
  const lines = new LineIndex(text);
  const tags = text.matchAll(/<(?:a\b[^<>]*?\s(?:id|name)|[a-z][\w-]*\b[^<>]*?\sid)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi);
  return [...tags].flatMap(({ 1: double, 2: single, 3: bare, index }) => {
    const anchor = double ?? single ?? bare ?? '';
    return anchor === '' ? [] : [{ anchor, title: '', level: 0, line: lines.positionAt(index).line }];
  });
}
