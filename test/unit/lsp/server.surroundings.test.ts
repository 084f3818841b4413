import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, Diagnostic, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { allScored, highTargets } from '../../support/session';
import { at, modern, pulling } from '../../support/language-client';
import { cites, clientPerTest, codes, head, uri } from '../../support/router-client';
import { yaml } from '../../support/yaml';

const start = clientPerTest();

describe('the settings of a client', () => {
  const text = `${head}services:\n  "1.1": 2\n`;

  it('decide the language, else its locale does', async () => {
    for (const [settings, locale, message] of [
      [{}, 'ja-JP', /[ぁ-ん]/],
      [{ language: 'en' }, 'ja', /target/],
      [{ language: 'ja' }, 'en', /[ぁ-ん]/],
      [{ language: 7 }, 'de', /target/],
    ] as const) {
      const client = await start({ settings, locale });
      await client.open(uri, text);
      const [first] = await client.diagnostics(uri);
      assert.match(String(first?.message), message, JSON.stringify({ settings, locale }));
      client.stop();
    }
  });

  it('switch rules off, at once when they change', async () => {
    const client = await start({ settings: { rules: { 'below-target': 'error', nonsense: 'off' } } });
    await client.open(uri, text);
    const found = await client.diagnostics(uri);
    assert.equal(found.find(({ code }) => code === 'below-target')?.severity, 1);
    client.settings = { rules: { 'below-target': 'off' } };
    await client.tell('workspace/didChangeConfiguration', { settings: null });
    await client.diagnostics(uri, (changed) => !codes(changed).includes('below-target'));
    assert.ok(client.registered.includes('workspace/didChangeConfiguration'));
  });

  it('come with the start for clients that are not to be asked, and with each change', async () => {
    const initializationOptions = { psirtMaturity: { rules: { 'below-target': 'off' } } };
    const client = await start({ capabilities: {}, initializationOptions });
    await client.open(uri, text);
    assert.ok(!codes(await client.diagnostics(uri)).includes('below-target'));
    await client.tell('workspace/didChangeConfiguration', { settings: { psirtMaturity: {} } });
    await client.diagnostics(uri, (found) => codes(found).includes('below-target'));
  });

  it('leave to a YAML server with our schema what it shows of a document of its language', async () => {
    const client = await start({ settings: { besideYamlServer: true } });
    const broken = yaml`
      ${head}services:
        "1.1": 9
        "1.2": 2
    `;
    await client.open(uri, broken, 'yaml');
    const found = codes(await client.diagnostics(uri));
    assert.ok(found.includes('below-target') && !found.includes('invalid-value'));
    const place = { position: { line: 4, character: 4 } };
    assert.equal(await client.about('hover', uri, place), null);
    assert.ok((await client.about<CodeLens[]>('codeLens', uri)).length > 0);
    const own = 'file:///w/other.psirt.yaml';
    await client.open(own, broken);
    assert.ok(codes(await client.diagnostics(own)).includes('invalid-value'));
    assert.notEqual(await client.about('hover', own, place), null);
  });
});

describe('positions', () => {
  it('are counted in bytes for a client that likes UTF-8 best', async () => {
    const capabilities = { ...modern, general: { positionEncodings: ['utf-8', 'utf-16'] } };
    const client = await start({ capabilities });
    assert.equal(client.result?.capabilities.positionEncoding, 'utf-8');
    // A flow map, so that something stands behind characters of several bytes.
    await client.open(uri, `${head}services: { "1.1": { note: "機器🙂", score: 2 } }\n`);
    const found = await client.diagnostics(uri);
    const below = found.find(({ code }) => code === 'below-target');
    const before = Buffer.byteLength('services: { "1.1": { note: "機器🙂", score: ');
    assert.equal(below?.range.start.character, before);
    const hover = (character: number) => client.about('hover', uri, { position: { line: 3, character } });
    assert.match(JSON.stringify(await hover(before)), /Level 2/);
    const range = { start: { line: 3, character: before }, end: { line: 3, character: before + 1 } };
    const contentChanges = [{ range, text: '3' }];
    await client.tell('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
    await client.diagnostics(uri, (changed) => !codes(changed).includes('below-target'));
  });

  it('are counted in UTF-16 units for all others', async () => {
    const client = await start();
    assert.equal(client.result?.capabilities.positionEncoding, 'utf-16');
    await client.open(uri, `${head}services: { "1.1": { note: "機器🙂", score: 2 } }\n`);
    const below = (await client.diagnostics(uri)).find(({ code }) => code === 'below-target');
    assert.equal(below?.range.start.character, 'services: { "1.1": { note: "機器🙂", score: '.length);
  });

  it('outside of the text are those of its nearest end', async () => {
    const client = await start();
    const { text } = at(yaml`
      ${head}services:
        "1.1": 2
      |`);
    await client.open(uri, text);
    for (const [line, character] of [
      [999_999, 0],
      [4, 999_999],
      [0, 2_147_483_647],
    ])
      await client.about('hover', uri, { position: { line, character } });
    const huge = { start: { line: 900, character: 9 }, end: { line: 901, character: 9 } };
    const contentChanges = [{ range: huge, text: '  "1.2": 1\n' }];
    await client.tell('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
    await client.diagnostics(uri, (found) => found.some(({ range }) => range.start.line === 5));
  });
});

describe('a client that asks for problems', () => {
  it('is sent none, is told what is the same as before, and is asked to ask again', async () => {
    const workspace = { ...modern.workspace, diagnostics: { refreshSupport: true } };
    const client = await start({ capabilities: { ...pulling, workspace } });
    await client.open(uri, cites('docs/charter.md'));
    interface Report {
      kind: string;
      resultId: string;
      items: Diagnostic[];
    }
    const ask = (previousResultId?: string) => client.about<Report>('diagnostic', uri, { previousResultId });
    const first = await ask();
    assert.ok(codes(first.items).includes('evidence-not-found'));
    assert.deepEqual(await ask(first.resultId), { kind: 'unchanged', resultId: first.resultId });
    client.files.set('/w/docs/charter.md', '# Charter\n');
    const changes = [{ uri: 'file:///w/docs/charter.md', type: 1 }];
    await client.tell('workspace/didChangeWatchedFiles', { changes });
    while (!client.refreshed.includes('workspace/diagnostic/refresh')) await client.event();
    assert.ok(!codes((await ask(first.resultId)).items).includes('evidence-not-found'));
  });

  it('is given those of all files where its settings say so, with progress', async () => {
    const files = {
      '/w/a.psirt.yaml': allScored(2, highTargets),
      '/w/b/b.psirt.yaml': cites('none.md'),
      '/w/x.yaml': '',
    };
    const client = await start({ files, capabilities: pulling, settings: { problems: { scope: 'workspace' } } });
    const ask = (previousResultIds: object[] = []) =>
      client.ask<{ items: { uri: string; kind: string; resultId: string; version: number | null }[] }>(
        'workspace/diagnostic',
        { previousResultIds, workDoneToken: 'scan' },
      );
    const { items } = await ask();
    assert.deepEqual(
      items.map(({ uri, kind, version }) => [uri, kind, version]),
      [
        ['file:///w/a.psirt.yaml', 'full', null],
        ['file:///w/b/b.psirt.yaml', 'full', null],
      ],
    );
    const kinds = client.progress.map((value) => (value as { kind: string }).kind);
    assert.deepEqual([kinds[0], kinds.at(-1)], ['begin', 'end']);
    const again = await ask(items.map(({ uri, resultId }) => ({ uri, value: resultId })));
    assert.deepEqual(
      again.items.map(({ kind }) => kind),
      ['unchanged', 'unchanged'],
    );
    client.settings = {};
    await client.tell('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await ask(), { items: [] });
  });
});

describe('files around a document', () => {
  it('are watched: a problem goes when the document that is cited comes', async () => {
    const client = await start();
    await client.open(uri, cites('docs/charter.md#roles'));
    await client.diagnostics(uri, (found) => codes(found).includes('evidence-not-found'));
    client.files.set('/w/docs/charter.md', '# Roles\n');
    await client.tell('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///w/docs/charter.md', type: 1 }],
    });
    await client.diagnostics(uri, (found) => !codes(found).includes('evidence-not-found'));
    while (!client.registered.includes('workspace/didChangeWatchedFiles')) await client.event();
  });

  it('are compared with their digests: a fix records that of a changed file, and hovers say how it stands', async () => {
    const client = await start();
    client.files.set('/w/docs/audit.txt', 'a\r\n');
    const digest = '87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7';
    await client.open(uri, cites(`{ link: docs/audit.txt, sha256: ${digest.toUpperCase()} }`));
    assert.ok(!codes(await client.diagnostics(uri)).includes('evidence-changed'));
    const place = { position: { line: 7, character: 50 } };
    const said = async () => JSON.stringify(await client.about('hover', uri, place));
    assert.match(await said(), /87428fc52280…`: the file is as it was/);
    client.files.set('/w/docs/audit.txt', 'b\n');
    await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///w/docs/audit.txt', type: 2 }] });
    const found = await client.diagnostics(uri, (now) => codes(now).includes('evidence-changed'));
    assert.match(await said(), /87428fc52280…`: the file has \*\*changed/);
    const [problem] = found.filter(({ code }) => code === 'evidence-changed');
    const actions = await client.about<CodeAction[]>('codeAction', uri, {
      range: problem?.range,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    assert.ok(actions.some(({ title }) => title === 'Record the digest anew: it still supports the score'));
  });

  it('that nobody has open have their problems shown where the settings say so, with progress, until they go', async () => {
    const files = { '/w/a.psirt.yaml': cites('none.md') };
    const client = await start({ files, settings: { problems: { scope: 'workspace' } } });
    const closed = 'file:///w/a.psirt.yaml';
    await client.diagnostics(closed, (found) => codes(found).includes('evidence-not-found'));
    while (!client.progress.some((value) => (value as { kind: string }).kind === 'end')) await client.event();
    client.files.delete('/w/a.psirt.yaml');
    await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: closed, type: 3 }] });
    await client.diagnostics(closed, (found) => found.length === 0);
  });

  it('belong to the folder of the workspace that the document is in, of several that come and go', async () => {
    const files = { '/w/a/docs/x.md': '', '/w/b/docs/y.md': '' };
    const client = await start({ files, folders: ['/w/a', '/w/b'] });
    const found = async (document: string, link: string) => {
      await client.open(document, cites(link));
      return !codes(await client.diagnostics(document)).includes('evidence-not-found');
    };
    assert.equal(await found('file:///w/a/one.psirt.yaml', '/docs/x.md'), true);
    assert.equal(await found('file:///w/a/two.psirt.yaml', '/docs/y.md'), false);
    assert.equal(await found('file:///w/b/c/three.psirt.yaml', '/docs/y.md'), true);
    const event = { added: [{ uri: 'file:///w', name: 'w' }], removed: [{ uri: 'file:///w/a', name: 'a' }] };
    await client.tell('workspace/didChangeWorkspaceFolders', { event });
    assert.equal(await found('file:///w/a/four.psirt.yaml', '/b/docs/y.md'), true);
  });

  it('may hold the organisation’s own wording, which counts as soon as it is there', async () => {
    const client = await start();
    await client.open(uri, `${head}services:\n  "1.1": 2\n`);
    const hover = () => client.about('hover', uri, { position: { line: 4, character: 4 } });
    assert.match(JSON.stringify(await hover()), /Internal stakeholders/);
    client.files.set(
      '/w/sheet.psirt-wording.yaml',
      yaml`
        language: en
        services:
          "1.1": { title: Our own people }
      `,
    );
    assert.match(JSON.stringify(await hover()), /Our own people/);
  });
});

describe('files that are renamed', () => {
  const files = { '/w/docs/charter.md': '# Roles\n', '/w/a.psirt.yaml': cites('docs/charter.md#roles') };
  const rename = { files: [{ oldUri: 'file:///w/docs', newUri: 'file:///w/papers' }] };
  const textsOf = (edit: WorkspaceEdit | null): unknown =>
    edit?.documentChanges?.map((change) => {
      const { textDocument, edits } = change as TextDocumentEdit;
      return [textDocument.uri, textDocument.version, edits.map((one) => ('newText' in one ? one.newText : ''))];
    });

  it('stay cited, by assessments that are open and by those that are not', async () => {
    const client = await start({ files });
    await client.open(uri, cites('./docs/charter.md'));
    assert.deepEqual(textsOf(await client.ask('workspace/willRenameFiles', rename)), [
      [uri, 1, ['./papers/charter.md']],
      ['file:///w/a.psirt.yaml', null, ['papers/charter.md']],
    ]);
    client.settings = { updateCitationsOnFileMove: 'never' };
    await client.tell('workspace/didChangeConfiguration', { settings: null });
    assert.equal(await client.ask('workspace/willRenameFiles', rename), null);
  });

  it('are asked about first where the client can, and not where the settings say always', async () => {
    const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
    const capabilities = { ...modern, workspace: { ...modern.workspace, workspaceEdit } };
    const client = await start({ files, capabilities });
    const asked = await client.ask<WorkspaceEdit>('workspace/willRenameFiles', rename);
    assert.equal(Object.values(asked.changeAnnotations ?? {})[0]?.needsConfirmation, true);
    client.settings = { updateCitationsOnFileMove: 'always' };
    await client.tell('workspace/didChangeConfiguration', { settings: null });
    const always = await client.ask<WorkspaceEdit>('workspace/willRenameFiles', rename);
    assert.equal(always.changeAnnotations, undefined);
    assert.deepEqual(textsOf(always), [['file:///w/a.psirt.yaml', null, ['papers/charter.md']]]);
  });
});
