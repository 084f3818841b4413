/** The files of the workspace for the tools for agents; open documents count with unsaved changes. */
import * as vscode from 'vscode';
import { AgentFailure, type AgentFiles } from '../../agents/workspace';
import type { CitedDocument } from '../../assessment/evidence/cited-document';
import { lookUpCited } from '../../assessment/evidence/cited-document';
import { digestIn } from '../../assessment/evidence/stamped-cache';
import { headingAnchors } from '../../assessment/evidence/headings';
import { findAssessments } from '../assessments/find-assessments';
import { maximumSize } from '../core/assessment-documents';
import { repositoryOf } from '../core/git-extension';
import { commitNamed, textIn } from '../core/git-versions';
import { homeOf } from '../evidence/cited-documents';
import { filesNear } from '../evidence/files-near';

/** Limit of documents listed. */
const mostDocuments = 2_000;

const noToken: vscode.CancellationToken = new vscode.CancellationTokenSource().token;

export function workspaceFiles(): AgentFiles {
  return {
    assessments: async () => [...(await assessments()).keys()].sort(),
    async documents() {
      const found = await vscode.workspace.findFiles('**/*.{md,markdown}', '**/{node_modules,.*}/**', mostDocuments);
      return found.map((uri) => vscode.workspace.asRelativePath(uri)).sort();
    },
    async read(path) {
      const uri = (await assessments()).get(path) ?? (await documentAt(path));
      return uri && textOf(uri);
    },
    async cited(path, links) {
      const uri = (await assessments()).get(path);
      const cited = new Map<string, CitedDocument>();
      if (!uri) return cited;
      const files = filesNear(uri);
      const readable = {
        ...files,
        anchorsOf: async (place: string) => headingAnchors(await files.textOf(place)),
        digestOf: (place: string) => digestIn(files.bytesOf(place)).catch(() => undefined),
        textOf: (place: string) => files.textOf(place).catch(() => undefined),
      };
      for (const [link, needsDigest] of links) {
        const document = await lookUpCited(homeOf(uri), link, readable, needsDigest);
        if (document) cited.set(link, document);
      }
      return cited;
    },
    async atRevision(path, revision) {
      const uri = (await assessments()).get(path);
      const repository = uri && (await repositoryOf(uri));
      const commit = repository && (await commitNamed(repository, revision));
      return commit && textIn(repository, commit, uri);
    },
    async write(path, text, expected) {
      const uri = (await assessments()).get(path);
      const document = uri && (await vscode.workspace.openTextDocument(uri));
      if (!uri || document?.getText() !== expected) throw new AgentFailure('agent.changed', { path });
      const edit = new vscode.WorkspaceEdit();
      const { start, end, newText } = difference(expected, text);
      edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), newText);
      if (!(await vscode.workspace.applyEdit(edit))) throw new AgentFailure('agent.changed', { path });
    },
  };
}

async function assessments(): Promise<Map<string, vscode.Uri>> {
  const found = await findAssessments(noToken);
  return new Map(found.map((uri) => [vscode.workspace.asRelativePath(uri), uri]));
}

async function documentAt(path: string): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles('**/*.{md,markdown}', '**/{node_modules,.*}/**', mostDocuments);
  return found.find((uri) => vscode.workspace.asRelativePath(uri) === path);
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (size > maximumSize || !(type & vscode.FileType.File)) return undefined;
    return new TextDecoder('utf-8', { ignoreBOM: false }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** The single range in which two texts differ, as an edit. */
function difference(before: string, after: string): { start: number; end: number; newText: string } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let kept = 0;
  const most = Math.min(before.length, after.length) - start;
  while (kept < most && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  return { start, end: before.length - kept, newText: after.slice(start, after.length - kept) };
}
