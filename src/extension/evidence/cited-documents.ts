/** Looks up documents that assessments cite as evidence, within the workspace only. */
import * as vscode from 'vscode';
import { linksOf, type Assessment } from '../../assessment/assessment';
import { resolvePath, type Home } from '../../assessment/evidence/citation-paths';
import { AnchorCache } from '../../assessment/evidence/anchor-cache';
import { lookUpCited, type CitedDocument } from '../../assessment/evidence/cited-document';
import type { FolderEntry } from '../../language/citation-completion';
import type { EvidenceFiles, FoundHere } from '../../language/evidence';
import { inParallel } from '../core/in-parallel';

/** Number of documents looked up concurrently for one assessment. */
const concurrency = 16;

/** What exists at an address; the stamp differs after a change. */
interface Stamped extends FoundHere {
  readonly stamp: string;
}

interface FilesNear extends EvidenceFiles {
  find(place: string): Promise<Stamped | undefined>;
}

/** Results of look-ups, by address. */
export type FoundFiles = Map<string, Promise<Stamped | undefined>>;

export class CitedDocuments implements vscode.Disposable {
  private readonly known = new Map<string, Map<string, CitedDocument>>();
  private readonly searched = new AnchorCache();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*');
  /** Not only by stamp, since the times of a file system may be too coarse to notice a change. */
  private readonly forgetting = this.watcher.onDidChange((uri) => this.searched.forget(uri.toString()));

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
    const same = fingerprint(this.known.get(key)) === fingerprint(found);
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
    const links = linksOf(assessment);
    const home = homeOf(from);
    const files = filesNear(from, shared);
    const readable = {
      ...files,
      textOf: (place: string) => files.textOf(place).catch(() => undefined),
      anchorsOf: async (place: string) => {
        const key = from.with({ path: place }).toString();
        return this.searched.of(key, (await files.find(place))?.stamp ?? '', () => files.textOf(place));
      },
    };
    // In text order, independent of the order of results.
    const found = new Map<string, CitedDocument | undefined>([...links].map((link) => [link, undefined]));
    await inParallel(
      [...links],
      concurrency,
      { isCancellationRequested: false },
      async (link) => void found.set(link, await lookUpCited(home, link, readable)),
    );
    return new Map([...found].flatMap(([link, document]) => (document ? [[link, document]] : [])));
  }

  dispose(): void {
    this.changed.dispose();
    this.forgetting.dispose();
    this.watcher.dispose();
  }
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** File access for the file system of an address; `known` is a cache. */
export function filesNear(from: vscode.Uri, known: FoundFiles = new Map()): FilesNear {
  return {
    find(place) {
      const uri = from.with({ path: place });
      const found = known.get(uri.toString()) ?? find(uri);
      known.set(uri.toString(), found);
      return found;
    },
    namesIn: async (folder) => (await entriesOf(from.with({ path: folder })))?.map(({ name }) => name) ?? [],
    textOf: (place) => textOf(from.with({ path: place })),
    entriesIn: (place) => entriesOf(from.with({ path: place })),
  };
}

async function entriesOf(folder: vscode.Uri): Promise<FolderEntry[] | undefined> {
  try {
    const found = await vscode.workspace.fs.readDirectory(folder);
    return found.map(([name, type]) => ({ name, isFolder: (type & vscode.FileType.Directory) !== 0 }));
  } catch {
    return undefined;
  }
}

async function find(uri: vscode.Uri): Promise<Stamped | undefined> {
  try {
    const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
    const [isFile, isFolder] = [(type & vscode.FileType.File) !== 0, (type & vscode.FileType.Directory) !== 0];
    return { isFile, isFolder, size, stamp: `${mtime} ${size}` };
  } catch {
    return undefined;
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

function fingerprint(found: ReadonlyMap<string, CitedDocument> | undefined): string {
  return JSON.stringify([...(found ?? [])].map(([link, { headings, ...rest }]) => [link, rest, [...(headings ?? [])]]));
}
