/**
 * Looks up the targets of evidence links, in the same way for the editor and the command line, which supply file
 * access.
 */
import { isSamePlace, readingsOf, type Home, type Reading } from './citation-paths';
import { isAssessmentName } from '../file-name';
import { isIndividual, mayBeIndividual } from '../individual';
import { parseAssessment } from '../parse';
import { isExternal, splitLink } from './links';

/** Larger Markdown documents are not searched for headings, in bytes. */
export const longestMarkdown = 1_000_000;

/** Larger files are not hashed, in bytes. */
export const longestHashed = 20_000_000;

/** A file or folder. */
export interface FoundFile {
  readonly isFile: boolean;
  /** In bytes. */
  readonly size: number;
}

/** The files that may be cited; all others count as missing. */
export interface CitableFiles<T> {
  /** The file or folder at a place; `undefined` where there is none. */
  find(place: string): Promise<T | undefined>;
  /** The names in the folder at a place; empty where there is no folder. */
  namesIn(folder: string): Promise<readonly string[]>;
}

/** Files whose content can be read. */
export interface ReadableFiles extends CitableFiles<FoundFile> {
  /** The anchors of the Markdown document at a place; `undefined` where it cannot be read. */
  anchorsOf(place: string): Promise<ReadonlyMap<string, string> | undefined>;
  /** The text of the file at a place; `undefined` where it cannot be read. */
  textOf(place: string): Promise<string | undefined>;
  /** The digest of the file at a place (`file-digest.ts`); `undefined` where it cannot be read. */
  digestOf(place: string): Promise<string | undefined>;
}

/** The document found for a link, and the reading of the link that led to it. */
export interface FoundCitation<T> extends Reading {
  readonly found: T;
}

/** What is known of the document that a link leads to. */
export interface CitedDocument {
  readonly exists: boolean;
  /** The part of the link that names the document. */
  readonly path: string;
  /** The decoded fragment; empty for none. */
  readonly fragment: string;
  /** The valid fragments, each with the anchor to write, where the document is Markdown. */
  readonly headings?: ReadonlyMap<string, string>;
  /** The document is too long to be searched for headings. */
  readonly tooLong?: true;
  /** The digest of the file, where it was asked for and the file can be read. */
  readonly digest?: string;
  /** The digest was asked for, but the file is too large to be hashed. */
  readonly tooLarge?: true;
  /** It is an individual scoring. */
  readonly isIndividual?: true;
}

/** The target of a link; `undefined` where nothing exists. */
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

/**
 * What is known of the document that a link leads to, including its digest where that is needed; `undefined` for
 * addresses and for headings without a document.
 */
export async function lookUpCited(
  home: Home,
  link: string,
  files: ReadableFiles,
  needsDigest = false,
): Promise<CitedDocument | undefined> {
  const named = splitLink(link);
  if (isExternal(link) || named.path === '') return undefined;
  const cited = await findCited(home, link, files);
  if (!cited) return { exists: false, path: named.path, fragment: named.heading };
  const { path, fragment, place, found } = cited;
  const digested = needsDigest && found.isFile ? await digestAt(place, found, files) : {};
  const known = { exists: true, path, fragment, ...digested };
  if (await isIndividualAt(place, found, files)) return { ...known, isIndividual: true };
  if (fragment === '' || !found.isFile || !isMarkdown(place)) return known;
  return found.size > longestMarkdown
    ? { ...known, tooLong: true }
    : { ...known, headings: await files.anchorsOf(place) };
}

async function digestAt(
  place: string,
  { size }: FoundFile,
  files: ReadableFiles,
): Promise<Pick<CitedDocument, 'digest' | 'tooLarge'>> {
  if (size > longestHashed) return { tooLarge: true };
  const digest = await files.digestOf(place);
  return digest === undefined ? {} : { digest };
}

async function isIndividualAt(place: string, { isFile, size }: FoundFile, files: ReadableFiles): Promise<boolean> {
  if (!isFile || size > longestMarkdown || !isAssessmentName(place)) return false;
  const text = await files.textOf(place);
  return text !== undefined && mayBeIndividual(text) && isIndividual(parseAssessment(text));
}

/** Whether a document is Markdown by its name, so that its headings can be cited. */
export function isMarkdown(place: string): boolean {
  return /\.(md|markdown)$/i.test(place);
}

type Look<T> = { readonly place: string; readonly found: T } | undefined;

async function asWritten<T>(place: string, _root: string, files: CitableFiles<T>): Promise<Look<T>> {
  const found = await files.find(place);
  return found === undefined ? undefined : { place, found };
}

/**
 * Finds a file by a name that differs in Unicode composition, folder by folder, since systems return different
 * compositions.
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
