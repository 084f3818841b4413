/**
 * Looks up what links of evidence lead to: one way for the editor and the command line, which bring along how files
 * are read.
 */
import { isSamePlace, readingsOf, type Home, type Reading } from './citation-paths';
import { isAssessmentName } from '../file-name';
import { isIndividual, mayBeIndividual } from '../individual';
import { parseAssessment } from '../parse';
import { isExternal, splitLink } from './links';

/** Larger Markdown documents are not searched for headings, in bytes. */
export const longestMarkdown = 1_000_000;

/** A file or folder. */
export interface FoundFile {
  readonly isFile: boolean;
  /** In bytes. */
  readonly size: number;
}

/** The files that may be cited; all else is as if it did not exist. */
export interface CitableFiles<T> {
  /** What there is at a place. */
  find(place: string): Promise<T | undefined>;
  /** The names in the folder at a place; none where there is no folder. */
  namesIn(folder: string): Promise<readonly string[]>;
}

/** Files that can be read, too. */
export interface ReadableFiles extends CitableFiles<FoundFile> {
  /** The anchors of the Markdown document at a place; `undefined` where it cannot be read. */
  anchorsOf(place: string): Promise<ReadonlyMap<string, string> | undefined>;
  /** The text of the file at a place; `undefined` where it cannot be read. */
  textOf(place: string): Promise<string | undefined>;
}

/** The document found for a link, and the reading of the link that led to it. */
export interface FoundCitation<T> extends Reading {
  readonly found: T;
}

/** What is known of the document a link leads to. */
export interface CitedDocument {
  readonly exists: boolean;
  /** The part of the link that names the document. */
  readonly path: string;
  /** What stands behind it, decoded; empty for nothing. */
  readonly fragment: string;
  /** The names that may stand there, each with the one to write, where the document is Markdown. */
  readonly headings?: ReadonlyMap<string, string>;
  /** The document is too long to be searched for headings. */
  readonly tooLong?: true;
  /** It is an assessor's individual scoring. */
  readonly isIndividual?: true;
}

/** What a link leads to, `undefined` where that is nothing. */
export async function findCited<T>(
  home: Home,
  link: string,
  files: CitableFiles<T>,
): Promise<FoundCitation<T> | undefined> {
  const readings = readingsOf(home, link);
  for (const look of [asWritten<T>, asNamed<T>]) {
    for (const reading of readings) {
      const met = await look(reading.place, home.root, files);
      if (met) return { ...reading, ...met };
    }
  }
  return undefined;
}

/** What is known of the document a link leads to; `undefined` for addresses and for headings without a document. */
export async function lookUpCited(home: Home, link: string, files: ReadableFiles): Promise<CitedDocument | undefined> {
  const named = splitLink(link);
  if (isExternal(link) || named.path === '') return undefined;
  const cited = await findCited(home, link, files);
  if (!cited) return { exists: false, path: named.path, fragment: named.heading };
  const { path, fragment, place, found } = cited;
  const known = { exists: true, path, fragment };
  if (await isIndividualAt(place, found, files)) return { ...known, isIndividual: true };
  if (fragment === '' || !found.isFile || !isMarkdown(place)) return known;
  return found.size > longestMarkdown
    ? { ...known, tooLong: true }
    : { ...known, headings: await files.anchorsOf(place) };
}

async function isIndividualAt(place: string, { isFile, size }: FoundFile, files: ReadableFiles): Promise<boolean> {
  if (!isFile || size > longestMarkdown || !isAssessmentName(place)) return false;
  const text = await files.textOf(place);
  return text !== undefined && mayBeIndividual(text) && isIndividual(parseAssessment(text));
}

/** Whether a document has headings that can be cited, by its name. */
export function isMarkdown(place: string): boolean {
  return /\.(md|markdown)$/i.test(place);
}

type Look<T> = { readonly place: string; readonly found: T } | undefined;

async function asWritten<T>(place: string, _root: string, files: CitableFiles<T>): Promise<Look<T>> {
  const found = await files.find(place);
  return found === undefined ? undefined : { place, found };
}

/**
 * By names that are the same but for how their letters are composed: folder by folder, as systems differ in the names
 * they give.
 */
async function asNamed<T>(place: string, root: string, files: CitableFiles<T>): Promise<Look<T>> {
  const below = place.slice(root.length);
  if (/^\p{ASCII}*$/u.test(below)) return undefined;
  let at = root.replace(/\/$/, '');
  for (const name of below.split('/').filter(Boolean)) {
    const isWritten = (await files.find(`${at}/${name}`)) !== undefined;
    const same = isWritten ? name : (await files.namesIn(at)).find((other) => isSamePlace(other, name));
    if (same === undefined) return undefined;
    at = `${at}/${same}`;
  }
  return asWritten(at, root, files);
}
