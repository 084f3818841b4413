import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  createProtocolConnection,
  PortMessageReader,
  PortMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { folderOf, own, text, yaml } from './router-folder';

interface Server {
  readonly connection: ProtocolConnection;
  readonly ended: Promise<number | null>;
  readonly uri: string;
  problems(): Promise<Diagnostic[]>;
}

/** Starts a server on a folder and opens its assessment, as an editor does. */
async function serve([command = '', ...args]: string[], folder: string, settings: object = {}): Promise<Server> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const reader = new StreamMessageReader(child.stdout);
  const connection = createProtocolConnection(reader, new StreamMessageWriter(child.stdin));
  const uri = pathToFileURL(join(folder, 'router.psirt.yaml')).href;
  let found: (diagnostics: Diagnostic[]) => void;
  const first = new Promise<Diagnostic[]>((done) => (found = done));
  connection.onNotification('textDocument/publishDiagnostics', (sent: { diagnostics: Diagnostic[] }) =>
    found(sent.diagnostics),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) => (settings as Record<string, unknown>)[section] ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  const capabilities = { workspace: { configuration: true }, textDocument: { hover: { contentFormat: ['markdown'] } } };
  await connection.sendRequest<InitializeResult>('initialize', {
    ...{ processId: process.pid, rootUri, capabilities, locale: 'en' },
    workspaceFolders: [{ uri: rootUri, name: 'work' }],
  });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri, languageId: 'yaml', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  return { connection, ended, uri, problems: () => first };
}

async function stop({ connection, ended }: Server): Promise<number | null> {
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return ended;
}

describe('the packaged language server', () => {
  let folder: string;
  before(() => (folder = folderOf()));
  after(() => rmSync(folder, { recursive: true }));

  it('serves a client over standard input and output from hello to goodbye', async () => {
    const server = await serve(own, folder);
    const { connection, uri } = server;
    const codes = (await server.problems()).map(({ code }) => code);
    assert.ok(codes.includes('invalid-value') && codes.includes('unquoted-service'), String(codes));
    const about = <T>(method: string, params: object = {}): Promise<T> =>
      connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...params });
    const position = { line: 4, character: 4 };
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    assert.match(JSON.stringify(await about('hover', { position })), /Internal stakeholders/);
    for (const [method, params] of [
      ['completion', { position: { line: 8, character: 2 } }],
      ['codeAction', { range, context: { diagnostics: [] } }],
      ['documentLink', {}],
      ['documentSymbol', {}],
      ['foldingRange', {}],
      ['selectionRange', { positions: [position] }],
      ['codeLens', {}],
      ['inlayHint', { range }],
    ] as const)
      assert.ok((await about<unknown[]>(method, params)).length > 0, method);
    const files = [{ oldUri: uri.replace('router.psirt.yaml', 'docs'), newUri: uri.replace('router.psirt.yaml', 'x') }];
    assert.match(
      JSON.stringify(await connection.sendRequest('workspace/willRenameFiles', { files })),
      /x\/charter\.md/,
    );
    assert.equal(await stop(server), 0);
  });

  it('outlives messages that are none, and ends with its input', async () => {
    const framed = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    const params = { processId: null, rootUri: null, capabilities: {} };
    const hello = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    const hostile = ['{no json', '[1, 2]', 'null', '"text"', '{"jsonrpc":"2.0","id":7}', '{"id":{},"method":[]}'];
    const early = '{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{}}';
    const child = spawn(own[0] ?? '', own.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((done) => child.on('close', done));
    let said = '';
    const isAnswered = new Promise<void>((done) =>
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('"id":1,')) done();
      }),
    );
    child.stdin.write([...hostile, early, hello].map(framed).join(''));
    await isAnswered;
    assert.match(said, /"id":2,"error":\{"code":-32002/);
    assert.match(said, /"id":1,"result":\{"capabilities"/);
    child.stdin.end();
    // Without `shutdown`, as the protocol has it.
    assert.equal(await ended, 1);
    const unframed = spawnSync(own[0] ?? '', own.slice(1), { input: `Nonsense: 1\r\n\r\n${hello}`, encoding: 'utf8' });
    assert.deepEqual([unframed.stdout, unframed.status], ['', 1]);
  });

  it('shows one hover beside yaml-language-server, whether that has our schema or none', async () => {
    const position = { line: 4, character: 4 };
    const schemas = { [pathToFileURL(resolve('schemas/psirt-assessment.schema.json')).href]: '*.psirt.yaml' };
    for (const [theirs, ours] of [
      [{}, {}],
      [{ yaml: { hover: true, schemas } }, { psirtMaturity: { besideYamlServer: true } }],
    ]) {
      const servers = await Promise.all([serve(yaml, folder, theirs), serve(own, folder, ours)]);
      await Promise.all(servers.map((server) => server.problems()));
      const hovers = await Promise.all(
        servers.map(({ connection, uri }) =>
          connection.sendRequest('textDocument/hover', { textDocument: { uri }, position }),
        ),
      );
      assert.equal(hovers.filter(Boolean).length, 1, JSON.stringify(hovers).slice(0, 300));
      await Promise.all(servers.map(stop));
    }
  });
});

describe('the language server for web workers', () => {
  it('serves a client over a message port, from the file that is shipped', async () => {
    // A thread of its own stands for the web worker: both have a port that speaks in messages.
    const script = JSON.stringify(resolve('dist', 'lsp', 'worker.js'));
    const source = `globalThis.self = require('node:worker_threads').parentPort; require(${script});`;
    const worker = new Worker(source, { eval: true });
    const connection = createProtocolConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
    const shown = new Promise<Diagnostic[]>((done) =>
      connection.onNotification('textDocument/publishDiagnostics', (sent: { diagnostics: Diagnostic[] }) =>
        done(sent.diagnostics),
      ),
    );
    connection.listen();
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      ...{ processId: null, rootUri: null, locale: 'ja' },
      capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } } },
    });
    assert.ok(capabilities.completionProvider);
    await connection.sendNotification('initialized', {});
    const uri = 'memory:///router.psirt.yaml';
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'psirt-yaml', version: 1, text },
    });
    const codes = (await shown).map(({ code }) => code);
    assert.ok(codes.includes('invalid-value') && codes.includes('unquoted-service'), String(codes));
    // It reads no files, and blames nobody for that.
    assert.ok(!codes.includes('evidence-not-found'));
    const position = { line: 4, character: 4 };
    const hover = await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
    assert.match(JSON.stringify(hover), /ステークホルダー/);
    connection.dispose();
    await worker.terminate();
  });
});
