import assert from 'node:assert/strict';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  MarkupContent,
  SelectionRange,
  SymbolInformation,
  TextDocumentEdit,
} from 'vscode-languageserver/node';
import { allScored } from '../../support/session';
import { at, Client, modern } from '../../support/language-client';
import { yaml } from '../../support/yaml';

const uri = 'file:///w/router.psirt.yaml';
const head = yaml`
  sheet: psirt-maturity@1.0
  subject: Router
  assessed: 2026-11-20
`;
const charter = yaml`
  # Charter

  ## Roles

  The head of product security leads the PSIRT.
`;

const textOf = (hover: Hover | null): string => (hover?.contents as MarkupContent | undefined)?.value ?? '';

describe('the language server', () => {
  let client: Client | undefined;
  const start = async (...args: Parameters<typeof Client.start>): Promise<Client> =>
    (client = await Client.start(...args));
  afterEach(() => client?.stop());

  it('says where a document stands as soon as it is opened, and again when it changes', async () => {
    const client = await start();
    await client.open(uri, `${head}services:\n  "1.1": 2\n`);
    const [missing] = (await client.diagnostics(uri)).filter(({ code }) => code === 'below-target');
    assert.equal(missing?.source, 'psirt-maturity');
    assert.match(missing?.codeDescription?.href ?? '', /^file:\/\/\/rules\.en\.md#L\d+$/);
    assert.deepEqual(missing?.range, { start: { line: 4, character: 9 }, end: { line: 4, character: 10 } });
    const range = { start: { line: 4, character: 9 }, end: { line: 4, character: 10 } };
    const changed = { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: '3' }] };
    await client.tell('textDocument/didChange', changed);
    const after = await client.diagnostics(uri, (found) => !found.some(({ code }) => code === 'below-target'));
    assert.ok(after.some(({ code }) => code === 'missing-evidence'));
    await client.tell('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual(await client.diagnostics(uri, (found) => found.length === 0), []);
  });

  it('has nothing to say of documents that are no assessments', async () => {
    const client = await start();
    const other = 'file:///w/compose.yaml';
    await client.open(other, `${head}services:\n  "1.1": 9\n`, 'yaml');
    const place = { position: { line: 4, character: 4 } };
    for (const [method, params] of [
      ['hover', place],
      ['completion', place],
      ['documentSymbol', {}],
      ['codeLens', {}],
      ['foldingRange', {}],
      ['documentLink', {}],
      ['selectionRange', { positions: [place.position] }],
    ] as const)
      assert.equal(await client.about(method, other, params), null, method);
    const range = { start: place.position, end: place.position };
    assert.deepEqual(await client.about('codeAction', other, { range, context: { diagnostics: [] } }), []);
    await client.open(uri, head);
    await client.diagnostics(uri);
    assert.deepEqual(await client.ask('workspace/symbol', { query: '' }), []);
  });

  it('explains a service, a score and a piece of evidence, one hover each', async () => {
    const client = await start({ files: { '/w/docs/charter.md': charter } });
    const text = yaml`
      ${head}services:
        "1.1":
          score: 2
          evidence:
            - docs/charter.md#roles
    `;
    await client.open(uri, text);
    const hover = (line: number, character: number) =>
      client.about<Hover | null>('hover', uri, { position: { line, character } });
    assert.match(textOf(await hover(4, 4)), /Internal stakeholders/);
    assert.match(textOf(await hover(5, 11)), /Level 2/);
    const cited = await hover(7, 12);
    assert.match(textOf(cited), /docs\/charter\\?\.md[^]*leads the PSIRT/);
    assert.deepEqual(cited?.range, { start: { line: 7, character: 8 }, end: { line: 7, character: 29 } });
  });

  it('completes keys, levels and files to cite, and writes placeholders for clients that know them alone', async () => {
    const client = await start({ files: { '/w/docs/charter.md': charter } });
    const marked = at(yaml`
      ${head}services:
        "1.1":
          evidence:
            - docs/|
    `);
    await client.open(uri, marked.text);
    const complete = (more: object = {}) =>
      client.about<CompletionItem[] | null>('completion', uri, { position: marked.position, ...more });
    assert.deepEqual(
      (await complete())?.map(({ label, textEdit }) => [label, textEdit?.newText]),
      [['charter.md', 'charter.md']],
    );
    const typed = (triggerCharacter: string) => ({ context: { triggerKind: 2, triggerCharacter } });
    assert.equal((await complete(typed('/')))?.length, 1);
    const other = 'file:///w/new.psirt.yaml';
    await client.open(other, '');
    const all = await client.about<CompletionItem[]>('completion', other, { position: { line: 0, character: 0 } });
    const whole = all.find(({ label }) => label === 'psirt-assessment');
    assert.equal(whole?.insertTextFormat, 2);
    assert.match(whole?.textEdit?.newText ?? '', /\$\{1:/);
  });

  it('writes no placeholder for clients that know none', async () => {
    const client = await start({ capabilities: {} });
    await client.open(uri, '');
    const all = await client.about<CompletionItem[]>('completion', uri, { position: { line: 0, character: 0 } });
    const whole = all.find(({ label }) => label === 'psirt-assessment')?.textEdit?.newText ?? '';
    assert.match(whole, /^sheet: psirt-maturity@1\.0\n/);
    assert.doesNotMatch(whole, /\$[\d{]/);
    assert.ok(all.every(({ insertTextFormat }) => insertTextFormat === 1));
  });

  it('tells what an action changes when it is chosen, and only while the text is the same', async () => {
    const client = await start();
    const text = yaml`
      ${head}services:
        1.1: 2
        1.2: 2
    `;
    await client.open(uri, text);
    const diagnostics = await client.diagnostics(uri);
    const range = { start: { line: 4, character: 3 }, end: { line: 4, character: 3 } };
    const context = { diagnostics, triggerKind: 1, only: ['quickfix'] };
    const actions = await client.about<CodeAction[]>('codeAction', uri, { range, context });
    const quote = actions.find(({ diagnostics: [about] = [] }) => about?.code === 'unquoted-service');
    assert.ok(quote?.isPreferred);
    assert.equal(quote.edit, undefined);
    const resolved = await client.ask<CodeAction>('codeAction/resolve', quote);
    const [change] = resolved.edit?.documentChanges ?? [];
    assert.deepEqual((change as TextDocumentEdit).textDocument, { uri, version: 1 });
    assert.deepEqual(
      (change as TextDocumentEdit).edits.map((edit) => ('newText' in edit ? edit.newText : '')),
      ['"1.1"', '"1.2"'],
    );
    const more = [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# \n' }];
    await client.tell('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: more });
    await assert.rejects(client.ask('codeAction/resolve', quote), { code: -32801 });
  });

  it('gives clients that can not wait the edits at once, in the form they know', async () => {
    const client = await start({ capabilities: {} });
    await client.open(uri, `${head}services:\n  1.1: 2\n`);
    const range = { start: { line: 4, character: 3 }, end: { line: 4, character: 3 } };
    const context = { diagnostics: [], only: ['source.fixAll'] };
    const [all] = await client.about<CodeAction[]>('codeAction', uri, { range, context });
    assert.equal(all?.kind, 'source.fixAll.psirt');
    assert.equal(all?.edit?.changes?.[uri]?.[0]?.newText, '"1.1"');
  });

  it('leads from evidence to its heading, to its page, and to the wording file', async () => {
    const client = await start({ files: { '/w/docs/charter.md': charter } });
    const items = ['docs/charter.md#roles', 'https://example.com/a?b=c', '../../etc/passwd', 'docs/none.md'];
    const evidence = items.map((item) => `      - ${item}\n`).join('');
    await client.open(
      uri,
      yaml`
        ${head}wording: words.psirt-wording.yaml
        services:
          "1.1":
            evidence:
        ${evidence}`,
    );
    const links = await client.about<DocumentLink[]>('documentLink', uri);
    const resolved = await Promise.all(
      links.map(async (link) => link.target ?? (await client.ask<DocumentLink>('documentLink/resolve', link)).target),
    );
    assert.deepEqual(resolved, [
      'file:///w/docs/charter.md#L3',
      'https://example.com/a?b=c',
      'file:///w/docs/none.md',
      'file:///w/words.psirt-wording.yaml',
    ]);
  });

  it('shows the structure: outline, folds, growing selections, services by name', async () => {
    const client = await start();
    await client.open(uri, allScored(2));
    const outline = await client.about<DocumentSymbol[]>('documentSymbol', uri);
    const services = outline.find(({ name }) => name === 'services');
    assert.deepEqual(
      services?.children?.map(({ name }) => name.slice(0, 2)),
      ['1 ', '2 ', '3 ', '4 ', '5 ', '6 '],
    );
    assert.match(services?.children?.[0]?.children?.[0]?.name ?? '', /^1\.1 /);
    assert.ok((await client.about<FoldingRange[]>('foldingRange', uri)).some(({ startLine }) => startLine === 4));
    const positions = [{ line: 5, character: 4 }];
    const [selection] = await client.about<SelectionRange[]>('selectionRange', uri, { positions });
    const lines: number[] = [];
    for (let one = selection; one; one = one.parent) lines.push(one.range.end.line - one.range.start.line);
    assert.deepEqual(
      [...lines].sort((a, b) => a - b),
      lines,
    );
    assert.ok(lines.length > 3);
    const found = await client.ask<SymbolInformation[]>('workspace/symbol', { query: 'findercomm' });
    assert.deepEqual(
      found.map(({ name, containerName }) => [name, containerName]),
      [['1.2 Finder community', 'Router › 1 Stakeholder ecosystem management']],
    );
  });

  it('shows figures above the areas and titles behind ids, as the settings say', async () => {
    const client = await start({ capabilities: { ...modern, workspace: { ...modern.workspace } } });
    const text = `${head}services:\n  "1.1": 2\n`;
    await client.open(uri, text);
    const lenses = await client.about<CodeLens[]>('codeLens', uri);
    assert.match(lenses[0]?.command?.title ?? '', /^Average 2\.00 over 1 of 27/);
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const labels = async () =>
      (await client.about<InlayHint[]>('inlayHint', uri, { range })).map(({ label }) => label as string);
    assert.equal((await labels())[0], 'Internal stakeholders');
    client.settings = { lenses: { enabled: false }, inlayHints: { titles: false }, 'inlayHints.levels': false };
    await client.tell('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await client.about('codeLens', uri), []);
    assert.deepEqual(await labels(), []);
  });

  it('keeps the figures of half-typed text, and says that they are old', async () => {
    const client = await start();
    await client.open(uri, `${head}services:\n  "1.1": 2\n`);
    await client.about('codeLens', uri);
    const contentChanges = [
      {
        text: yaml`
          ${head}services:
            "1.1": 2
            "1.2: [
        `,
      },
    ];
    await client.tell('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
    const [lens] = await client.about<CodeLens[]>('codeLens', uri);
    assert.match(lens?.command?.title ?? '', /Average 2\.00 over 1 of 27/);
    assert.notEqual(lens?.command?.title.indexOf('Average'), 0);
  });

  it('helps with wording files: problems, hovers, keys', async () => {
    const client = await start();
    const wording = 'file:///w/sheet.psirt-wording.yaml';
    await client.open(
      wording,
      yaml`
        language: ja
        services:
          "1.1":
            titel: X
      `,
      'yaml',
    );
    const [problem] = await client.diagnostics(wording);
    assert.equal(problem?.source, 'psirt-maturity');
    assert.equal(problem?.range.start.line, 3);
    const place = { position: { line: 2, character: 4 } };
    // The words that are replaced are those of its own language.
    assert.match(textOf(await client.about('hover', wording, place)), /[ぁ-ん]/);
    const keys = { position: { line: 4, character: 0 } };
    assert.ok((await client.about<CompletionItem[]>('completion', wording, keys)).length > 0);
  });
});
