/** Completions of citations: paths, folder by folder, and headings of the cited document. */
import { placeAt, type Place } from '../assessment/cursor';
import { mapKindAt } from '../assessment/keys';
import type { Heading } from '../assessment/evidence/headings';
import { nameInLink } from '../assessment/evidence/citation-paths';
import { isExternal, linkText } from '../assessment/evidence/links';
import { parseVariant } from '../assessment/parse-variant';
import type { Span } from '../assessment/yaml/tree';

/** A link being typed in an evidence item. */
export interface TypedCitation {
  /** What is completed: an entry of `folder`, or a heading of the document at `path`. */
  readonly wanted: { readonly folder: string } | { readonly path: string };
  /** The part a completion replaces: one segment of the path, or the heading. */
  readonly span: Span;
  /** The link before the span, and after it. */
  readonly before: string;
  readonly after: string;
  /** The quote around the link, or empty. */
  readonly quote: '"' | "'" | '';
}

export interface CitationCompletion {
  readonly label: string;
  readonly detail?: string;
  readonly kind: 'file' | 'folder' | 'heading';
  readonly insertText: string;
  readonly filterText: string;
  readonly sortText: string;
  readonly span: Span;
  /** After insertion, suggestions open for the next part. */
  readonly continues?: boolean;
}

/** A file or folder in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

const placeholder = 'PSIRT_CURSOR';

/** The link at the cursor in an evidence item, short or long; a placeholder makes incomplete text parse. */
export function typedCitationAt(text: string, offset: number): TypedCitation | undefined {
  const [before, after] = [text.slice(0, offset), text.slice(offset)];
  if (!before.includes('evidence') || (/\s$/.test(before) && after.startsWith('#'))) return undefined;
  const assessment = parseVariant(before + placeholder + after);
  const place = placeAt(assessment, offset + 1);
  if (!place || !isLink(place)) return undefined;
  const { start, end } = place.span;
  const [typed, rest] = [text.slice(start, offset), text.slice(offset, end - placeholder.length)];
  if (start > offset || end < offset + placeholder.length || /[\r\n]/.test(typed + rest) || /^[|>*&!]/.test(typed))
    return undefined;
  return citationOf(typed, rest, start, offset);
}

/** Whether a value is evidence of a service or criterion, or the link in it. */
function isLink({ path, on }: Place): boolean {
  const item = path.at(-1) === 'link' ? path.slice(0, -1) : path;
  return on === 'value' && typeof item.at(-1) === 'number' && mapKindAt(item) === 'citation';
}

function citationOf(typed: string, rest: string, start: number, offset: number): TypedCitation | undefined {
  const quote = (/^["']/.exec(typed)?.[0] ?? '') as TypedCitation['quote'];
  const link = typed.slice(quote.length);
  const tail = quote && rest.endsWith(quote) ? rest.slice(0, -1) : rest;
  if (isExternal(link) || /\\/.test(link)) return undefined;
  // A file name may contain `#`, too, so the last one is tried.
  const hash = link.lastIndexOf('#');
  const from = hash < 0 ? link.lastIndexOf('/') + 1 : hash + 1;
  const length = hash < 0 ? tail.search(/[/#]|$/) : tail.length;
  const span = { start: start + quote.length + from, end: offset + length };
  const wanted = hash < 0 ? { folder: link.slice(0, from) } : { path: link.slice(0, hash) };
  return { wanted, span, before: link.slice(0, from), after: tail.slice(length), quote };
}

/** Completions for the typed folder: documents, then folders, then other files. */
export function pathCompletions(typed: TypedCitation, entries: readonly FolderEntry[]): CitationCompletion[] {
  const offered = entries.filter(({ name }) => canFollow(typed.before, name));
  return offered.map((entry) => {
    const { name, isFolder } = entry;
    const slash = isFolder && !typed.after.startsWith('/') ? '/' : '';
    const label = isFolder ? `${name}/` : name;
    // The slash is not part of the matched text: what is in the folder is suggested next.
    const inserted = insertion(typed, nameInLink(name) + slash, name);
    return {
      label,
      kind: isFolder ? 'folder' : 'file',
      sortText: `${rankOf(entry)}${name}`,
      continues: isFolder,
      ...inserted,
    };
  });
}

/** Sorts documents before folders, and these before other files. */
function rankOf({ name, isFolder }: FolderEntry): number {
  if (isFolder) return 1;
  return /\.(md|markdown|pdf|docx?|txt)$/i.test(name) ? 0 : 2;
}

/** Whether a name can follow what is typed: if its `#` is encoded, the typed part would be decoded along with it. */
function canFollow(before: string, name: string): boolean {
  return !/[\\\r\n]/.test(name) && !isExternal(before + name) && !(name.includes('#') && before.includes('%'));
}

/** Completions for the headings of the cited document, in order; of equal anchors the first. */
export function headingCompletions(typed: TypedCitation, headings: readonly Heading[]): CitationCompletion[] {
  const first = new Map<string, Heading>();
  for (const heading of headings) {
    if (heading.anchor !== '' && !first.has(heading.anchor)) first.set(heading.anchor, heading);
  }
  return [...first.values()].map(({ anchor, title, level }, index) => ({
    label: `#${anchor}`,
    detail: title && `${'#'.repeat(level)} ${title}`,
    kind: 'heading',
    sortText: String(index).padStart(4, '0'),
    ...insertion(typed, anchor, `${anchor} ${title}`),
  }));
}

/** The text to insert; a name that needs quotes causes the whole link to be quoted. */
function insertion(
  typed: TypedCitation,
  name: string,
  words: string,
): Pick<CitationCompletion, 'insertText' | 'filterText' | 'span'> {
  const { before, after, quote, span } = typed;
  const whole = before + name + after;
  if (quote === '"') return { insertText: JSON.stringify(name).slice(1, -1), filterText: words, span };
  if (quote === "'") return { insertText: name.replaceAll("'", "''"), filterText: words, span };
  if (linkText(whole) === whole) return { insertText: name, filterText: words, span };
  const all = { start: span.start - before.length, end: span.end + after.length };
  return { insertText: JSON.stringify(whole), filterText: before + words, span: all };
}
