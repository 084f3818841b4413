import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { serversFor } from '../../src/extension/agents/mcp-servers';
import { unzip } from '../support/zip';
import { yaml } from '../support/yaml';

const cli = resolve('dist', 'cli.js');

describe('the packaged server for agents', () => {
  let root: string;
  before(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'psirt-mcp-')));
    writeFileSync(
      join(root, 'a.psirt.yaml'),
      yaml`
        sheet: psirt-maturity@1.0
        services:
          "1.1": 2 # kept
      `,
    );
  });
  after(() => rmSync(root, { recursive: true }));

  const connect = async (...options: string[]): Promise<Client> => {
    const client = new Client({ name: 'test', version: '1' });
    const args = [cli, 'mcp', '--stdio', '--root', root, ...options];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: tmpdir() }));
    return client;
  };

  it('serves a client over standard input and output, and changes a file by its plan', async () => {
    const client = await connect();
    const input = { path: 'a.psirt.yaml', service: '1.1', score: 3 };
    const plan = await client.callTool({ name: 'plan_edit', arguments: input });
    const { digest } = plan.structuredContent as { digest: string };
    await client.callTool({ name: 'apply_edit', arguments: { digest } });
    assert.equal(
      readFileSync(join(root, 'a.psirt.yaml'), 'utf8'),
      yaml`
        sheet: psirt-maturity@1.0
        services:
          "1.1": 3 # kept
      `,
    );
    await client.close();
  });

  it('has no tool that writes where it is told so, and speaks the language it is told', async () => {
    const client = await connect('--read-only', '--lang', 'ja');
    const { tools } = await client.listTools();
    assert.ok(tools.every(({ annotations }) => annotations?.readOnlyHint === true));
    assert.match(tools[0]?.description ?? '', /[ぁ-ん]/);
    await client.close();
  });

  it('is in the extension, too: what VS Code is told to start serves a client, git included', async () => {
    const extension = realpathSync(mkdtempSync(join(tmpdir(), 'psirt-vsix-')));
    for (const [name, bytes] of unzip(readFileSync(join('dist', 'psirt-maturity.vsix')))) {
      if (!name.startsWith('extension/dist/')) continue;
      mkdirSync(dirname(join(extension, name)), { recursive: true });
      writeFileSync(join(extension, name), bytes);
    }
    const [start] = serversFor({
      folders: [{ name: 'w', scheme: 'file', fsPath: root }],
      script: join(extension, 'extension', 'dist', 'mcp', 'server.js'),
      node: process.execPath,
      language: 'ja',
      version: '1',
    });
    assert.ok(start);
    const { command, args, env } = start;
    const path = { PATH: process.env.PATH ?? '' };
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StdioClientTransport({ command, args, env: { ...path, ...env }, cwd: tmpdir() }));
    const { tools } = await client.listTools();
    assert.equal(tools.length, 6);
    assert.match(tools[0]?.description ?? '', /[ぁ-ん]/);
    const read = await client.callTool({ name: 'read_assessment', arguments: {} });
    assert.deepEqual(read.structuredContent, { assessments: ['a.psirt.yaml'] });
    // There is no repository: git's own part of the server was reached, and says so in words.
    const compared = { name: 'compare', arguments: { revision: 'HEAD', after: 'a.psirt.yaml' } };
    const { isError, content } = await client.callTool(compared);
    assert.ok(isError);
    assert.match(JSON.stringify(content), /リポジトリ/);
    await client.close();
    rmSync(extension, { recursive: true });
  });

  it('says what it needs', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [cli, 'mcp', ...args], { encoding: 'utf8', input: '' });
    assert.match(run('--lang', 'en').stderr, /--stdio/);
    assert.match(run('--stdio', '--root', join(root, 'none'), '--lang', 'en').stderr, /is not a folder/);
    assert.equal(run('--stdio', '--root', root).status, 0);
  });
});
