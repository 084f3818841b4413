/**
 * The places in a Markdown document that a link can lead to, under the names code hosts give them.
 *
 * Hosts render a document and then name the headings of the page, so that is what is done here: Markdown is parsed as
 * CommonMark with GitHub's tables, and headings, names and comments of HTML count as in a page. What GitHub and
 * GitLab do differently is in `styles`.
 */
import GithubSlugger, { slug } from 'github-slugger';
import MarkdownIt, { type Env, type MarkdownIt as Parser, type Token } from 'markdown-it';
import { findAnchor } from './links';

/** A place in a Markdown document that a link can lead to. */
export interface Heading {
  /** What stands behind the `#` of a link; empty where no link can lead. */
  readonly anchor: string;
  /** Further names under which a host knows the place. */
  readonly also: readonly string[];
  /** The heading's text as shown; empty for a name given by hand. */
  readonly title: string;
  /** 1 to 6, or 0 for a name given by hand. */
  readonly level: number;
  /** Zero-based. */
  readonly line: number;
}

/** Reads blocks alone: most of a document is no heading, and is not read any further. */
const blocks = new MarkdownIt('default', { html: true });
blocks.core.ruler.enableOnly(['normalize', 'block']);

/** In blocks of HTML only tags, comments and character references mean something. */
const html = new MarkdownIt('zero', { html: true }).enable(['html_inline', 'entity']);

/**
 * All places a link can lead to, in the document's order: headings of Markdown and of HTML (the anchor of the second
 * of the same name ends in `-1`), the name that `{#name}` behind a heading gives it where documents are published,
 * and the names given by `<a name="…">` and by the `id` of any element.
 */
export function documentHeadings(markdown: string): Heading[] {
  const outline = new Outline();
  const env: Env = {};
  for (const token of blocks.parse(withoutFrontMatter(markdown), env)) {
    const { type, tag, content } = token;
    const line = token.map?.[0] ?? 0;
    if (type === 'heading_open') outline.open(Number(tag.slice(1)), line);
    if (type === 'heading_close') outline.close();
    if (type === 'html_block') outline.read(partsOf(html, content, {}), line);
    const mayName = type === 'inline' && (outline.isOpen || content.includes('<'));
    if (mayName) outline.read(partsOf(blocks, content, env), line);
  }
  return outline.places();
}

/** The names that may stand behind `#` in a link to the document, each with the place's own anchor. */
export function headingAnchors(markdown: string): Map<string, string> {
  return anchorsOf(documentHeadings(markdown));
}

/** The place a fragment leads to, as GitHub looks for it, or `undefined`. */
export function findHeading(headings: readonly Heading[], fragment: string): Heading | undefined {
  const anchors = anchorsOf(headings);
  const name = findAnchor(anchors, fragment);
  return name === undefined ? undefined : headings.find(({ anchor }) => anchor === anchors.get(name));
}

/** How many lines front matter takes at the start of a document. */
export function frontMatterLength(lines: readonly string[]): number {
  if (!/^---[ \t]*$/.test(lines[0] ?? '')) return 0;
  return lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line)) + 1;
}

/** The lines of a text, without a byte order mark. */
export function linesOf(text: string): string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
}

/** Own anchors before other names: those only count where nothing else has them. */
function anchorsOf(headings: readonly Heading[]): Map<string, string> {
  const anchors = new Map(headings.filter(({ anchor }) => anchor !== '').map(({ anchor }) => [anchor, anchor]));
  for (const { anchor, also } of headings) {
    for (const name of also) if (anchor !== '' && name !== '' && !anchors.has(name)) anchors.set(name, anchor);
  }
  return anchors;
}

/** Blank lines in the place of front matter: the lines below keep their numbers. */
function withoutFrontMatter(markdown: string): string {
  const lines = linesOf(markdown);
  return lines.fill('', 0, frontMatterLength(lines)).join('\n');
}

function partsOf(parser: Parser, content: string, env: Env): Token[] {
  const parts: Token[] = [];
  parser.inline.parse(content, parser, env, parts);
  return parts;
}

/**
 * What hosts make of a heading's text. The first is GitHub's: lower case, without punctuation, a hyphen for each
 * space, none taken away. GitLab takes away those at the start and the end, makes one of several, has `anchor-`
 * before mere digits, and leaves out emoji. A line break is no space to either; where documents are published it is
 * one.
 */
const styles: readonly ((text: string) => string)[] = [
  slug,
  (text) => slug(text.trim().replaceAll('\n', ' ')),
  (text) => gitLabSlug(text.trim()),
  (text) => gitLabSlug(text.trim().replace(/:[a-z\d_+-]+:/g, '')),
];

function gitLabSlug(text: string): string {
  return slug(text)
    .replace(/-+/g, '-')
    .replace(/^(?=\d+$)/, 'anchor-');
}

/**
 * The name in braces at the end of a heading, as documentation generators read it (`{#name}`, `{: #name .class}`);
 * `undefined` for none.
 */
function nameInBraces(text: string): string | undefined {
  const trimmed = text.trimEnd();
  if (!trimmed.endsWith('}')) return undefined;
  const words = trimmed
    .slice(trimmed.lastIndexOf('{') + 1, -1)
    .replace(/^:/, '')
    .split(/\s+/);
  return words.find((word) => /^#./.test(word))?.slice(1);
}

/** The attributes of one tag; its own name is the first. */
function attributesOf(tag: string): [name: string, value: string][] {
  const found = tag.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g);
  return Array.from(found, ([, name = '', double, single, bare]) => [name, double ?? single ?? bare ?? '']);
}

/** A heading as it is read, or a name given by hand. */
interface Read {
  readonly level: number;
  readonly line: number;
  text: string;
}

/** The parts of a line that show text: pictures do not, nor the marks of emphasis and links. */
const isShown = /^(?:text|text_special|code_inline|softbreak|hardbreak)$/;

/** Headings and names, as they come along in a page. */
class Outline {
  private readonly found: Read[] = [];
  private current: Read | undefined;

  get isOpen(): boolean {
    return this.current !== undefined;
  }

  open(level: number, line: number): void {
    this.current = { level, line, text: '' };
    this.found.push(this.current);
  }

  close(): void {
    this.current = undefined;
  }

  /** Text and tags of a block that begins at a line. */
  read(parts: readonly Token[], start: number): void {
    let line = start;
    for (const { type, content } of parts) {
      const text = /break$/.test(type) ? '\n' : content;
      if (this.current && isShown.test(type)) this.current.text += text;
      if (type === 'html_inline') this.tag(content, line);
      line += text.split('\n').length - 1;
    }
  }

  private tag(source: string, line: number): void {
    const [, slash, element = ''] = /^<(\/?)([a-z][a-z\d-]*)/i.exec(source) ?? [];
    const level = /^h([1-6])$/i.exec(element)?.[1];
    if (slash) return level === undefined ? undefined : this.close();
    if (level !== undefined) this.open(Number(level), line);
    const naming = /^a$/i.test(element) ? /^(?:id|name)$/i : /^id$/i;
    for (const [attribute, value] of element === '' ? [] : attributesOf(source)) {
      if (naming.test(attribute) && value !== '') this.found.push({ level: 0, line, text: value });
    }
  }

  places(): Heading[] {
    const sluggers = styles.map((style) => ({ style, slugger: new GithubSlugger() }));
    return this.found.flatMap(({ level, line, text }): Heading[] => {
      if (level === 0) return [{ anchor: text, also: [], title: '', level, line }];
      // What hosts number is the name, which is made once: from it the slugger makes the same again.
      const [anchor = '', ...others] = sluggers.map(({ style, slugger }) => slugger.slug(style(text)));
      const also = [...new Set(others)].filter((name) => name !== anchor);
      const heading = { anchor, also, title: text.trim(), level, line };
      const named = nameInBraces(text);
      return named === undefined ? [heading] : [heading, { ...heading, anchor: named, also: [] }];
    });
  }
}
