import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, type DocumentLink } from 'vscode-languageserver/node';
import type { Host } from '../../../src/lsp/host';
import { nodeHost } from '../../../src/lsp/node';
import { allScored } from '../../support/session';
import { hostOf, pulling } from '../../support/language-client';
import { cites, clientPerTest, codes, head, uri } from '../../support/router-client';
import { yaml } from '../../support/yaml';

const start = clientPerTest();

describe('hostile input of a client', () => {
  it('is an address of nothing, or of another system: the text is judged, no file is looked for', async () => {
    const client = await start();
    for (const address of [
      'untitled:Untitled-1',
      'https://example.com/a.psirt.yaml',
      'file://server/share/a.psirt.yaml',
    ]) {
      await client.open(address, cites('none.md'));
      assert.ok(!codes(await client.diagnostics(address)).includes('missing-evidence'), address);
      await client.about('hover', address, { position: { line: 4, character: 4 } });
    }
    for (const address of ['', 'nothing', '::', 'file:///%zz.psirt.yaml', '\u0000'])
      assert.equal(await client.about('hover', address, { position: { line: 0, character: 0 } }), null, address);
    const given = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
    for (const data of [{ from: 'file:///w/a.psirt.yaml', link: '../../etc/passwd' }, { from: 5, link: 6 }, null])
      assert.equal((await client.ask<DocumentLink>('documentLink/resolve', { ...given, data })).target, undefined);
    assert.equal(await client.ask('workspace/willRenameFiles', { files: [{ oldUri: '::', newUri: 'x' }] }), null);
    await assert.rejects(client.ask('codeAction/resolve', { title: 'x', data: { list: -1, index: '__proto__' } }));
    await assert.rejects(client.ask('workspace/executeCommand', { command: 'rm' }), { code: -32601 });
  });

  it('is a document of megabytes, or of the wrong shape: the next one is served as ever', async () => {
    const client = await start();
    await client.open(uri, `${head}note: ${'x'.repeat(3_000_000)}\n`);
    assert.ok((await client.diagnostics(uri)).length > 0);
    await client.tell('textDocument/didOpen', { textDocument: null });
    await client.tell('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 5 }] });
    await assert.rejects(client.ask('textDocument/hover', null));
    const other = 'file:///w/other.psirt.yaml';
    await client.open(other, `${head}services:\n  "1.1": 2\n`);
    assert.ok(codes(await client.diagnostics(other)).includes('below-target'));
  });

  it('is about a text that is gone: the answer says so', async () => {
    const host = hostOf(new Map());
    let isReady = (): void => undefined;
    const ready = new Promise<void>((resolve) => (isReady = resolve));
    const client = await start({ host: { ...host, words: (language) => ready.then(() => host.words(language)) } });
    await client.open(uri, `${head}services:\n  "1.1": 2\n`);
    const asked = client.about('hover', uri, { position: { line: 4, character: 4 } });
    const contentChanges = [{ text: head }];
    await client.tell('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
    // Messages are read in their order: by the answer to this one, the change was.
    await client.ask('workspace/willRenameFiles', { files: [] }).catch(() => undefined);
    isReady();
    await assert.rejects(asked, { code: -32801 });
  });
});

describe('a question that is taken back', () => {
  it('ends in the middle of the work', async () => {
    const source = new CancellationTokenSource();
    const places = Array.from({ length: 40 }, (_, index): [string, string] => [`/w/${index}.psirt.yaml`, allScored(2)]);
    const host = hostOf(new Map(places));
    let read = 0;
    const watching: Host = {
      ...host,
      filesIn: (folder) => {
        const files = host.filesIn(folder);
        const textOf = async (place: string) => {
          if (++read === 3) source.cancel();
          // The word of it comes in between.
          await new Promise((resolve) => setTimeout(resolve));
          return files?.textOf(place) ?? '';
        };
        return files && { ...files, textOf };
      },
    };
    const client = await start({
      host: watching,
      capabilities: pulling,
      settings: { problems: { scope: 'workspace' } },
    });
    const asked = client.ask('workspace/diagnostic', { previousResultIds: [] }, source.token);
    await assert.rejects(asked, { code: -32800 });
    assert.ok(read < places.length);
  });
});

describe('the files of this computer', () => {
  it('are read below the folder alone, whichever link leads out of it', async () => {
    const outside = realpathSync(mkdtempSync(join(tmpdir(), 'psirt-lsp-')));
    const folder = join(outside, 'work');
    mkdirSync(folder);
    writeFileSync(
      join(outside, 'secret.md'),
      yaml`
        # Key

        hunter2
      `,
    );
    symlinkSync(join(outside, 'secret.md'), join(folder, 'link.md'));
    symlinkSync(outside, join(folder, 'up'));
    writeFileSync(join(folder, 'own.md'), '# Own\n');
    try {
      const client = await start({ host: nodeHost('en'), folders: [pathToFileURL(folder).pathname] });
      const document = pathToFileURL(join(folder, 'a.psirt.yaml')).href;
      const links = ['link.md#key', 'up/secret.md', '../secret.md', 'own.md#own'];
      const evidence = links.map((link) => `      - ${link}\n`).join('');
      await client.open(
        document,
        yaml`
          ${head}services:
            "1.1":
              score: 3
              evidence:
          ${evidence}`,
      );
      const missing = (await client.diagnostics(document)).filter(({ code }) => code === 'evidence-not-found');
      assert.deepEqual(
        missing.map(({ range }) => range.start.line),
        [7, 8, 9],
      );
      for (const line of [7, 8, 9]) {
        const hover = JSON.stringify(await client.about('hover', document, { position: { line, character: 10 } }));
        assert.doesNotMatch(hover, /hunter2/);
      }
    } finally {
      rmSync(outside, { recursive: true });
    }
  });
});
