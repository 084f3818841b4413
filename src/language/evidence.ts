/** What editors show of evidence: what can be cited, and what a citation leads to. The caller supplies file access. */
import type { Assessment } from '../assessment/assessment';
import { readingsOf, resolvePath, type Home } from '../assessment/evidence/citation-paths';
import {
  findCited,
  isMarkdown,
  longestMarkdown,
  type CitableFiles,
  type CitedDocument,
  type FoundFile,
} from '../assessment/evidence/cited-document';
import { documentHeadings, findHeading } from '../assessment/evidence/headings';
import { lineOf } from '../assessment/evidence/links';
import type { Translate } from '../messages/messages';
import { joined, type HoverMarkdown } from '../messages/safe-text';
import {
  headingCompletions,
  pathCompletions,
  typedCitationAt,
  type CitationCompletion,
  type FolderEntry,
  type TypedCitation,
} from './citation-completion';
import { citationHover, digestHover } from './citation-hover';
import { citationAt, evidenceAt } from './citations';
import type { Hover } from './hover';
import { unlessComplete } from './unless-complete';

/** A file or folder found at an address. */
export interface FoundHere extends FoundFile {
  readonly isFolder: boolean;
}

/** The files of one file system, by place. */
export interface EvidenceFiles extends CitableFiles<FoundHere> {
  /** The text at a place; throws where it cannot be read. */
  textOf(place: string): Promise<string>;
  /** The bytes of the file at a place; throws where it cannot be read. */
  bytesOf(place: string): Promise<Uint8Array>;
  /** The entries of the folder at a place; `undefined` where there is no folder. */
  entriesIn(place: string): Promise<readonly FolderEntry[] | undefined>;
}

/** The target of a citation: a file or folder, with its text where it is a Markdown document within the size limit. */
export interface Cited {
  readonly place: string;
  readonly fragment: string;
  readonly isFolder: boolean;
  readonly markdown?: string;
  /** It is Markdown, but too long to read. */
  readonly tooLong: boolean;
}

/** Limit of entries of a folder that are offered; typing narrows them down. */
const maximumEntries = 1_000;

/** Finds and reads the target of a link in an assessment; `undefined` where nothing exists. */
export async function readCited(home: Home, link: string, files: EvidenceFiles): Promise<Cited | undefined> {
  const cited = await findCited(home, link, files);
  if (!cited) return undefined;
  const { fragment, place, found } = cited;
  const isDocument = found.isFile && isMarkdown(place);
  const tooLong = isDocument && found.size > longestMarkdown;
  const markdown = isDocument && !tooLong ? await files.textOf(place).catch(() => undefined) : undefined;
  return { place, fragment, isFolder: found.isFolder, markdown, tooLong };
}

/** The zero-based line that a citation names by its heading or number; `undefined` where it names none. */
export function citedLine({ markdown, fragment }: Pick<Cited, 'markdown' | 'fragment'>): number | undefined {
  const heading = fragment && markdown !== undefined ? findHeading(documentHeadings(markdown), fragment) : undefined;
  return heading?.line ?? lineOf(fragment);
}

/** What can be cited at an offset, as completions. */
export async function citationCompletionsAt(
  text: string,
  offset: number,
  home: Home,
  files: EvidenceFiles,
): Promise<readonly CitationCompletion[]> {
  const typed = typedCitationAt(text, offset);
  return unlessComplete(text, typed ? await completionsFor(typed, home, files) : []);
}

async function completionsFor(typed: TypedCitation, home: Home, files: EvidenceFiles): Promise<CitationCompletion[]> {
  if ('folder' in typed.wanted) return pathCompletions(typed, await entriesOf(typed.wanted.folder, home, files));
  const cited = await readCited(home, typed.wanted.path, files);
  return cited?.markdown ? headingCompletions(typed, documentHeadings(cited.markdown)) : [];
}

/** The entries of a folder, given by its link, without hidden ones and the assessment itself. */
async function entriesOf(folder: string, home: Home, files: EvidenceFiles): Promise<FolderEntry[]> {
  // Readings exist for what is in the root, not for the root itself, so the folder is resolved through a name in it.
  for (const { place } of readingsOf(home, `${folder}-`)) {
    const at = place.slice(0, place.lastIndexOf('/')) || '/';
    const found = await files.entriesIn(at);
    if (found) {
      const isOther = (name: string) => `${at === '/' ? '' : at}/${name}` !== home.file;
      return found
        .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules' && isOther(name))
        .slice(0, maximumEntries);
    }
  }
  return [];
}

/** What the hover on evidence uses besides files. */
export interface EvidenceHoverContext {
  readonly t: Translate;
  /** What is known of cited documents, by link. */
  readonly documents: ReadonlyMap<string, CitedDocument> | undefined;
  /** A place in the form users see. */
  nameOf(place: string): string;
}

/**
 * The hover on evidence at an offset: the cited section, or what is wrong with the link; and whether the file is
 * unchanged.
 */
export async function evidenceHoverAt(
  assessment: Assessment,
  offset: number,
  home: Home,
  files: EvidenceFiles,
  context: EvidenceHoverContext,
): Promise<Hover | undefined> {
  const piece = evidenceAt(assessment, offset);
  if (!piece) return undefined;
  const { sha256 } = piece;
  const digest = digestHover(context.t, piece, context.documents?.get(piece.link.value));
  if (sha256 && sha256.span.start <= offset) return digest && { markdown: digest, span: sha256.span };
  const cited = await linkHover(assessment, offset, home, files, context);
  const parts = [cited, digest].filter((part) => part !== undefined);
  return parts.length > 0 ? { markdown: joined(parts, '\n\n---\n\n'), span: piece.link.span } : undefined;
}

async function linkHover(
  assessment: Assessment,
  offset: number,
  home: Home,
  files: EvidenceFiles,
  { t, nameOf }: EvidenceHoverContext,
): Promise<HoverMarkdown | undefined> {
  const citation = citationAt(assessment, offset);
  if (!citation || citation.web) return undefined;
  const { link, path, heading } = citation;
  const cited = await readCited(home, link, files);
  const at = cited?.place ?? resolvePath(home, path);
  const { markdown, tooLong, fragment = heading } = cited ?? {};
  const place = at === undefined ? undefined : nameOf(at);
  return citationHover(t, { path, heading: fragment, place, exists: cited !== undefined, markdown, tooLong });
}
