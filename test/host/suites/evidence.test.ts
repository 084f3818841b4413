import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, evaluate, inPanel, places } from './bridge';
import { closeAll, fileUri, language, open, openEmptyGrid, openWith, until, untilText } from './workspace';

const start = 'sheet: psirt-maturity@1.0\nservices:\n  "1.1":\n    score: 3\n    evidence:\n';
const citing = (...links: string[]) => `${start}${links.map((link) => `      - ${link}\n`).join('')}`;
const charter = '# Charter\n\n## Roles\n\nThe **lead** decides. [x](https://example.com)\n\n## Contact\n\nMail.\n';

describe('Evidence', () => {
  const configuration = () => vscode.workspace.getConfiguration('psirtMaturity');

  beforeEach(async () => {
    for (const name of ['charter.md', 'minutes.md', 'policies/disclosure.md']) await write(`papers/${name}`, charter);
  });
  afterEach(async () => {
    await configuration().update('updateCitationsOnFileMove', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
    for (const path of ['papers', 'archive', 'moved']) await remove(path);
  });

  it('opens documents at the heading, pages of the web, and nothing else', async () => {
    const links = [
      'papers/charter.md#contact',
      '/papers/charter.md',
      'https://example.com/a?b=c',
      'mailto:psirt@example.com',
      'command:workbench.action.quit',
      '../../outside.md',
    ];
    const { document } = await openWith('links.psirt.yaml', citing(...links));
    const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      20,
    );
    const targets = new Map(found.map(({ range, target }) => [document.getText(range), target]));
    assert.equal(
      targets.get('papers/charter.md#contact')?.toString(),
      fileUri('papers/charter.md').with({ fragment: 'L7' }).toString(),
    );
    assert.equal(targets.get('/papers/charter.md')?.toString(), fileUri('papers/charter.md').toString());
    assert.equal(targets.get('https://example.com/a?b=c')?.authority, 'example.com');
    assert.equal(targets.get('mailto:psirt@example.com')?.scheme, 'mailto');
    assert.deepEqual([targets.has('command:workbench.action.quit'), targets.has('../../outside.md')], [false, false]);
  });

  it('completes paths folder by folder, then the headings of the document', async () => {
    const editor = await openWith('paths.psirt.yaml', citing('papers/'));
    const at = (line: number) => new vscode.Position(line, editor.document.lineAt(line).text.length);
    assert.deepEqual(await offered(editor.document, at(5)), ['charter.md', 'minutes.md', 'policies/']);
    await editor.edit((edit) => edit.insert(at(5), 'charter.md#'));
    assert.deepEqual(await offered(editor.document, at(5)), ['#charter', '#roles', '#contact']);
    await editor.edit((edit) => edit.insert(at(5), 'roles\n      - link: /papers/policies/'));
    assert.deepEqual(await offered(editor.document, at(6)), ['disclosure.md']);
  });

  it('previews the cited section, and says when there is none', async () => {
    const { document } = await openWith(
      'preview.psirt.yaml',
      citing('papers/charter.md#roles', 'papers/none.md', 'papers/charter.md#none'),
    );
    assert.match(await hover(document, 5), /## Roles\n\nThe \*\*lead\*\* decides\. x$/);
    const [missing, without] =
      language === 'ja'
        ? [/というファイルはありません/, /見出し \*\*\\#none\*\* はありません[\s\S]*roles/]
        : [/There is no file/, /no heading \*\*\\#none\*\*[\s\S]*roles/];
    assert.match(await hover(document, 6), missing);
    assert.match(await hover(document, 7), without);
  });

  it('follows a file, a folder and the assessment itself when they are moved', async () => {
    await write('archive/closed.psirt.yaml', citing('../papers/minutes.md'));
    const { document } = await openWith(
      'moves.psirt.yaml',
      citing('papers/charter.md#roles   # kept', '/papers/minutes.md'),
    );
    await rename('papers/charter.md', 'papers/mission.md');
    await untilText(
      document,
      (text) => text === citing('papers/mission.md#roles   # kept', '/papers/minutes.md'),
      'the new name is cited',
    );
    await rename('papers', 'archive/papers');
    await untilText(
      document,
      (text) => text === citing('archive/papers/mission.md#roles   # kept', '/archive/papers/minutes.md'),
      'the new folder is cited',
    );
    const closed = await vscode.workspace.openTextDocument(fileUri('archive/closed.psirt.yaml'));
    assert.equal(closed.getText(), citing('papers/minutes.md'));
    await until(vscode.workspace.onDidSaveTextDocument, () => !closed.isDirty, 'what was saved before is saved');
    await rename('moves.psirt.yaml', 'moved/moves.psirt.yaml');
    const own = await vscode.workspace.openTextDocument(fileUri('moved/moves.psirt.yaml'));
    assert.equal(own.getText(), citing('../archive/papers/mission.md#roles   # kept', '/archive/papers/minutes.md'));
  });

  it('saves what a move changed where that was saved before, and nothing else', async () => {
    const onDisk = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));
    for (const mode of ['prompt', 'always'] as const) {
      await configuration().update('updateCitationsOnFileMove', mode, vscode.ConfigurationTarget.Workspace);
      const [from, to] =
        mode === 'prompt' ? ['papers/charter.md', 'papers/mission.md'] : ['papers/mission.md', 'papers/charter.md'];
      const [before, after] = [citing(from), citing(to)];
      await write(`archive/closed-${mode}.psirt.yaml`, citing(`../${from}`));
      const { document: saved } = await openWith(`archive/open-${mode}.psirt.yaml`, citing(`../${from}`));
      const dirty = await openWith(`unsaved-${mode}.psirt.yaml`, before);
      await dirty.edit((edit) => edit.insert(new vscode.Position(0, 0), '# mine\n'));
      await rename(from, to);
      await untilText(dirty.document, (text) => text === `# mine\n${after}`, 'the new name is cited');
      await until(
        vscode.workspace.onDidSaveTextDocument,
        () => !saved.isDirty && saved.getText() === citing(`../${to}`),
        'the open one is saved',
      );
      const closed = await vscode.workspace.openTextDocument(fileUri(`archive/closed-${mode}.psirt.yaml`));
      await until(
        vscode.workspace.onDidSaveTextDocument,
        () => !closed.isDirty && closed.getText() === citing(`../${to}`),
        'the closed one is saved',
      );
      assert.deepEqual(
        [await onDisk(`archive/open-${mode}.psirt.yaml`), await onDisk(`archive/closed-${mode}.psirt.yaml`)],
        [citing(`../${to}`), citing(`../${to}`)],
      );
      assert.deepEqual([dirty.document.isDirty, await onDisk(`unsaved-${mode}.psirt.yaml`)], [true, before]);
    }
  });

  it('saves an assessment that moves where its citations change with it', async () => {
    const { document } = await openWith('moves-alone.psirt.yaml', citing('papers/charter.md'));
    await rename('moves-alone.psirt.yaml', 'moved/alone.psirt.yaml');
    const moved = await vscode.workspace.openTextDocument(fileUri('moved/alone.psirt.yaml'));
    await until(
      vscode.workspace.onDidSaveTextDocument,
      () => !moved.isDirty && moved.getText() === citing('../papers/charter.md'),
      'it is saved at its new place',
    );
    assert.ok(document.isClosed || !document.isDirty);
    assert.equal(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(moved.uri)),
      citing('../papers/charter.md'),
    );
  });

  it('leads to the same document whichever way its path is written, and keeps doing so when it is moved', async () => {
    await write('papers/My Policy.md', charter);
    await write('papers/caf\u00e9.md', charter);
    const links = [
      'papers/My%20Policy.md#contact',
      'papers\\charter.md',
      'papers/cafe\u0301.md#roles',
      'papers/charter.md#L9-L10',
    ];
    const { document } = await openWith('ways.psirt.yaml', citing(...links));
    const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      20,
    );
    const targets = new Map(found.map(({ range, target }) => [document.getText(range), target]));
    const wanted = [
      ['papers/My Policy.md', 'L7'],
      ['papers/charter.md', ''],
      ['papers/caf\u00e9.md', 'L3'],
      ['papers/charter.md', 'L9'],
    ] as const;
    assert.deepEqual(
      links.map((link) => targets.get(link)?.toString()),
      wanted.map(([path, fragment]) => fileUri(path).with({ fragment }).toString()),
    );
    await rename('papers/My Policy.md', 'papers/C# guide.md');
    await rename('papers/caf\u00e9.md', 'papers/kaffee.md');
    await untilText(
      document,
      (text) =>
        text === citing('papers/C%23 guide.md#contact', links[1] ?? '', 'papers/kaffee.md#roles', links[3] ?? ''),
      'the new names are cited',
    );
    await rename('papers/C# guide.md', 'papers/guide.md');
    await untilText(document, (text) => text.includes('- papers/guide.md#contact\n'), 'the last name is cited');
  });

  it('says in the details what is wrong with evidence, until it is right', async () => {
    await openEmptyGrid();
    const evidence = [
      'papers/later.md',
      'papers/charter.md#none',
      '{ link: papers/charter.md, expires: 2026-01-01 }',
      '{ link: papers/charter.md, collected: 2999-01-01 }',
      'papers/charter.md#roles',
    ];
    await openWith('troubled.psirt.yaml', citing(...evidence));
    await act('panel.click', { selector: '[data-service="1.1"] .title' });
    const marks = (): Promise<string[]> =>
      evaluate(`[...document.querySelectorAll('.evidence li')].map((item) => {
        return [...item.querySelectorAll('.trouble')].map(({ textContent }) => textContent.trim()).join();
      })`);
    for (const kind of ['missing', 'no-heading', 'expired', 'future']) {
      await inPanel(`.trouble.${kind}`, places.sideBar);
    }
    assert.deepEqual(
      await marks(),
      language === 'ja'
        ? ['文書が見つかりません', '見出しが見つかりません', '期限切れ', '未来の日付', '']
        : ['Not found', 'No such heading', 'Expired', 'Dated in the future', ''],
    );
    await write('papers/later.md', charter);
    await act('panel.waitFor', { selector: '.trouble.missing', state: 'detached' });
  });

  it('updates citations at once or never, as the setting says', async () => {
    const { document } = await openWith('setting.psirt.yaml', citing('papers/charter.md'));
    await configuration().update('updateCitationsOnFileMove', 'never', vscode.ConfigurationTarget.Workspace);
    await rename('papers/charter.md', 'papers/mission.md');
    assert.equal(document.getText(), citing('papers/charter.md'));
    await rename('papers/mission.md', 'papers/charter.md');
    await configuration().update('updateCitationsOnFileMove', 'always', vscode.ConfigurationTarget.Workspace);
    await rename('papers/charter.md', 'papers/mission.md');
    await untilText(document, (text) => text === citing('papers/mission.md'), 'the new name is cited');
  });

  it('finds the assessments that cite a document, however they write its path', async () => {
    await write('archive/closed.psirt.yaml', citing('../papers/./minutes.md#roles'));
    await openWith('finds.psirt.yaml', citing('papers/charter.md'));
    const chosen = vscode.commands.executeCommand('psirtMaturity.findCitations', fileUri('papers/minutes.md'));
    await act('page.waitFor', {
      selector: '.quick-input-list .monaco-list-row:has-text("archive/closed.psirt.yaml:6")',
    });
    await act('page.press', { key: 'Enter' });
    await chosen;
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), '../papers/./minutes.md#roles');
  });

  it('cites files that are dropped on a row of the grid', async () => {
    await openEmptyGrid();
    const { document } = await openWith('drop.psirt.yaml', 'services:\n  "1.1": 3   # kept\n');
    await inPanel('[data-service="1.1"]', places.sideBar);
    await drop('1.1', fileUri('papers/charter.md').toString());
    await untilText(
      document,
      (text) => text === 'services:\n  "1.1":   # kept\n    score: 3\n    evidence:\n      - papers/charter.md\n',
      'the document is cited',
    );
    await drop('1.2', fileUri('papers/charter.md').toString(), fileUri('papers/minutes.md').toString());
    await untilText(
      document,
      (text) => text.endsWith('  "1.2":\n    evidence:\n      - papers/charter.md\n      - papers/minutes.md\n'),
      'both are cited',
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.ok(!document.getText().includes('"1.2"'));
  });

  it('asks for a file to cite from the details', async () => {
    await openEmptyGrid();
    await openWith('ask.psirt.yaml', 'services:\n  "1.1": 3\n');
    await act('panel.click', { selector: '[data-service="1.1"] .title' });
    await act('panel.click', { selector: '[data-details="1.1"] .cite button' });
    await act('page.waitFor', { selector: '.quick-input-widget input:focus' });
    await act('page.press', { key: 'Escape' });
    await act('page.waitFor', { selector: '.quick-input-widget', state: 'hidden' });
  });

  it('makes a file that is pasted into an item its link', async () => {
    const editor = await openWith('paste.psirt.yaml', `${start}      - \n`);
    editor.selection = new vscode.Selection(5, 8, 5, 8);
    await vscode.commands.executeCommand('revealInExplorer', fileUri('papers/charter.md'));
    await act('page.waitFor', {
      selector: '.explorer-folders-view .monaco-list:focus .monaco-list-row.focused[aria-label^="charter.md"]',
    });
    await act('page.press', { key: 'Control+c' });
    await open('paste.psirt.yaml');
    await act('page.press', { key: 'Control+v' });
    await untilText(editor.document, (text) => text === citing('papers/charter.md'), 'the link is there');
  });
});

/** Drops addresses on a row as VS Code's Explorer does. */
async function drop(service: string, ...uris: string[]): Promise<void> {
  await evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('application/vnd.code.uri-list', ${JSON.stringify(uris.join('\r\n'))});
    const row = document.querySelector('[data-service="${service}"] .title');
    for (const type of ['dragover', 'drop']) row.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  })()`);
}

async function offered(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  const own = items.filter(
    ({ kind }) =>
      kind === vscode.CompletionItemKind.File ||
      kind === vscode.CompletionItemKind.Folder ||
      kind === vscode.CompletionItemKind.Reference,
  );
  return own
    .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** The hover in the middle of a line's link. */
async function hover(document: vscode.TextDocument, line: number): Promise<string> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line, 12),
  );
  assert.equal(found.length, 1);
  return found
    .flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value))
    .join('\n');
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
}

async function remove(path: string): Promise<void> {
  try {
    await vscode.workspace.fs.delete(fileUri(path), { recursive: true });
  } catch {
    // This test did not make it.
  }
}

/** Moves as the Explorer does, with all who take part in it; resolves when it is done. */
async function rename(from: string, to: string): Promise<void> {
  let done = false;
  const subscription = vscode.workspace.onDidRenameFiles(() => (done = true));
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(fileUri(from), fileUri(to));
  assert.ok(await vscode.workspace.applyEdit(edit));
  await until(vscode.workspace.onDidRenameFiles, () => done, `${from} is ${to}`);
  subscription.dispose();
}
