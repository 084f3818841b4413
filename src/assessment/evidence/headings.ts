/**
 * The targets of links in a Markdown document, with the names that code hosts give them.
 *
 * Hosts render a document and then name the headings of the page. This does the same: Markdown is parsed as CommonMark
 * with GitHub's tables, and HTML headings, names and comments count as in a page. The differences between GitHub and
 * GitLab are in `styles`.
 */
import GithubSlugger, { slug } from 'github-slugger';
import MarkdownIt, { type Env, type MarkdownIt as Parser, type Token } from 'markdown-it';
import { findAnchor } from './links';

/** A target of links in a Markdown document. */
export interface Heading {
  /** The fragment of a link to it; empty where no link can lead there. */
  readonly anchor: string;
  /** Other names by which a host knows it. */
  readonly also: readonly string[];
  /** The displayed text of the heading; empty for an explicit name. */
  readonly title: string;
  /** 1 to 6, or 0 for an explicit name. */
  readonly level: number;
  /** Zero-based. */
  readonly line: number;
}

/** Parses blocks only: inline content is parsed for headings alone. */
const blocks = new MarkdownIt('default', { html: true });
blocks.core.ruler.enableOnly(['normalize', 'block']);

/** For HTML blocks, in which only tags, comments and character references have a meaning. */
const html = new MarkdownIt('zero', { html: true }).enable(['html_inline', 'entity']);

/**
 * All targets of links, in document order: headings of Markdown and of HTML (of equal names the second ends in `-1`),
 * the name that `{#name}` after a heading defines in documentation generators, and the names defined by `<a name="…">`
 * and by the `id` of any element.
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

/** The valid fragments of links to the document, each with the anchor to write. */
export function headingAnchors(markdown: string): Map<string, string> {
  return anchorsOf(documentHeadings(markdown));
}

/** The target of a fragment by GitHub's rules, or `undefined`. */
export function findHeading(headings: readonly Heading[], fragment: string): Heading | undefined {
  const anchors = anchorsOf(headings);
  const name = findAnchor(anchors, fragment);
  return name === undefined ? undefined : headings.find(({ anchor }) => anchor === anchors.get(name));
}

/** The number of lines of front matter at the start of a document. */
export function frontMatterLength(lines: readonly string[]): number {
  if (!/^---[ \t]*$/.test(lines[0] ?? '')) return 0;
  return lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line)) + 1;
}

/** The lines of a text, without a byte order mark. */
export function linesOf(text: string): string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
}

/** Primary anchors take precedence over other names. */
function anchorsOf(headings: readonly Heading[]): Map<string, string> {
  const anchors = new Map(headings.filter(({ anchor }) => anchor !== '').map(({ anchor }) => [anchor, anchor]));
  for (const { anchor, also } of headings) {
    for (const name of also) if (anchor !== '' && name !== '' && !anchors.has(name)) anchors.set(name, anchor);
  }
  return anchors;
}

/** Replaces front matter by blank lines, so that line numbers stay the same. */
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
 * How hosts derive a name from a heading's text. GitHub: lower case, without punctuation, a hyphen for each space, all
 * kept. GitLab: removes hyphens at either end, collapses several, prefixes mere digits with `anchor-`, and omits emoji.
 * A line break does not count as a space on either host, but does in documentation generators.
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

/** The attributes of a tag; its own name comes first. */
function attributesOf(tag: string): [name: string, value: string][] {
  const found = tag.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g);
  return Array.from(found, ([, name = '', double, single, bare]) => [name, double ?? single ?? bare ?? '']);
}

/** A heading, or an explicit name, as parsed. */
interface Read {
  readonly level: number;
  readonly line: number;
  text: string;
}

/** Inline tokens that show text, which excludes pictures and the marks of emphasis and links. */
const isShown = /^(?:text|text_special|code_inline|softbreak|hardbreak)$/;

/** Collects headings and names in page order. */
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

  /** Reads the text and tags of a block that begins at a line. */
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
      // Hosts number the derived names; the slugger derives the same name again from a name.
      const [anchor = '', ...others] = sluggers.map(({ style, slugger }) => slugger.slug(style(text)));
      const also = [...new Set(others)].filter((name) => name !== anchor);
      const heading = { anchor, also, title: text.trim(), level, line };
      const named = nameInBraces(text);
      return named === undefined ? [heading] : [heading, { ...heading, anchor: named, also: [] }];
    });
  }
}
