/** Looks up documents that assessments cite as evidence, within the workspace only. */
import * as vscode from 'vscode';
import { linksOf, type Assessment, type Links } from '../../assessment/assessment';
import { resolvePath, type Home } from '../../assessment/evidence/citation-paths';
import type { CitedDocument } from '../../assessment/evidence/cited-document';
import { once } from '../core/once';
import type { FoundFiles } from './files-near';

export class CitedDocuments implements vscode.Disposable {
  private readonly known = new Map<string, Map<string, CitedDocument>>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*');
  private readonly lookUps = once(
    async () => new (await import('./cited-look-ups')).CitedLookUps(this.watcher.onDidChange),
  );

  /** Fires with a document when what is known of its evidence changes. */
  readonly onDidChange = this.changed.event;
  /** Fires when a file of the workspace was created, deleted or changed, so that look-ups have to be repeated. */
  readonly onDidChangeFiles = (listener: () => void): vscode.Disposable =>
    vscode.Disposable.from(
      this.watcher.onDidCreate(listener),
      this.watcher.onDidDelete(listener),
      this.watcher.onDidChange(listener),
    );

  /** The results of look-ups for a document so far, by link. */
  of(document: vscode.TextDocument): ReadonlyMap<string, CitedDocument> | undefined {
    return this.known.get(document.uri.toString());
  }

  forget(document: vscode.TextDocument): void {
    this.known.delete(document.uri.toString());
  }

  /** Looks up what an assessment cites; fires the event when the result differs from the previous one. */
  async lookUp(document: vscode.TextDocument, assessment: Assessment): Promise<void> {
    const found = await this.citedBy(document.uri, assessment);
    const key = document.uri.toString();
    const { isSame } = await this.lookUps();
    const same = isSame(this.known.get(key), found);
    this.known.set(key, found);
    if (!same && !document.isClosed) this.changed.fire(document.uri);
  }

  /**
   * The documents that an assessment cites; `shared` is a cache by address, for documents that other assessments cite,
   * too.
   */
  async citedBy(
    from: vscode.Uri,
    assessment: Assessment,
    shared: FoundFiles = new Map(),
  ): Promise<Map<string, CitedDocument>> {
    return this.behind(from, linksOf(assessment), shared);
  }

  /** The documents behind some links of an assessment. */
  async behind(from: vscode.Uri, links: Links, shared: FoundFiles = new Map()): Promise<Map<string, CitedDocument>> {
    return (await this.lookUps()).behind(from, homeOf(from), links, shared);
  }

  dispose(): void {
    this.changed.dispose();
    this.watcher.dispose();
  }
}

/** The location of an assessment; without a workspace its own folder is the boundary for citations. */
export function homeOf(uri: vscode.Uri): Home {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
  return { file: uri.path, root: root.path };
}

/**
 * The file that a path means by its text; `undefined` when it is outside the workspace (or, without one, outside the
 * file's folder).
 */
export function resolveFrom(from: vscode.Uri, path: string): vscode.Uri | undefined {
  const place = resolvePath(homeOf(from), path);
  return place === undefined ? undefined : from.with({ path: place });
}
