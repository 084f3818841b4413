/** Definitions of the servers for agents for VS Code: one for each folder of a trusted workspace. */
import * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';
import { serversFor } from './mcp-servers';

/** VS Code's class, which is missing in the types of the oldest supported VS Code. */
interface McpClasses {
  readonly McpStdioServerDefinition: new (
    label: string,
    command: string,
    args: string[],
    env: Record<string, string>,
    version: string,
  ) => object;
}

/** The definitions by which VS Code starts servers; none in an untrusted workspace, and in a browser. */
export function mcpDefinitions(analyses: Analyses, { extensionUri, extension }: vscode.ExtensionContext): object[] {
  if (!vscode.workspace.isTrusted) return [];
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ name, uri: { scheme, fsPath } }) => {
    return { name, scheme, fsPath };
  });
  const { execPath: node } = (globalThis as { process?: { execPath?: string } }).process ?? {};
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'mcp', 'server.js').fsPath;
  const { version } = extension.packageJSON as { version: string };
  const { McpStdioServerDefinition } = vscode as unknown as McpClasses;
  return serversFor({ folders, script, node, language: analyses.words.t.language, version }).map(
    ({ label, command, args, env }) => new McpStdioServerDefinition(label, command, args, env, version),
  );
}
