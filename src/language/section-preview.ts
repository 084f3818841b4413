/** A section of a cited Markdown document, cut to a size a hover can show and rid of all that could act. */
import { documentHeadings, type Heading } from '../assessment/headings';

/** The longest preview, in lines and in UTF-16 units. */
const maximumLines = 24;
const maximumLength = 1_600;

/** The Markdown of a section (of the whole document for an empty anchor), or `undefined` when no heading has this anchor. */
export function sectionPreview(markdown: string, anchor: string): string | undefined {
  const headings = documentHeadings(markdown);
  const heading = anchor ? headings.find((candidate) => candidate.anchor === anchor) : undefined;
  if (anchor && !heading) return undefined;
  const lines = markdown.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const start = heading ? heading.line : afterFrontMatter(lines);
  const section = lines.slice(start, heading ? endOf(heading, headings) : undefined).join('\n').trim();
  const shown = shorten(section);
  return harmless(shown) + (shown.length < section.length ? '\n\n…' : '');
}

/** The line of the next heading that is not below this one. */
function endOf({ line, level }: Heading, headings: readonly Heading[]): number | undefined {
  return headings.find((next) => next.line > line && next.level > 0 && (level === 0 || next.level <= level))?.line;
}

function afterFrontMatter(lines: readonly string[]): number {
  if (!/^---[ \t]*$/.test(lines[0] ?? '')) return 0;
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)[ \t]*$/.test(line));
  return end < 0 ? 0 : end + 1;
}

function shorten(section: string): string {
  const lines = section.split('\n').slice(0, maximumLines).join('\n');
  if (lines.length <= maximumLength) return lines.trimEnd();
  // Not in the middle of a word, nor of a pair of surrogates.
  return lines.slice(0, maximumLength).replace(/\s*\S*$/, '') || lines.slice(0, maximumLength).replace(/[\ud800-\udbff]$/, '');
}

/**
 * Markdown that shows the same and does nothing: no link to follow, no picture to fetch, no HTML. Links show as their
 * text; then an invisible character takes apart whatever could still be read as one, in code and outside of it alike, so
 * that nothing depends on reading Markdown's blocks as the renderer does.
 */
export function harmless(markdown: string): string {
  const plain = markdown
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<a\s+(?:id|name)\s*=[^<>]*>(?:\s*<\/a>)?/gi, '')
    .replace(/!?\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '$1');
  return plain.trim().replace(/\](?=[([:])|<|:(?=\/)|www(?=\.)|(?=@)/gi, (part) => `${part}\u200b`);
}
