/** Completion of citations: paths, folder by folder, and the headings of the cited document. */
import { placeAt, type Place } from '../assessment/cursor';
import { mapKindAt } from '../assessment/model';
import type { Heading } from '../assessment/evidence/headings';
import { nameInLink } from '../assessment/evidence/citation-paths';
import { isExternal, linkText } from '../assessment/evidence/links';
import { parseVariant } from '../assessment/parse-variant';
import type { Span } from '../assessment/yaml/tree';

/** A link that is being typed in an evidence item. */
export interface TypedCitation {
  /** What is completed: a part of the path in `folder`, or a heading of the document at `path`. */
  readonly wanted: { readonly folder: string } | { readonly path: string };
  /** What a completion replaces: one part of the path, or the heading. */
  readonly span: Span;
  /** The link up to the span and from its end on. */
  readonly before: string;
  readonly after: string;
  /** The quote the link stands in, or nothing. */
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
  /** Once inserted, what comes next is to be completed. */
  readonly continues?: boolean;
}

/** One file or folder of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

const placeholder = 'PSIRT_CURSOR';

/**
 * The link at the cursor, when the cursor stands in an evidence item, short or long; a placeholder makes half-typed
 * ones parse.
 */
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

/** Whether a value is an item of evidence of a service or of one of its criteria, or the link of one. */
function isLink({ path, on }: Place): boolean {
  const item = path.at(-1) === 'link' ? path.slice(0, -1) : path;
  return on === 'value' && typeof item.at(-1) === 'number' && mapKindAt(item) === 'citation';
}

function citationOf(typed: string, rest: string, start: number, offset: number): TypedCitation | undefined {
  const quote = (/^["']/.exec(typed)?.[0] ?? '') as TypedCitation['quote'];
  const link = typed.slice(quote.length);
  const tail = quote && rest.endsWith(quote) ? rest.slice(0, -1) : rest;
  if (isExternal(link) || /\\/.test(link)) return undefined;
  // A name may hold one, too.
  const hash = link.lastIndexOf('#');
  const from = hash < 0 ? link.lastIndexOf('/') + 1 : hash + 1;
  const length = hash < 0 ? tail.search(/[/#]|$/) : tail.length;
  const span = { start: start + quote.length + from, end: offset + length };
  const wanted = hash < 0 ? { folder: link.slice(0, from) } : { path: link.slice(0, hash) };
  return { wanted, span, before: link.slice(0, from), after: tail.slice(length), quote };
}

/** Completions for the files and folders of the folder that is typed: documents first, then folders, then all else. */
export function pathCompletions(typed: TypedCitation, entries: readonly FolderEntry[]): CitationCompletion[] {
  const offered = entries.filter(({ name }) => canFollow(typed.before, name));
  return offered.map((entry) => {
    const { name, isFolder } = entry;
    const slash = isFolder && !typed.after.startsWith('/') ? '/' : '';
    const label = isFolder ? `${name}/` : name;
    // Not found by its slash: what is in the folder is due then.
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

/** Documents come first, then folders, then all else. */
function rankOf({ name, isFolder }: FolderEntry): number {
  if (isFolder) return 1;
  return /\.(md|markdown|pdf|docx?|txt)$/i.test(name) ? 0 : 2;
}

/** Whether a name can stand behind what is typed: encoded for its `#`, it would be decoded with what is before it. */
function canFollow(before: string, name: string): boolean {
  return !/[\\\r\n]/.test(name) && !isExternal(before + name) && !(name.includes('#') && before.includes('%'));
}

/** Completions for the headings of the cited document, in its order: the first of each anchor. */
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

/** The text to insert. A name that needs quotes takes the whole link into them. */
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
