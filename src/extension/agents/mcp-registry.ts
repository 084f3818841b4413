/** Where VS Code takes servers for agents: from 1.101, while 1.100 is supported. */

/** The part of `vscode.lm` for it, which is missing in the types of the oldest supported VS Code. */
export interface McpRegistry<Provider, Disposable> {
  registerMcpServerDefinitionProvider?(id: string, provider: Provider): Disposable;
}

/** Registers a provider under the id in `package.json`; empty where VS Code can not take it. */
export function registerProvider<Provider, Disposable>(
  registry: McpRegistry<Provider, Disposable>,
  provider: Provider,
): Disposable[] {
  try {
    const registered = registry.registerMcpServerDefinitionProvider?.('psirtMaturity.mcp', provider);
    return registered ? [registered] : [];
  } catch {
    // 1.100 has an unfinished form of it, which knows no such contribution and throws.
    return [];
  }
}
