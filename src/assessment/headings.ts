/** The anchors of a Markdown document's headings, as GitHub gives them. */

const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const atx = /^(?: {0,3}>[ ]?)*(?: {0,3})#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
/** A line that does not carry on a paragraph: blank, quote, list item, indented code, table, or the start of HTML. */
const noParagraph = /^(?:\s*$| {0,3}(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]|\||<)| {4}|\t)/;

/**
 * What may stand behind `#` in a link to the document: an anchor for each heading (ATX and setext; the second of the
 * same name ends in `-1`), and the names given by `<a id="…">`, `<a name="…">` and other elements with an `id`.
 */
export function headingAnchors(markdown: string): Set<string> {
  const lines = proseLines(markdown);
  const anchors = new Set<string>();
  const taken = new Map<string, number>();
  for (const heading of headings(lines)) anchors.add(unique(slug(heading), taken));
  for (const name of explicitNames(lines.join('\n'))) anchors.add(name);
  return anchors;
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
  return markdown.replace(/^\ufeff/, '').replace(/^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/, '');
}

/** Without comments that start a line; their line breaks stay. */
function withoutComments(markdown: string): string {
  return markdown.replace(/^ {0,3}<!--[\s\S]*?-->/gm, (comment) => comment.replace(/[^\r\n]+/g, ''));
}

function headings(lines: readonly string[]): string[] {
  const found: string[] = [];
  let paragraph: string[] = [];
  for (const line of lines) {
    const heading = atx.exec(line);
    if (heading) found.push(heading[1] ?? '');
    else if (paragraph.length && underline.test(line)) found.push(paragraph.join(' '));
    else if (!noParagraph.test(line) || (paragraph.length && /^(?: {4}|\t)\s*\S/.test(line))) {
      paragraph.push(line.trim());
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

function explicitNames(text: string): string[] {
  const tags = text.matchAll(/<(?:a\b[^<>]*?\s(?:id|name)|[a-z][\w-]*\b[^<>]*?\sid)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi);
  return [...tags].flatMap(([, double, single, bare]) => double ?? single ?? bare ?? []).filter((name) => name !== '');
}
