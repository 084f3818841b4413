/** Offers the server for agents to VS Code's chat, where there is an API for it (1.101 on). */
import * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';

/** What of that API we use: the types of the oldest VS Code that is supported do not have it. */
interface McpHost {
  readonly lm: {
    registerMcpServerDefinitionProvider?(
      id: string,
      provider: {
        readonly onDidChangeMcpServerDefinitions: vscode.Event<unknown>;
        provideMcpServerDefinitions(): Promise<object[]>;
      },
    ): vscode.Disposable;
  };
}

/** VS Code starts a server when it is wanted; what it is started with is loaded when VS Code asks for it. */
export function registerMcpServers(analyses: Analyses, context: vscode.ExtensionContext): vscode.Disposable[] {
  const registered = (vscode as McpHost).lm.registerMcpServerDefinitionProvider?.('psirtMaturity.mcp', {
    onDidChangeMcpServerDefinitions: vscode.workspace.onDidChangeWorkspaceFolders,
    provideMcpServerDefinitions: async () => (await import('./mcp-definitions')).mcpDefinitions(analyses, context),
  });
  return registered ? [registered] : [];
}
