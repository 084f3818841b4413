/** Watches documents, files, folders and settings, and refreshes what depends on them. */
import {
  CancellationTokenSource,
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  WatchKind,
  type DidChangeWatchedFilesParams,
} from 'vscode-languageserver';
import { PushedDiagnostics } from './diagnostics';
import { addressesOf, type Session } from './session';

/** Files that may be cited only need to exist; of these the content counts, too. */
const watched = [
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  { globPattern: '**/*.{md,markdown,yaml,yml}', kind: WatchKind.Change },
];

export class Surveillance {
  private readonly pushed: PushedDiagnostics;
  /** The check of all files in progress. */
  private round = new CancellationTokenSource();

  constructor(private readonly session: Session) {
    this.pushed = new PushedDiagnostics(session);
  }

  start(): void {
    const { connection, client, documents, settings } = this.session;
    connection.onInitialized(() => void this.begin().catch((error: unknown) => this.session.log(error)));
    connection.onDidChangeConfiguration(({ settings: given }) => {
      settings.change(given);
      this.renew();
    });
    connection.onDidChangeWatchedFiles((params) => this.files(params));
    connection.onShutdown(() => {
      this.round.cancel();
      this.pushed.stop();
    });
    if (client.pulls) return;
    const fresh = new Set<string>();
    documents.onDidOpen(({ document }) => fresh.add(document.uri));
    documents.onDidChangeContent(({ document }) =>
      // A document that was just opened is checked without delay.
      this.pushed.schedule(document, fresh.delete(document.uri) ? 0 : undefined),
    );
    documents.onDidClose(({ document }) => this.pushed.close(document));
  }

  private async begin(): Promise<void> {
    const { connection, client } = this.session;
    if (client.configuration.registered)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'psirtMaturity' });
    if (client.watches) await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watched });
    if (client.folders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => addressesOf([uri])[0]?.toString()));
        const kept = this.session.folders.filter((folder) => !gone.has(folder.toString()));
        this.session.folders = [...kept, ...addressesOf(added.map(({ uri }) => uri))];
        this.renew();
      });
    if (!client.pulls) await this.survey();
  }

  private files({ changes }: DidChangeWatchedFilesParams): void {
    if (changes.length) this.renew();
  }

  /** Recomputes everything that is shown. */
  private renew(): void {
    const { connection, client } = this.session;
    const { diagnostics, lenses, hints } = client.refreshes;
    if (!client.pulls) void this.survey().catch((error: unknown) => this.session.log(error));
    else if (diagnostics) connection.languages.diagnostics.refresh();
    if (lenses) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    if (hints) void connection.languages.inlayHint.refresh().catch(() => undefined);
  }

  /** Sends the problems of open documents, and of all files where the settings ask for them, with progress. */
  private async survey(): Promise<void> {
    this.round.cancel();
    const { token } = (this.round = new CancellationTokenSource());
    const { session, pushed } = this;
    const settings = await session.settings.of();
    if (!settings.wholeWorkspace || !session.client.progress) return pushed.refresh(token);
    const progress = await session.connection.window.createWorkDoneProgress();
    progress.begin((await session.words(settings)).t('lsp.checking'), 0);
    await pushed.refresh(token, progress).finally(() => progress.done());
  }
}
