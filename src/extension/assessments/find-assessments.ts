/** Finds the assessments in the folders of the workspace, on any file system. */
import * as vscode from 'vscode';
import { assessmentPattern, isAssessmentName } from '../../assessment/file-name';

/** Schemes in which VS Code can search for files. For other folders it would wait in vain for a search provider. */
const searchable = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/** As on the command line, dot folders and `node_modules` are skipped. */
const leftOut = /(^|\/)(\.[^/]*|node_modules)\//;

/** Whether a file is one of the workspace's assessments, by its folder and name. */
export function isListed(uri: vscode.Uri): boolean {
  return isAssessmentName(uri.path) && isVisited(uri);
}

/** Whether a new file system entry may be a folder with assessments, by its folder and name. */
export function mayHoldAssessments(uri: vscode.Uri): boolean {
  return !uri.path.slice(uri.path.lastIndexOf('/')).includes('.') && isVisited(uri);
}

function isVisited(uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder !== undefined && !leftOut.test(uri.path.slice(folder.uri.path.length));
}

/** All assessments of all workspace folders, without duplicates; possibly incomplete when cancelled. */
export async function findAssessments(token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map(({ uri }) => (searchable.has(uri.scheme) ? search(uri, token) : walk(uri, token))),
  );
  return [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()].filter(isListed);
}

async function search(folder: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, assessmentPattern);
  try {
    return await vscode.workspace.findFiles(pattern, '**/node_modules/**', undefined, token);
  } catch {
    // VS Code's search program is missing, or must not be run.
    return walk(folder, token);
  }
}

/** Searches a folder and those below it; links are not followed, so that the search ends. */
async function walk(top: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const pending = [top];
  for (let folder = pending.pop(); folder && !token.isCancellationRequested; folder = pending.pop()) {
    for (const [name, type] of await entriesOf(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory && !leftOut.test(`${name}/`)) pending.push(uri);
      else if (type !== vscode.FileType.Directory && isAssessmentName(uri.path)) found.push(uri);
    }
  }
  return found;
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // A folder that cannot be read is skipped.
    return [];
  }
}
