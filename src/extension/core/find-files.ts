/** Finds files in a folder, on any file system. */
import * as vscode from 'vscode';

/** Schemes in which VS Code can search for files. For other folders it would wait in vain for a search provider. */
const searchable = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/** Limit of folders that are visited where VS Code cannot search. */
const mostFolders = 20_000;

/** What is sought. */
export interface FileSearch {
  /** The paths, as a glob pattern for VS Code's search. */
  readonly pattern: string;
  /** The paths left out, as a glob pattern. */
  readonly exclude: string;
  /** Limit of files. */
  readonly most?: number;
  /** Whether a file that is met in a folder is sought. */
  isWanted(uri: vscode.Uri): boolean;
  /** Whether a folder of that name is searched. */
  isEntered(name: string): boolean;
}

/** The files sought in a folder and below; possibly incomplete when cancelled. */
export async function findFilesIn(
  folder: vscode.Uri,
  search: FileSearch,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  if (!searchable.has(folder.scheme)) return walk(folder, search, token);
  const pattern = new vscode.RelativePattern(folder, search.pattern);
  try {
    return await vscode.workspace.findFiles(pattern, search.exclude, search.most, token);
  } catch {
    // VS Code's search program is missing, or must not be run.
    return walk(folder, search, token);
  }
}

/** Searches a folder and those below it; links are not followed, so that the search ends. */
async function walk(
  top: vscode.Uri,
  { isWanted, isEntered, most = Infinity }: FileSearch,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const pending = [top];
  let visited = 0;
  for (let folder = pending.pop(); folder && !token.isCancellationRequested; folder = pending.pop()) {
    if (++visited > mostFolders || found.length >= most) break;
    for (const [name, type] of await entriesOf(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory && isEntered(name)) pending.push(uri);
      else if (type !== vscode.FileType.Directory && isWanted(uri)) found.push(uri);
    }
  }
  return found.slice(0, most);
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // A folder that cannot be read is skipped.
    return [];
  }
}
