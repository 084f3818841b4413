/** The index entry of an assessment, made from a file or an open document. */
import * as vscode from 'vscode';
import { linksOf, type Links } from '../../assessment/assessment';
import { readingsOf } from '../../assessment/evidence/citation-paths';
import type { CitedDocument } from '../../assessment/evidence/cited-document';
import { placesMeant } from '../../assessment/individual';
import { parseAssessment } from '../../assessment/parse';
import { LineIndex, type Position } from '../../assessment/yaml/lines';
import type { Analysis } from '../../language/analysis';
import { yieldToHost } from '../../language/yield-to-host';
import type { MessageKey } from '../../messages/messages';
import { figuresOf, type OverviewRow } from '../../report/document/overview';
import type { Problem } from '../../rules/rule';
import { unchangedUntil } from '../../rules/unchanged-until';
import { scoreAssessment } from '../../scoring/score';
import type { Analyses } from '../core/analyses';
import { homeOf, type CitedDocuments } from '../evidence/cited-documents';
import { fingerprint } from '../evidence/cited-look-ups';
import type { FoundFiles } from '../evidence/files-near';
import { isStillValid, type Around, type Basis } from './basis';
import { digest } from './digest';
import { exists, utf8In } from './file-on-disk';

/** A problem without its fixes, which would keep the whole file in memory. */
export interface IndexedProblem extends Pick<Problem, 'rule' | 'severity' | 'message'> {
  readonly range: { readonly start: Position; readonly end: Position };
}

/** Without text and tree, which would take too much memory for thousands of files. */
export interface IndexedFile extends OverviewRow {
  readonly uri: vscode.Uri;
  /** `addressOf` the file. */
  readonly address: string;
  readonly problems: readonly IndexedProblem[];
  /** The addresses that its citations may lead to. */
  readonly cites: readonly string[];
  /** For an individual scoring: the addresses of assessments it may belong to. */
  readonly belongsTo?: readonly string[];
  /** What it was made from; absent where it has to be made anew whenever all files are read. */
  readonly basis?: Basis;
}

/** The part of an entry that is kept for the next opening; the rest is known by the search for files. */
export type KeptEntry = Pick<IndexedFile, 'content' | 'problems' | 'belongsTo'> & { readonly basis: Basis };

/** What an entry depends on besides the file. */
export interface Surroundings {
  readonly analyses: Analyses;
  readonly cited: CitedDocuments;
  /** Evidence already looked up, by address. */
  readonly evidence: FoundFiles;
  readonly around: Around;
}

/**
 * The entry of an open document, with unsaved changes. An unchanged document may outlive its deleted file, and then has
 * no entry.
 */
export async function fromDocument(
  document: vscode.TextDocument,
  { analyses }: Surroundings,
): Promise<IndexedFile | undefined> {
  if (!document.isDirty && !(await exists(document.uri))) return undefined;
  return entryOf(document.uri, analyses.of(document), analyses.problems(document));
}

/** The entry of a file with these bytes, which is the known one where they and all else are the same. */
export async function fromBytes(
  uri: vscode.Uri,
  bytes: Uint8Array,
  stamp: string,
  known: IndexedFile | undefined,
  surroundings: Surroundings,
): Promise<IndexedFile> {
  const sum = await digest(bytes);
  if (known?.basis?.bytes === sum && (await isCurrent(known, surroundings)))
    return { ...known, basis: { ...known.basis, stamp } };
  const { analyses, cited, evidence, around } = surroundings;
  const plain = utf8In(bytes);
  const text = plain ?? (await vscode.workspace.decode(bytes, { uri }));
  await yieldToHost();
  const assessment = parseAssessment(text);
  const links = [...linksOf(assessment)];
  const documents = await cited.behind(uri, links, evidence);
  await analyses.findWords(uri, assessment);
  await yieldToHost();
  const present = analyses.surroundings(uri, documents);
  const analysis = { assessment, scored: scoreAssessment(present.sheet, assessment) };
  const entry = entryOf(uri, analysis, analyses.check(uri, analysis, documents, present));
  const until = unchangedUntil(assessment, present.today, present.latestDay);
  const key = await around.of(present);
  const cites = placesCited(uri, links);
  // How other encodings are read depends on settings.
  if (plain === undefined || !until || !key) return { ...entry, cites };
  const [from, wording] = [present.today, assessment.wording?.value];
  const basis = { stamp, bytes: sum, around: key, from, until, wording, links, evidence: await stateOf(documents) };
  return { ...entry, cites, basis };
}

/** Whether an entry is still right in the present surroundings, if its file and the documents it cites are the same. */
export async function isCurrent(
  { uri, basis }: IndexedFile,
  { analyses, around }: Pick<Surroundings, 'analyses' | 'around'>,
): Promise<boolean> {
  if (!basis) return false;
  await analyses.findWords(uri, { wording: basis.wording === undefined ? undefined : { value: basis.wording } });
  const present = analyses.surroundings(uri, undefined);
  return isStillValid(basis, present.today, await around.of(present));
}

/** Whether the links of an entry lead where they led when it was made. */
export async function isEvidenceSame({ uri, basis }: IndexedFile, { cited, evidence }: Surroundings): Promise<boolean> {
  return basis !== undefined && (await stateOf(await cited.behind(uri, basis.links, evidence))) === basis.evidence;
}

/** What is known of cited documents, or its digest where that is shorter. */
async function stateOf(documents: ReadonlyMap<string, CitedDocument>): Promise<string> {
  const known = fingerprint(documents);
  return known.length > 200 ? digest(known) : known;
}

/** The citations of an entry that was kept, until they have been looked up. */
const notLookedUp: readonly string[] = [];

/** An entry that was kept; what it cites has to be looked up. */
export function fromKept(uri: vscode.Uri, kept: KeptEntry): IndexedFile {
  return { uri, address: addressOf(uri), path: vscode.workspace.asRelativePath(uri), cites: notLookedUp, ...kept };
}

/** Whether an entry was kept, and what it cites has not been looked up since. */
export function isUnproven({ cites }: IndexedFile): boolean {
  return cites === notLookedUp;
}

/** The entry of a file that cannot be read. */
export function unreadable(uri: vscode.Uri, reason: MessageKey): IndexedFile {
  const path = vscode.workspace.asRelativePath(uri);
  return { uri, address: addressOf(uri), path, content: { unreadable: reason }, problems: [], cites: [] };
}

/** The addresses that links may lead to: a file created or deleted there changes what is known of the evidence. */
export function placesCited(uri: vscode.Uri, links: Links): string[] {
  const places = [...links].flatMap(([link]) =>
    readingsOf(homeOf(uri), link).map(({ place }) => addressAt(uri, place)),
  );
  return [...new Set(places)];
}

function entryOf(
  uri: vscode.Uri,
  { assessment, scored }: Pick<Analysis, 'assessment' | 'scored'>,
  problems: readonly Problem[],
): IndexedFile {
  const lines = new LineIndex(assessment.text);
  const indexed = problems.map(({ rule, severity, message, span }) => {
    return { rule, severity, message, range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) } };
  });
  return {
    uri,
    address: addressOf(uri),
    path: vscode.workspace.asRelativePath(uri),
    content: figuresOf(assessment, scored, problems),
    problems: indexed,
    belongsTo: placesMeant(assessment, homeOf(uri))?.map((place) => addressAt(uri, place)),
    cites: [],
  };
}

/** The address of a file, independent of Unicode composition. */
export function addressOf(uri: vscode.Uri): string {
  return addressAt(uri, uri.path);
}

/** The address of a place on the file system of a file; escaping nothing, it is for comparison only. */
function addressAt({ scheme, authority }: vscode.Uri, place: string): string {
  return `${scheme}://${authority}${place.normalize()}`;
}
