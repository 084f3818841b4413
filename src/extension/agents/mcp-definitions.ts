/** The servers for agents in VS Code's own terms: one for each folder of a trusted workspace. */
import * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';
import { serversFor } from './mcp-servers';

/** VS Code's own class, which the types of the oldest VS Code that is supported do not have. */
interface McpClasses {
  readonly McpStdioServerDefinition: new (
    label: string,
    command: string,
    args: string[],
    env: Record<string, string>,
    version: string,
  ) => object;
}

/** What VS Code starts servers by; none in a workspace that is not trusted, and in a browser. */
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
