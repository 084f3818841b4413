import assert from 'node:assert/strict';
import type { CodeAction, CodeLens } from 'vscode-languageserver';
import { Client, modern } from '../../support/language-client';
import { yaml } from '../../support/yaml';

const uri = 'file:///w/router.psirt.yaml';
const head = 'sheet: psirt-maturity@1.0\nservices:\n';
const text = yaml`
  ${head}<<<<<<< HEAD
    "1.1": 2
  =======
    "1.1": 3
  >>>>>>> feature
`;
const range = { start: { line: 3, character: 4 }, end: { line: 3, character: 4 } };

describe('a file with a merge conflict in the language server', () => {
  let client: Client | undefined;
  const start = async (...args: Parameters<typeof Client.start>): Promise<Client> =>
    (client = await Client.start(...args));
  afterEach(() => client?.stop());

  it('has lenses that take a side, where the client lets a server make edits', async () => {
    const capabilities = { ...modern, workspace: { ...modern.workspace, applyEdit: true } };
    const client = await start({ capabilities });
    const { applied } = client;
    await client.open(uri, text);
    const lenses = await client.about<CodeLens[]>('codeLens', uri);
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['Take ours (HEAD): "1.1": 2', 'Take theirs (feature): "1.1": 3'],
    );
    await client.ask('workspace/executeCommand', lenses[1]?.command);
    const [change] = applied[0]?.edit.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.deepEqual(
      change.edits.map((edit) => 'range' in edit && [edit.range.start.line, edit.range.end.line]),
      [
        [2, 5],
        [6, 7],
      ],
    );
    const late = { ...lenses[1]?.command, arguments: [uri, 7, 0, 'theirs'] };
    await client.ask('workspace/executeCommand', late);
    assert.equal(applied.length, 1, 'a lens of another version does nothing');
  });

  it('offers both sides as fixes at any of its lines', async () => {
    const client = await start();
    await client.open(uri, text);
    const context = { diagnostics: [], triggerKind: 1, only: ['quickfix'] };
    const actions = await client.about<CodeAction[]>('codeAction', uri, { range, context });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Take ours (HEAD): "1.1": 2', 'Take theirs (feature): "1.1": 3'],
    );
  });
});
