import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, evaluate, inPanel, openDetails, places } from '../support/bridge';
import { charter, citing, head, usePapers, write } from '../support/papers';
import { fileUri, itOnce, language, open, openEmptyGrid, openWith, untilText } from '../support/workspace';
import { yaml } from '../../support/yaml';

describe('Evidence', () => {
  usePapers();

  itOnce('opens documents at the heading, pages of the web, and nothing else', async () => {
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

  itOnce('completes paths folder by folder, then the headings of the document', async () => {
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
    await openDetails('1.1');
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

  itOnce(
    'is proposed from the repository, gets digests, and is renewed in the grid once a file has changed',
    async () => {
      await openEmptyGrid();
      await write('papers/SECURITY.md', '# Policy\n');
      const { document } = await openWith('proposed.psirt.yaml', 'services:\n  "2.1": 2\n');
      const proposed = vscode.commands.executeCommand('psirtMaturity.proposeEvidence', document.uri, {
        service: '2.1',
      });
      const selector = '.quick-input-list .monaco-list-row:has-text("papers/SECURITY.md")';
      await act('page.waitFor', { selector });
      await act('page.click', { selector });
      await act('page.press', { key: 'Enter' });
      await proposed;
      assert.match(document.getText(), /"2\.1":\n {4}score: 2\n {4}evidence:\n {6}- papers\/SECURITY\.md\n$/);
      await vscode.commands.executeCommand('psirtMaturity.recordDigests', document.uri);
      const recorded = document.getText();
      assert.match(recorded, /- link: papers\/SECURITY\.md\n {8}sha256: "?[0-9a-f]{64}"?\n$/);
      await write('papers/SECURITY.md', '# Another\n');
      await openDetails('2.1');
      await inPanel('.trouble.changed', places.sideBar);
      await act('panel.click', { selector: '.troubles + button' });
      await act('panel.waitFor', { selector: '.trouble.changed', state: 'detached' });
      assert.notEqual(document.getText(), recorded);
    },
  );

  itOnce('finds the assessments that cite a document, however they write its path', async () => {
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

  itOnce('cites files that are dropped on a row of the grid', async () => {
    await openEmptyGrid();
    const { document } = await openWith('drop.psirt.yaml', 'services:\n  "1.1": 3   # kept\n');
    await inPanel('[data-service="1.1"]', places.sideBar);
    await drop('1.1', fileUri('papers/charter.md').toString());
    await untilText(
      document,
      (text) =>
        text ===
        yaml`
          services:
            "1.1":   # kept
              score: 3
              evidence:
                - papers/charter.md
        `,
      'the document is cited',
    );
    await drop('1.2', fileUri('papers/charter.md').toString(), fileUri('papers/minutes.md').toString());
    await untilText(
      document,
      (text) =>
        text.endsWith(yaml`
            "1.2":
              evidence:
                - papers/charter.md
                - papers/minutes.md
        `),
      'both are cited',
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.ok(!document.getText().includes('"1.2"'));
  });

  itOnce('asks for a file to cite from the details', async () => {
    await openEmptyGrid();
    await openWith('ask.psirt.yaml', 'services:\n  "1.1": 3\n');
    await openDetails('1.1');
    await act('panel.click', { selector: '[data-details="1.1"] .cite button' });
    await act('page.waitFor', { selector: '.quick-input-widget input:focus' });
    await act('page.press', { key: 'Escape' });
    await act('page.waitFor', { selector: '.quick-input-widget', state: 'hidden' });
  });

  itOnce('makes a file that is pasted into an item its link', async () => {
    const editor = await openWith('paste.psirt.yaml', `${head}      - \n`);
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
