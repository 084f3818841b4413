/** A client of the language server in memory: files by their place, settings, and everything the server sends. */
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ApplyWorkspaceEditParams,
  type CancellationToken,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import type { FolderFiles, Host } from '../../src/lsp/host';
import { startServer } from '../../src/lsp/server';
import { loadExplainedSheet, loadMessages } from '../../src/node/load-texts';

/** Texts by place; what ends in `/` on the way is a folder. */
export type Files = Map<string, string>;

/** A computer whose files are in memory, at noon of 23 November 2026. */
export function hostOf(files: Files): Host {
  return {
    language: 'en',
    words: (language) => Promise.resolve({ sheet: loadExplainedSheet(language), t: loadMessages(language) }),
    now: () => new Date(2026, 10, 23, 12),
    filesIn: ({ scheme, path }) => (scheme === 'file' ? filesBelow(files, path) : undefined),
    rulesPage: (language) => `file:///rules.${language}.md`,
  };
}

function filesBelow(files: Files, folder: string): FolderFiles {
  const isInside = (place: string): boolean => place === folder || place.startsWith(`${folder.replace(/\/$/, '')}/`);
  const below = (place: string): string[] =>
    [...files.keys()].filter((path) => path.startsWith(`${place}/`)).map((path) => path.slice(place.length + 1));
  const entriesIn: FolderFiles['entriesIn'] = async (place) => {
    const names = isInside(place) ? new Set(below(place).map((path) => path.split('/')[0] ?? '')) : new Set<string>();
    return names.size ? [...names].map((name) => ({ name, isFolder: !files.has(`${place}/${name}`) })) : undefined;
  };
  return {
    async find(place) {
      const text = isInside(place) ? files.get(place) : undefined;
      if (text !== undefined) return { isFile: true, isFolder: false, size: text.length, stamp: text };
      return isInside(place) && below(place).length ? { isFile: false, isFolder: true, size: 0, stamp: '' } : undefined;
    },
    namesIn: async (place) => (await entriesIn(place))?.map(({ name }) => name) ?? [],
    bytesOf: (place) => Promise.resolve(new TextEncoder().encode(files.get(place) ?? '')),
    textOf: (place) => Promise.resolve(files.get(place) ?? ''),
    entriesIn,
    assessments: () =>
      Promise.resolve([...files.keys()].filter((path) => isInside(path) && /\.psirt\.ya?ml$/.test(path))),
  };
}

/** What an editor of today can do. */
export const modern: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ['markdown'], labelDetailsSupport: true },
    },
    hover: { contentFormat: ['markdown'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      disabledSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    codeLens: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
};

/** One that asks for problems. */
export const pulling: ClientCapabilities = { ...modern, textDocument: { ...modern.textDocument, diagnostic: {} } };

export interface Start extends Partial<Pick<InitializeParams, 'locale' | 'initializationOptions'>> {
  readonly files?: Readonly<Record<string, string>>;
  readonly capabilities?: ClientCapabilities;
  readonly settings?: unknown;
  readonly folders?: readonly string[];
  readonly host?: Host;
}

export class Client {
  readonly files: Files;
  readonly registered: string[] = [];
  readonly progress: unknown[] = [];
  readonly refreshed: string[] = [];
  readonly logged: string[] = [];
  /** Edits that the server asked for by itself. */
  readonly applied: ApplyWorkspaceEditParams[] = [];
  settings: unknown;
  result: InitializeResult | undefined;
  private readonly connection: ProtocolConnection;
  private readonly sent = new Map<string, PublishDiagnosticsParams>();
  private waiting: (() => void)[] = [];

  private constructor({ files = {}, settings = {}, host }: Start) {
    this.files = new Map(Object.entries(files));
    this.settings = settings;
    const [there, back] = [new PassThrough(), new PassThrough()];
    startServer(
      createConnection(new StreamMessageReader(there), new StreamMessageWriter(back)),
      host ?? hostOf(this.files),
    );
    this.connection = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
    this.listen();
  }

  /** A client that has said hello; its folder is `/w` unless it names others. */
  static async start(start: Start = {}): Promise<Client> {
    const client = new Client(start);
    const { capabilities = modern, folders = ['/w'], locale = 'en', initializationOptions } = start;
    client.result = await client.ask('initialize', {
      ...{ processId: null, rootUri: null, capabilities, locale, initializationOptions },
      workspaceFolders: folders.map((path) => ({ uri: `file://${path}`, name: path })),
    });
    await client.tell('initialized', {});
    return client;
  }

  ask<T>(method: string, params: unknown, token?: CancellationToken): Promise<T> {
    return token
      ? this.connection.sendRequest<T>(method, params, token)
      : this.connection.sendRequest<T>(method, params);
  }

  tell(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Asks about a document. */
  about<T>(method: string, uri: string, params: object = {}): Promise<T> {
    return this.ask(`textDocument/${method}`, { textDocument: { uri }, ...params });
  }

  open(uri: string, text: string, languageId = 'psirt-yaml'): Promise<void> {
    return this.tell('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** The next problems that are sent of a document and fulfil a condition. */
  async diagnostics(uri: string, isMeant: (found: Diagnostic[]) => boolean = () => true): Promise<Diagnostic[]> {
    for (;;) {
      const sent = this.sent.get(uri);
      this.sent.delete(uri);
      if (sent && isMeant(sent.diagnostics)) return sent.diagnostics;
      await this.event();
    }
  }

  /** Waits until the server has sent something. */
  event(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  stop(): void {
    this.connection.dispose();
  }

  private listen(): void {
    const { connection } = this;
    const happened = (): void => this.waiting.splice(0).forEach((resolve) => resolve());
    connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      this.applied.push(params);
      return { applied: true };
    });
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.sent.set(params.uri, params);
      happened();
    });
    connection.onNotification(
      'window/logMessage',
      ({ message }: { message: string }) => void this.logged.push(message),
    );
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      this.registered.push(...registrations.map(({ method }) => method));
      happened();
      return null;
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onNotification('$/progress', ({ value }: { value: unknown }) => {
      this.progress.push(value);
      happened();
    });
    for (const method of ['workspace/codeLens/refresh', 'workspace/diagnostic/refresh', 'workspace/inlayHint/refresh'])
      connection.onRequest(method, () => {
        this.refreshed.push(method);
        happened();
        return null;
      });
    connection.listen();
  }
}

/** A text without its `|`, and where that stood. */
export function at(marked: string): { text: string; position: { line: number; character: number } } {
  const [before = '', after = ''] = marked.split('|', 2);
  const lines = before.split('\n');
  return { text: before + after, position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
}
