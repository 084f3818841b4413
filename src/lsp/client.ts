/** What a client can do, of all that it says of itself. */
import { InsertTextMode, type ClientCapabilities, type PositionEncodingKind } from 'vscode-languageserver';
import { memberAt } from './members';

export interface Client {
  /** How characters of a line are counted. */
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
    /** A server may ask for edits by itself. */
    readonly applied: boolean;
  };
  readonly symbolTree: boolean;
  /** It asks for diagnostics; else it is sent them. */
  readonly pulls: boolean;
  readonly refreshes: { readonly diagnostics: boolean; readonly lenses: boolean; readonly hints: boolean };
  readonly configuration: { readonly asked: boolean; readonly registered: boolean };
  readonly watches: boolean;
  readonly progress: boolean;
  readonly folders: boolean;
}

/** What the capabilities of a client come to. */
export function clientOf(capabilities: ClientCapabilities): Client {
  const at = (path: string): unknown => memberAt(capabilities, path);
  const can = (path: string): boolean => at(path) === true;
  const takes = (path: string, one: unknown): boolean => [at(path)].flat().includes(one);
  const item = 'textDocument.completion.completionItem';
  return {
    // UTF-8 where the client likes it best; UTF-16 is what all understand.
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
