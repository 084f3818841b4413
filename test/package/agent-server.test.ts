import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const cli = resolve('dist', 'cli.js');

describe('the packaged server for agents', () => {
  let root: string;
  before(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'psirt-mcp-')));
    writeFileSync(join(root, 'a.psirt.yaml'), 'sheet: psirt-maturity@1.0\nservices:\n  "1.1": 2 # kept\n');
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
      'sheet: psirt-maturity@1.0\nservices:\n  "1.1": 3 # kept\n',
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

  it('says what it needs', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [cli, 'mcp', ...args], { encoding: 'utf8', input: '' });
    assert.match(run('--lang', 'en').stderr, /--stdio/);
    assert.match(run('--stdio', '--root', join(root, 'none'), '--lang', 'en').stderr, /is not a folder/);
    assert.equal(run('--stdio', '--root', root).status, 0);
  });
});
