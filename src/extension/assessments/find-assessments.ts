/** Finds the assessments in the folders of the workspace, on any file system. */
import * as vscode from 'vscode';
import { assessmentPattern, isAssessmentName } from '../../assessment/file-name';
import { findFilesIn, type FileSearch } from '../core/find-files';

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

const assessments: FileSearch = {
  pattern: assessmentPattern,
  exclude: '**/node_modules/**',
  isWanted: ({ path }) => isAssessmentName(path),
  isEntered: (name) => !leftOut.test(`${name}/`),
};

/** All assessments of all workspace folders, without duplicates; possibly incomplete when cancelled. */
export async function findAssessments(token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(({ uri }) => findFilesIn(uri, assessments, token)));
  return [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()].filter(isListed);
}
