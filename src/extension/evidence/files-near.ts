/** Files of the workspace for look-ups of evidence, on any file system. */
import * as vscode from 'vscode';
import type { FolderEntry } from '../../language/citation-completion';
import type { EvidenceFiles, FoundHere } from '../../language/evidence';

/** What exists at an address; the stamp differs after a change. */
interface Stamped extends FoundHere {
  readonly stamp: string;
}

interface FilesNear extends EvidenceFiles {
  find(place: string): Promise<Stamped | undefined>;
}

/** Results of look-ups, by address. */
export type FoundFiles = Map<string, Promise<Stamped | undefined>>;

/** File access for the file system of an address; `known` is a cache. */
export function filesNear(from: vscode.Uri, known: FoundFiles = new Map()): FilesNear {
  const bytesOf = async (place: string) => vscode.workspace.fs.readFile(from.with({ path: place }));
  return {
    find(place) {
      const uri = from.with({ path: place });
      const found = known.get(uri.toString()) ?? find(uri);
      known.set(uri.toString(), found);
      return found;
    },
    namesIn: async (folder) => (await entriesOf(from.with({ path: folder })))?.map(({ name }) => name) ?? [],
    textOf: async (place) => new TextDecoder().decode(await bytesOf(place)),
    bytesOf,
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
