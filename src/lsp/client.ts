/** The client's capabilities, as far as they matter here. */
import { InsertTextMode, type ClientCapabilities, type PositionEncodingKind } from 'vscode-languageserver';
import { memberAt } from './members';

export interface Client {
  /** The unit in which positions count characters of a line. */
  readonly encoding: PositionEncodingKind;
  readonly completion: {
    readonly snippets: boolean;
    readonly markdown: boolean;
    readonly labelDetails: boolean;
    readonly keepsWhitespace: boolean;
  };
  readonly hoverMarkdown: boolean;
  readonly actions: { readonly resolves: boolean; readonly disabled: boolean; readonly preferred: boolean };
  readonly edits: {
    readonly versioned: boolean;
    readonly snippets: boolean;
    readonly annotated: boolean;
    /** The client applies edits at the server's request. */
    readonly applied: boolean;
  };
  readonly symbolTree: boolean;
  /** The client pulls diagnostics; otherwise they are pushed. */
  readonly pulls: boolean;
  readonly refreshes: { readonly diagnostics: boolean; readonly lenses: boolean; readonly hints: boolean };
  readonly configuration: { readonly asked: boolean; readonly registered: boolean };
  readonly watches: boolean;
  readonly progress: boolean;
  readonly folders: boolean;
}

/** Evaluates the capabilities a client declares. */
export function clientOf(capabilities: ClientCapabilities): Client {
  const at = (path: string): unknown => memberAt(capabilities, path);
  const can = (path: string): boolean => at(path) === true;
  const takes = (path: string, one: unknown): boolean => [at(path)].flat().includes(one);
  const item = 'textDocument.completion.completionItem';
  return {
    // UTF-8 where the client prefers it; every client supports UTF-16.
    encoding: [at('general.positionEncodings')].flat()[0] === 'utf-8' ? 'utf-8' : 'utf-16',
    completion: {
      snippets: can(`${item}.snippetSupport`),
      markdown: takes(`${item}.documentationFormat`, 'markdown'),
      labelDetails: can(`${item}.labelDetailsSupport`),
      keepsWhitespace: takes(`${item}.insertTextModeSupport.valueSet`, InsertTextMode.asIs),
    },
    hoverMarkdown: takes('textDocument.hover.contentFormat', 'markdown'),
    actions: {
      resolves:
        can('textDocument.codeAction.dataSupport') &&
        takes('textDocument.codeAction.resolveSupport.properties', 'edit'),
      disabled: can('textDocument.codeAction.disabledSupport'),
      preferred: can('textDocument.codeAction.isPreferredSupport'),
    },
    edits: {
      versioned: can('workspace.workspaceEdit.documentChanges'),
      snippets: can('workspace.workspaceEdit.snippetEditSupport'),
      annotated: at('workspace.workspaceEdit.changeAnnotationSupport') !== undefined,
      applied: can('workspace.applyEdit'),
    },
    symbolTree: can('textDocument.documentSymbol.hierarchicalDocumentSymbolSupport'),
    pulls: at('textDocument.diagnostic') !== undefined,
    refreshes: {
      diagnostics: can('workspace.diagnostics.refreshSupport'),
      lenses: can('workspace.codeLens.refreshSupport'),
      hints: can('workspace.inlayHint.refreshSupport'),
    },
    configuration: {
      asked: can('workspace.configuration'),
      registered: can('workspace.didChangeConfiguration.dynamicRegistration'),
    },
    watches: can('workspace.didChangeWatchedFiles.dynamicRegistration'),
    progress: can('window.workDoneProgress'),
    folders: can('workspace.workspaceFolders'),
  };
}
