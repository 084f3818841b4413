/**
 * The language server: the editor's language features for any client of the Language Server Protocol.
 *
 * It does not depend on Node, so that it runs in a web worker as well as over standard input and output.
 */
import {
  ErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { version } from '../../package.json';
import { actionKinds } from '../language/action-kinds';
import { dueCharacters } from '../language/due';
import { hints, lenses, takeConflictSide, takeSideCommand } from './annotations';
import { CodeActions } from './code-actions';
import { complete } from './completion';
import { PulledDiagnostics } from './diagnostics';
import { hover } from './hover';
import type { Host } from './host';
import { links, resolveLink } from './links';
import { editsForMoves } from './moves';
import { Session } from './session';
import { folds, outline, selections, services } from './structure';
import { Surveillance } from './surveillance';

/** Serves a client until the connection ends. Does not throw. */
export function startServer(connection: Connection, host: Host): void {
  let session: Session | undefined;
  // Requests without a handler of their own.
  connection.onRequest((method) => {
    throw session
      ? new ResponseError(ErrorCodes.MethodNotFound, `unknown method ${method}`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, 'the server has not been initialized');
  });
  connection.onInitialize((params: InitializeParams) => {
    if (session) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server has been initialized already');
    session = new Session(connection, host, params);
    answerQuestions(connection, session);
    new Surveillance(session).start();
    session.documents.listen(connection);
    return { capabilities: capabilitiesOf(session), serverInfo: { name: 'psirt-maturity', version } };
  });
  connection.listen();
}

function capabilitiesOf({ client }: Session): ServerCapabilities {
  const everyFile = { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] };
  return {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: {
      triggerCharacters: [...dueCharacters],
      completionItem: { labelDetailsSupport: true },
    },
    codeActionProvider: { codeActionKinds: Object.values(actionKinds), resolveProvider: client.actions.resolves },
    documentLinkProvider: { resolveProvider: true },
    documentSymbolProvider: { label: 'PSIRT Maturity' },
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeLensProvider: {},
    ...(client.edits.applied && { executeCommandProvider: { commands: [takeSideCommand] } }),
    inlayHintProvider: true,
    ...(client.pulls && {
      diagnosticProvider: {
        identifier: 'psirt-maturity',
        interFileDependencies: true,
        workspaceDiagnostics: true,
        workDoneProgress: true,
      },
    }),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: everyFile },
    },
  };
}

function answerQuestions(connection: Connection, session: Session): void {
  const actions = new CodeActions(session);
  const pulled = new PulledDiagnostics(session);
  /** Wraps a request of the protocol for the shared handlers. */
  const of =
    <P, T>(question: (session: Session, params: P, token: CancellationToken) => T) =>
    (params: P, token: CancellationToken): T =>
      question(session, params, token);
  connection.onHover(of(hover));
  connection.onCompletion(of(complete));
  connection.onCodeAction((params, token) => actions.offer(params, token));
  connection.onCodeActionResolve((action) => actions.resolve(action));
  connection.onDocumentLinks(of(links));
  connection.onDocumentLinkResolve((link) => resolveLink(session, link));
  connection.onDocumentSymbol(of(outline));
  connection.onWorkspaceSymbol(of(services));
  connection.onFoldingRanges(of(folds));
  connection.onSelectionRanges(of(selections));
  connection.onCodeLens(of(lenses));
  connection.onExecuteCommand((params) => takeConflictSide(session, params));
  connection.languages.inlayHint.on(of(hints));
  connection.languages.diagnostics.on((params, token) => pulled.ofDocument(params, token));
  connection.languages.diagnostics.onWorkspace((params, token, progress) =>
    pulled.ofWorkspace(params, token, progress),
  );
  connection.workspace.onWillRenameFiles(of(editsForMoves));
}
