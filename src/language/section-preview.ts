/** Previews a section of a cited Markdown document in a hover: shortened, and without anything active. */
import {
  documentHeadings,
  findHeading,
  frontMatterLength,
  linesOf,
  type Heading,
} from '../assessment/evidence/headings';
import { lineOf } from '../assessment/evidence/links';
import { printableLines } from '../messages/printable';
import { ours, type HoverMarkdown } from '../messages/safe-text';

/** Limits of the preview, in lines and in UTF-16 units. */
const maximumLines = 24;
const maximumLength = 1_600;

/**
 * The Markdown of the section at a fragment, or of the whole document for an empty one; `undefined` when the fragment
 * leads nowhere.
 */
export function sectionPreview(markdown: string, fragment: string): HoverMarkdown | undefined {
  const headings = documentHeadings(markdown);
  const heading = findHeading(headings, fragment);
  const line = heading?.line ?? (fragment === '' ? 0 : lineOf(fragment));
  if (line === undefined) return undefined;
  const lines = linesOf(markdown);
  const start = line === 0 ? frontMatterLength(lines) : line;
  const section = lines
    .slice(start, heading ? endOf(heading, headings) : undefined)
    .join('\n')
    .trim();
  const shown = shorten(section);
  return ours`${harmless(shown)}${shown.length < section.length ? '\n\n…' : ''}`;
}

/** The line of the next heading on the same or a higher level. */
function endOf({ line, level }: Heading, headings: readonly Heading[]): number | undefined {
  return headings.find((next) => next.line > line && next.level > 0 && (level === 0 || next.level <= level))?.line;
}

function shorten(section: string): string {
  const lines = section.split('\n').slice(0, maximumLines).join('\n');
  if (lines.length <= maximumLength) return lines.trimEnd();
  // Cut neither within a word nor within a surrogate pair.
  const cut = lines.slice(0, maximumLength);
  let end = cut.length;
  while (end > 0 && /\S/.test(cut[end - 1] ?? '')) end--;
  return cut.slice(0, end).trimEnd() || cut.replace(/[\ud800-\udbff]$/, '');
}

/**
 * Markdown that looks the same but is inactive: no links, pictures or HTML. Links become their text; then an invisible
 * character breaks up whatever could still be read as one, in code as well as outside, so that nothing depends on
 * parsing Markdown's blocks exactly as the renderer does.
 */
export function harmless(markdown: string): HoverMarkdown {
  const plain = markdown
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<a\s+(?:id|name)\s*=[^<>]*>(?:\s*<\/a>)?/gi, '')
    .replace(/!?\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '$1');
  return printableLines(plain.trim()).replace(
    /\](?=[([:])|<|:(?=\/)|www(?=\.)|(?=@)/gi,
    (part) => `${part}\u200b`,
  ) as HoverMarkdown;
}
