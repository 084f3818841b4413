import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

const own = [process.execPath, resolve('dist', 'cli.js'), 'lsp', '--stdio'];
const yaml = [
  process.execPath,
  resolve('node_modules', 'yaml-language-server', 'bin', 'yaml-language-server'),
  '--stdio',
];

const text = `sheet: psirt-maturity@1.0
subject: Router
assessed: 2026-11-20
services:
  "1.1":
    score: 2
    evidence:
      - docs/charter.md#roles
  1.2: 9
`;

/** A folder with an assessment and the document it cites. */
function folderOf(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'psirt-lsp-')));
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'docs', 'charter.md'), '# Roles\n');
  writeFileSync(join(folder, 'router.psirt.yaml'), text);
  return folder;
}

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

const hasEglot = spawnSync('emacs', ['--batch', '--eval', "(require 'eglot)"]).status === 0;

describe(`Emacs with Eglot${hasEglot ? '' : ' (left out: not installed)'}`, () => {
  /** What the recipe of the documentation comes to. */
  const script = `
    (require 'eglot)
    (define-derived-mode psirt-yaml-mode text-mode "PSIRT")
    (add-to-list 'auto-mode-alist '("\\\\.psirt\\\\.ya?ml\\\\'" . psirt-yaml-mode))
    (add-to-list 'eglot-server-programs (cons 'psirt-yaml-mode (append (json-parse-string (getenv "OWN")) nil)))
    (setq eglot-sync-connect 30)
    (find-file "router.psirt.yaml")
    (apply #'eglot--connect (eglot--guess-contact))
    (with-timeout (30) (while (null (flymake-diagnostics)) (accept-process-output nil 0.05)))
    (goto-char (point-min))
    (search-forward "\\"1.1")
    (let* ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams)))
           (problems (mapconcat #'flymake-diagnostic-text (flymake-diagnostics) "\\n"))
           (answers (format "%s\\n%s\\n%s" major-mode problems (plist-get (plist-get hover :contents) :value))))
      (write-region answers nil "answers.txt"))
    (eglot-shutdown (eglot-current-server))
  `;

  it('shows problems and explains a service', function () {
    if (!hasEglot) return this.skip();
    const folder = folderOf();
    try {
      writeFileSync(join(folder, 'client.el'), script);
      mkdirSync(join(folder, '.git'));
      const env = { ...process.env, OWN: JSON.stringify(own), HOME: folder, LC_ALL: 'C.UTF-8' };
      const args = ['--batch', '-l', 'client.el'];
      const { stderr } = spawnSync('emacs', args, { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
      const answers = readFileSync(join(folder, 'answers.txt'), 'utf8');
      assert.match(answers, /^psirt-yaml-mode$/m, stderr);
      assert.match(answers, /unquoted-service/);
      assert.match(answers, /Internal stakeholders/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;

describe(`Neovim${hasNeovim ? '' : ' (left out: nvim is not installed)'}`, () => {
  /** What the recipe of the documentation comes to; `vim.lsp.start` is there from 0.8 on. */
  const script = `
    vim.filetype.add({ pattern = { ['.*%.psirt%.ya?ml'] = 'psirt-yaml' } })
    local function start(config)
      if vim.lsp.start then return vim.lsp.start(config) end
      vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
    end
    vim.api.nvim_create_autocmd('FileType', { pattern = 'psirt-yaml', callback = function()
      start({ name = 'psirt-maturity', cmd = vim.json.decode(vim.env.OWN), root_dir = vim.fn.getcwd() })
    end })
    vim.api.nvim_create_autocmd('FileType', { pattern = 'yaml', callback = function()
      start({ name = 'yamlls', cmd = vim.json.decode(vim.env.YAML), root_dir = vim.fn.getcwd() })
    end })
    vim.cmd('edit router.psirt.yaml')
    vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
    local function ask(method, more)
      local params = vim.tbl_extend('force', { textDocument = vim.lsp.util.make_text_document_params() }, more)
      local answers = {}
      for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do
        if answer.result and answer.result ~= vim.NIL then table.insert(answers, answer.result) end
      end
      return answers
    end
    local codes = vim.tbl_map(function(one) return one.code end, vim.diagnostic.get(0))
    local hovers = ask('textDocument/hover', { position = { line = 4, character = 4 } })
    local all = { start = { line = 8, character = 2 }, ['end'] = { line = 8, character = 5 } }
    local only = { 'source.fixAll.psirt' }
    local actions = ask('textDocument/codeAction', { range = all, context = { diagnostics = {}, only = only } })[1]
    local client = vim.lsp.get_client_by_id(next(vim.lsp.buf_get_clients(0)))
    local edit = actions[1].edit or client.request_sync('codeAction/resolve', actions[1], 20000, 0).result.edit
    vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
    local lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
    vim.fn.writefile({ vim.json.encode({ filetype = vim.bo.filetype, codes = codes, hovers = hovers, lines = lines }) }, 'answers.json')
    vim.cmd('qall!')
  `;

  it('shows problems and one hover, and makes a quick fix', function () {
    if (!hasNeovim) return this.skip();
    const folder = folderOf();
    try {
      writeFileSync(join(folder, 'client.lua'), script);
      const env = {
        ...process.env,
        OWN: JSON.stringify(own),
        YAML: JSON.stringify(yaml),
        HOME: folder,
        LC_ALL: 'C.UTF-8',
      };
      // Before 0.8 file types are found by Lua where that is asked for alone.
      const args = ['--headless', '--clean', '--cmd', 'let g:do_filetype_lua = 1', '-c', 'luafile client.lua'];
      const { stderr } = spawnSync('nvim', args, { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
      const answers = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as {
        filetype: string;
        codes: string[];
        hovers: { contents: { value: string } }[];
        lines: string[];
      };
      assert.equal(answers.filetype, 'psirt-yaml', stderr);
      assert.ok(answers.codes.includes('unquoted-service'));
      assert.equal(answers.hovers.length, 1);
      assert.match(answers.hovers[0]?.contents.value ?? '', /Internal stakeholders/);
      assert.equal(answers.lines[8], '  "1.2": 9');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
