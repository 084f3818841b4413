/** Looks up the documents that assessments cite as evidence, in the workspace and nowhere else. */
import * as vscode from 'vscode';
import type { Assessment } from '../assessment/assessment';
import { headingAnchors } from '../assessment/headings';
import { splitLink } from '../assessment/links';
import type { CitedDocument } from '../rules/rule';

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
    const links = [...assessment.services.values()].flatMap(({ evidence }) => evidence.map(({ link }) => splitLink(link.value)));
    const paths = [...new Set(links.filter(({ path, external }) => path && !external).map(({ path }) => path))];
    const found = new Map(await Promise.all(paths.map(async (path) => [path, await this.find(document.uri, path)] as const)));
    const key = document.uri.toString();
    const same = fingerprint(this.known.get(key)) === fingerprint(found);
    this.known.set(key, found);
    if (!same && !document.isClosed) this.changed.fire(document.uri);
  }

  private async find(from: vscode.Uri, path: string): Promise<CitedDocument> {
    const uri = resolveCitation(from, path);
    if (!uri) return { exists: false };
    try {
      const { type, size } = await vscode.workspace.fs.stat(uri);
      const readable = (type & vscode.FileType.File) !== 0 && /\.(md|markdown)$/i.test(path) && size <= maximumSize;
      if (!readable) return { exists: true };
      return { exists: true, headings: headingAnchors(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))) };
    } catch {
      return { exists: false };
    }
  }

  dispose(): void {
    this.changed.dispose();
    this.watcher.dispose();
  }
}

/** The file a citation means, or `undefined` when it would lie outside the workspace (or, without one, outside the file's folder). */
export function resolveCitation(from: vscode.Uri, path: string): vscode.Uri | undefined {
  const folder = vscode.Uri.joinPath(from, '..');
  const root = vscode.workspace.getWorkspaceFolder(from)?.uri ?? folder;
  const uri = vscode.Uri.joinPath(path.startsWith('/') ? root : folder, ...path.split(/[\\/]/));
  const base = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return uri.path.startsWith(base) ? uri : undefined;
}

function fingerprint(found: ReadonlyMap<string, CitedDocument> | undefined): string {
  return JSON.stringify([...(found ?? [])].map(([path, { exists, headings }]) => [path, exists, [...(headings ?? [])]]));
}
