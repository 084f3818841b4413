import assert from 'node:assert/strict';
import { serversFor, type ServerPlace } from '../../../../src/extension/agents/mcp-servers';

const folder = (name: string, scheme = 'file') => ({ name, scheme, fsPath: `/w/${name}` });
const place = (more: Partial<ServerPlace> = {}): ServerPlace => ({
  ...{
    folders: [folder('router')],
    script: '/ext/dist/mcp/server.js',
    node: '/code',
    language: 'en',
    version: '1.2.3',
  },
  ...more,
});

describe('the servers for agents that VS Code is told of', () => {
  it('are the packed one, run by the program that runs the extensions, with a folder as its root', () => {
    assert.deepEqual(serversFor(place()), [
      {
        label: 'PSIRT Maturity',
        command: '/code',
        args: ['/ext/dist/mcp/server.js', '--root', '/w/router', '--lang', 'en'],
        env: { ELECTRON_RUN_AS_NODE: '1' },
        version: '1.2.3',
      },
    ]);
  });

  it('are one for each folder that is on this computer, named by it', () => {
    const folders = [folder('router'), folder('cloud', 'vscode-vfs'), folder('--read-only; rm -rf')];
    assert.deepEqual(
      serversFor(place({ folders })).map(({ label, args }) => [label, args[2]]),
      [
        ['PSIRT Maturity: router', '/w/router'],
        ['PSIRT Maturity: --read-only; rm -rf', '/w/--read-only; rm -rf'],
      ],
    );
  });

  it('are none in a browser, which has no Node', () => {
    assert.deepEqual(serversFor(place({ node: undefined })), []);
  });
});
