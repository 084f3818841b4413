/** Offers the server for agents to VS Code's chat. */
import * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';
import { registerProvider, type McpRegistry } from './mcp-registry';

interface McpProvider {
  readonly onDidChangeMcpServerDefinitions: vscode.Event<unknown>;
  provideMcpServerDefinitions(): Promise<object[]>;
}

/** VS Code starts a server on demand; its definition is loaded when VS Code asks for it. */
export function registerMcpServers(analyses: Analyses, context: vscode.ExtensionContext): vscode.Disposable[] {
  const registry = vscode.lm as McpRegistry<McpProvider, vscode.Disposable>;
  return registerProvider(registry, {
    onDidChangeMcpServerDefinitions: vscode.workspace.onDidChangeWorkspaceFolders,
    provideMcpServerDefinitions: async () => (await import('./mcp-definitions')).mcpDefinitions(analyses, context),
  });
}
