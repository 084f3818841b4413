/** The index entry of an assessment, made from a file or an open document. */
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
import { homeOf, type CitedDocuments } from '../evidence/cited-documents';
import type { FoundFiles } from '../evidence/files-near';

/** A problem without its fixes, which would keep the whole file in memory. */
export interface IndexedProblem extends Pick<Problem, 'rule' | 'severity' | 'message'> {
  readonly range: { readonly start: Position; readonly end: Position };
}

/** Without text and tree, which would take too much memory for thousands of files. */
export interface IndexedFile extends OverviewRow {
  readonly uri: vscode.Uri;
  readonly problems: readonly IndexedProblem[];
  /** The addresses that its citations may lead to. */
  readonly cites: readonly string[];
  /** For an individual scoring: the addresses of assessments it may belong to. */
  readonly belongsTo?: readonly string[];
  /** Changes when the file has to be read again. */
  readonly stamp: string;
}

/** What an entry depends on besides the file. */
export interface Surroundings {
  readonly analyses: Analyses;
  readonly cited: CitedDocuments;
  /** Evidence already looked up, by address. */
  readonly evidence: FoundFiles;
  /** Changes with anything else that the entry depends on: the day, the language, the settings. */
  readonly epoch: string;
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
  return entryOf(document.uri, analyses.of(document), analyses.problems(document), [], '');
}

/** The entry of a file: `known` when nothing changed, `undefined` when the file does not exist. */
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
    // A link may lead to a device, which has no end.
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

/** The addresses that links may lead to: a file created or deleted there changes what is known of the evidence. */
function placesCited(uri: vscode.Uri, links: Iterable<string>): string[] {
  const places = [...links].flatMap((link) => readingsOf(homeOf(uri), link).map(({ place }) => place));
  const named = places.flatMap((place) => [place, place.normalize('NFC'), place.normalize('NFD')]);
  return [...new Set(named)].map((place) => uri.with({ path: place }).toString());
}

/** Decodes UTF-8; other files by the user's encoding setting, as in the editor. */
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

/** The address of a file, independent of Unicode composition. */
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
