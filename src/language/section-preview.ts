/** A section of a cited Markdown document, cut to a size a hover can show and rid of all that could act. */
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

/** The longest preview, in lines and in UTF-16 units. */
const maximumLines = 24;
const maximumLength = 1_600;

/**
 * The Markdown of a section, from a line on, or of the whole document for no fragment; `undefined` when the fragment
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

/** The line of the next heading that is not below this one. */
function endOf({ line, level }: Heading, headings: readonly Heading[]): number | undefined {
  return headings.find((next) => next.line > line && next.level > 0 && (level === 0 || next.level <= level))?.line;
}

function shorten(section: string): string {
  const lines = section.split('\n').slice(0, maximumLines).join('\n');
  if (lines.length <= maximumLength) return lines.trimEnd();
  // Not in the middle of a word, nor of a pair of surrogates.
  const cut = lines.slice(0, maximumLength);
  let end = cut.length;
  while (end > 0 && /\S/.test(cut[end - 1] ?? '')) end--;
  return cut.slice(0, end).trimEnd() || cut.replace(/[\ud800-\udbff]$/, '');
}

/**
 * Markdown that shows the same and does nothing: no link to follow, no picture to fetch, no HTML. Links show as their
 * text; then an invisible character takes apart whatever could still be read as one, in code and outside of it alike,
 * so that nothing depends on reading Markdown's blocks as the renderer does.
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
