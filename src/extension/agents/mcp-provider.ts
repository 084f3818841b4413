/** Offers the server for agents to VS Code's chat, where the API exists (from 1.101). */
import * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';

/** The used part of that API, which is missing in the types of the oldest supported VS Code. */
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

/** VS Code starts a server on demand; its definition is loaded when VS Code asks for it. */
export function registerMcpServers(analyses: Analyses, context: vscode.ExtensionContext): vscode.Disposable[] {
  const { lm } = vscode as McpHost;
  const provider = {
    onDidChangeMcpServerDefinitions: vscode.workspace.onDidChangeWorkspaceFolders,
    provideMcpServerDefinitions: async () => (await import('./mcp-definitions')).mcpDefinitions(analyses, context),
  };
  try {
    const registered = lm.registerMcpServerDefinitionProvider?.('psirtMaturity.mcp', provider);
    return registered ? [registered] : [];
  } catch {
    // 1.100 has an unfinished form of it, which knows no such contribution and throws.
    return [];
  }
}
