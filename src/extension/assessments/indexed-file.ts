/** One assessment as the index keeps it, and how it is made from a file or an open document. */
import * as vscode from 'vscode';
import { readingsOf } from '../../assessment/evidence/citation-paths';
import { placesMeant } from '../../assessment/individual';
import { LineIndex, type Position } from '../../assessment/yaml/lines';
import { parseAssessment } from '../../assessment/parse';
import type { MessageKey } from '../../messages/messages';
import { figuresOf, type OverviewRow } from '../../report/document/overview';
import type { Problem } from '../../rules/rule';
import { scoreAssessment } from '../../scoring/score';
import type { Analysis } from '../../language/analysis';
import type { Analyses } from '../core/analyses';
import { maximumSize } from '../core/assessment-documents';
import { yieldToHost } from '../../language/yield-to-host';
import { homeOf, type CitedDocuments, type FoundFiles } from '../evidence/cited-documents';

/** A problem without its fixes, which would hold on to all of the file. */
export interface IndexedProblem extends Pick<Problem, 'rule' | 'severity' | 'message'> {
  readonly range: { readonly start: Position; readonly end: Position };
}

/** Neither text nor tree, which would be too much for thousands. */
export interface IndexedFile extends OverviewRow {
  readonly uri: vscode.Uri;
  readonly problems: readonly IndexedProblem[];
  /** Addresses that its citations may lead to. */
  readonly cites: readonly string[];
  /** Of an individual scoring, the addresses of what it may belong to. */
  readonly belongsTo?: readonly string[];
  /** Differs from that of the file when the file has to be read again. */
  readonly stamp: string;
}

/** What makes an entry, besides the file. */
export interface Surroundings {
  readonly analyses: Analyses;
  readonly cited: CitedDocuments;
  /** Evidence that was looked up already, by address. */
  readonly evidence: FoundFiles;
  /** Stands for all that makes the same file say something else: the day, the language, the settings. */
  readonly epoch: string;
}

/**
 * The entry of an open document: what it says counts, saved or not. Unchanged, it may outlive its file, and then has
 * none.
 */
export async function fromDocument(
  document: vscode.TextDocument,
  { analyses }: Surroundings,
): Promise<IndexedFile | undefined> {
  if (!document.isDirty && !(await exists(document.uri))) return undefined;
  return entryOf(document.uri, analyses.of(document), analyses.problems(document), [], '');
}

/** The entry of a file: `known` when nothing changed, `undefined` when there is no such file. */
export async function fromFile(
  uri: vscode.Uri,
  known: IndexedFile | undefined,
  around: Surroundings,
): Promise<IndexedFile | undefined> {
  try {
    const { type, mtime, size } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) return undefined;
    const stamp = `${around.epoch} ${mtime} ${size}`;
    if (known?.stamp === stamp) return known;
    // What is no file, such as a device that a link leads to, has no end.
    if (size > maximumSize || !(type & vscode.FileType.File)) return unreadable(uri, 'overview.too-large', stamp);
    const text = await textOf(uri);
    await yieldToHost();
    return await fromText(uri, text, stamp, around);
  } catch (error) {
    return isNotFound(error) ? undefined : unreadable(uri, 'overview.unreadable', '');
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return !isNotFound(error);
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

async function fromText(
  uri: vscode.Uri,
  text: string,
  stamp: string,
  { analyses, cited, evidence }: Surroundings,
): Promise<IndexedFile> {
  const assessment = parseAssessment(text);
  const documents = await cited.citedBy(uri, assessment, evidence);
  await analyses.findWords(uri, assessment);
  await yieldToHost();
  const analysis = { assessment, scored: scoreAssessment(analyses.words.sheet, assessment) };
  return entryOf(uri, analysis, analyses.check(uri, analysis, documents), placesCited(uri, documents.keys()), stamp);
}

/** The addresses that links may lead to: what comes or goes at one of them changes what is known of the evidence. */
function placesCited(uri: vscode.Uri, links: Iterable<string>): string[] {
  const places = [...links].flatMap((link) => readingsOf(homeOf(uri), link).map(({ place }) => place));
  const named = places.flatMap((place) => [place, place.normalize('NFC'), place.normalize('NFD')]);
  return [...new Set(named)].map((place) => uri.with({ path: place }).toString());
}

/** UTF-8, as nearly all are; other files by the user's setting for encodings, as in the editor. */
export async function textOf(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return vscode.workspace.decode(bytes, { uri });
  }
}

function entryOf(
  uri: vscode.Uri,
  { assessment, scored }: Pick<Analysis, 'assessment' | 'scored'>,
  problems: readonly Problem[],
  cites: readonly string[],
  stamp: string,
): IndexedFile {
  const lines = new LineIndex(assessment.text);
  const indexed = problems.map(({ rule, severity, message, span }) => {
    return { rule, severity, message, range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) } };
  });
  return {
    uri,
    path: vscode.workspace.asRelativePath(uri),
    content: figuresOf(assessment, scored, problems),
    problems: indexed,
    belongsTo: placesMeant(assessment, homeOf(uri))?.map((place) => addressOf(uri.with({ path: place }))),
    cites,
    stamp,
  };
}

/** The address of a file, the same however its letters are composed. */
export function addressOf(uri: vscode.Uri): string {
  return uri.with({ path: uri.path.normalize() }).toString();
}

function unreadable(uri: vscode.Uri, reason: MessageKey, stamp: string): IndexedFile {
  return {
    uri,
    path: vscode.workspace.asRelativePath(uri),
    content: { unreadable: reason },
    problems: [],
    cites: [],
    stamp,
  };
}
