/** Keeping citations right when files move: the edits that make an assessment cite the same documents at their new places. */
import type { Assessment, Located } from '../assessment/assessment';
import { pathTo, resolvePath, rootedPathTo, type Home } from '../assessment/citation-paths';
import { linkText, splitLink } from '../assessment/links';
import { proven, type Change } from '../assessment/proof';
import type { TextEdit } from '../assessment/text-edit';
import { entryOf, type Tree } from '../assessment/tree';

/** Files and folders that go from one absolute path to another, with all that lies below them. */
export type Moves = ReadonlyMap<string, string>;

/** Where a place is after the moves. */
export function moved(place: string, moves: Moves): string {
  // Thousands of files may move at once: only what lies on the way is looked up.
  for (let end = place.length; end > 0; end = place.lastIndexOf('/', end - 1)) {
    const to = moves.get(place.slice(0, end));
    if (to !== undefined) return to + place.slice(end);
  }
  return place;
}

/**
 * The edits after which an assessment that lived at `before` and lives at `after` cites the documents it cited, at the
 * places the moves took them to. None where nothing changes, where a document leaves the root (it can not be cited from
 * there), and in files that can not be read in full.
 */
export function citationEdits(assessment: Assessment, before: Home, after: Home, moves: Moves): TextEdit[] {
  if (assessment.broken) return [];
  const edits: TextEdit[] = [];
  const changes: Change[] = [];
  for (const { id, value } of assessment.services.values()) {
    for (const { path, link, aliased } of linksIn(value)) {
      const renewal = renewedLink(link.value, before, after, moves);
      if (renewal === undefined) continue;
      changes.push({ path: ['services', id, 'evidence', ...path], value: renewal });
      // An alias is not a place to write a link: its anchor is.
      if (!aliased) edits.push(linkEdit(assessment.text, link, renewal));
    }
  }
  return edits.length > 0 ? (proven(assessment, edits, changes) ?? []) : [];
}

interface ListedLink {
  /** From the list of evidence to the link. */
  readonly path: readonly (string | number)[];
  readonly link: Located<string>;
  readonly aliased: boolean;
}

/** The links of a service's evidence, short and long. */
function linksIn(service: Tree): ListedLink[] {
  const list = entryOf(service, 'evidence')?.value;
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item, index) => {
    const scalar = item.kind === 'map' ? entryOf(item, 'link')?.value : item;
    if (scalar?.kind !== 'scalar' || typeof scalar.value !== 'string') return [];
    return [{ path: item.kind === 'map' ? [index, 'link'] : [index], link: { value: scalar.value, span: scalar.span }, aliased: scalar.aliased }];
  });
}

/** A link as it has to be after the moves, or `undefined` when it may stay. */
function renewedLink(link: string, before: Home, after: Home, moves: Moves): string | undefined {
  const { path, external } = splitLink(link);
  const place = external || path === '' ? undefined : resolvePath(before, path);
  if (place === undefined) return undefined;
  const target = moved(place, moves);
  if (resolvePath(after, path) === target) return undefined;
  const renewal = path.startsWith('/') ? rootedPathTo(after, target) : pathTo(after, target);
  if (renewal === undefined) return undefined;
  const prefix = path.startsWith('./') && !renewal.startsWith('.') ? './' : '';
  const suffix = path.endsWith('/') ? '/' : '';
  return `${prefix}${renewal}${suffix}${link.slice(path.length)}`;
}

/** Only the part of the link that changes, where it stands in the text as it is; else the whole of it. */
function linkEdit(text: string, { value, span }: Located<string>, renewal: string): TextEdit {
  const raw = text.slice(span.start, span.end);
  const quote = /^["']/.exec(raw)?.[0] ?? '';
  const verbatim = raw === `${quote}${value}${quote}`;
  const fits = quote ? !/["'\\]/.test(renewal) : linkText(renewal) === renewal;
  if (!verbatim || !fits) return { span, newText: linkText(renewal) };
  const tail = splitLink(value).path.length;
  const start = span.start + quote.length;
  return { span: { start, end: start + tail }, newText: renewal.slice(0, renewal.length - (value.length - tail)) };
}
