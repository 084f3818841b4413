/** What editors show of evidence: what can be cited, and what a citation leads to. The caller supplies file access. */
import type { Assessment } from '../assessment/assessment';
import { readingsOf, resolvePath, type Home } from '../assessment/evidence/citation-paths';
import {
  findCited,
  isMarkdown,
  longestMarkdown,
  type CitableFiles,
  type FoundFile,
} from '../assessment/evidence/cited-document';
import { documentHeadings, findHeading } from '../assessment/evidence/headings';
import { lineOf } from '../assessment/evidence/links';
import type { Translate } from '../messages/messages';
import {
  headingCompletions,
  pathCompletions,
  typedCitationAt,
  type CitationCompletion,
  type FolderEntry,
  type TypedCitation,
} from './citation-completion';
import { citationHover } from './citation-hover';
import { citationAt } from './citations';
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

/**
 * The hover on a citation at an offset: the cited section, or what is wrong. `nameOf` gives places in the form users
 * see.
 */
export async function evidenceHoverAt(
  assessment: Assessment,
  offset: number,
  home: Home,
  files: EvidenceFiles,
  { t, nameOf }: { readonly t: Translate; nameOf(place: string): string },
): Promise<Hover | undefined> {
  const citation = citationAt(assessment, offset);
  if (!citation || citation.web) return undefined;
  const { link, path, heading, span } = citation;
  const cited = await readCited(home, link, files);
  const at = cited?.place ?? resolvePath(home, path);
  const { markdown: text, tooLong, fragment = heading } = cited ?? {};
  const place = at === undefined ? undefined : nameOf(at);
  const looked = { path, heading: fragment, place, exists: cited !== undefined, markdown: text, tooLong };
  const markdown = citationHover(t, looked);
  return markdown && { markdown, span };
}
