/** Looks up the documents that assessments cite as evidence, in the workspace and nowhere else. */
import * as vscode from 'vscode';
import type { Assessment } from '../assessment/assessment';
import { resolvePath, type Home } from '../assessment/citation-paths';
import { headingAnchors } from '../assessment/headings';
import { splitLink } from '../assessment/links';
import type { CitedDocument } from '../rules/rule';
import { inParallel } from './in-parallel';

/** Documents looked up at the same time for one assessment. */
const concurrency = 16;
/** Documents larger than this are not searched for headings. */
const maximumSize = 1_000_000;

export class CitedDocuments implements vscode.Disposable {
  private readonly known = new Map<string, Map<string, CitedDocument>>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*');

  /** What is known of the evidence of this document has changed. */
  readonly onDidChange = this.changed.event;
  /** A file of the workspace came, went or changed: look-ups have to be made again. */
  readonly onDidChangeFiles = (listener: () => void): vscode.Disposable =>
    vscode.Disposable.from(this.watcher.onDidCreate(listener), this.watcher.onDidDelete(listener), this.watcher.onDidChange(listener));

  /** What the look-ups have found so far, by the path as cited. */
  of(document: vscode.TextDocument): ReadonlyMap<string, CitedDocument> | undefined {
    return this.known.get(document.uri.toString());
  }

  forget(document: vscode.TextDocument): void {
    this.known.delete(document.uri.toString());
  }

  /** Looks up what an assessment cites; tells when the outcome differs from what was known. */
  async lookUp(document: vscode.TextDocument, assessment: Assessment): Promise<void> {
    const found = await this.citedBy(document.uri, assessment);
    const key = document.uri.toString();
    const same = fingerprint(this.known.get(key)) === fingerprint(found);
    this.known.set(key, found);
    if (!same && !document.isClosed) this.changed.fire(document.uri);
  }

  /** What an assessment cites, looked up; `shared` remembers by address what other assessments cite, too. */
  async citedBy(from: vscode.Uri, assessment: Assessment, shared = new Map<string, Promise<CitedDocument>>()): Promise<Map<string, CitedDocument>> {
    const links = [...assessment.services.values()].flatMap(({ evidence }) => evidence.map(({ link }) => splitLink(link.value)));
    const paths = [...new Set(links.filter(({ path, external }) => path && !external).map(({ path }) => path))];
    const findOnce = async (path: string): Promise<CitedDocument> => {
      const uri = resolveCitation(from, path);
      if (!uri) return { exists: false };
      const known = shared.get(uri.toString()) ?? this.find(uri);
      shared.set(uri.toString(), known);
      return known;
    };
    // In the order of the text, whatever is found first.
    const found = new Map(paths.map((path): [string, CitedDocument] => [path, { exists: false }]));
    await inParallel(paths, concurrency, { isCancellationRequested: false }, async (path) => void found.set(path, await findOnce(path)));
    return found;
  }

  private async find(uri: vscode.Uri): Promise<CitedDocument> {
    const cited = await readCited(uri);
    return { exists: cited !== undefined, headings: cited?.markdown === undefined ? undefined : headingAnchors(cited.markdown) };
  }

  dispose(): void {
    this.changed.dispose();
    this.watcher.dispose();
  }
}

/** What a citation led to: a file or folder, with its text where it is a Markdown document of a sensible size. */
export interface Cited {
  readonly isFolder: boolean;
  readonly markdown?: string;
}

/** Reads a cited document; `undefined` when there is none. */
export async function readCited(uri: vscode.Uri): Promise<Cited | undefined> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    const readable = (type & vscode.FileType.File) !== 0 && /\.(md|markdown)$/i.test(uri.path) && size <= maximumSize;
    const markdown = readable ? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) : undefined;
    return { isFolder: (type & vscode.FileType.Directory) !== 0, markdown };
  } catch {
    return undefined;
  }
}

/** Where an assessment lives; without a workspace its own folder is as far as citations go. */
export function homeOf(uri: vscode.Uri): Home {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
  return { file: uri.path, root: root.path };
}

/** The file a citation means, or `undefined` when it would lie outside the workspace (or, without one, outside the file's folder). */
export function resolveCitation(from: vscode.Uri, path: string): vscode.Uri | undefined {
  const place = resolvePath(homeOf(from), path);
  return place === undefined ? undefined : from.with({ path: place });
}

function fingerprint(found: ReadonlyMap<string, CitedDocument> | undefined): string {
  return JSON.stringify([...(found ?? [])].map(([path, { exists, headings }]) => [path, exists, [...(headings ?? [])]]));
}
