import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act } from '../support/bridge';
import { closeAll, itOnce, language, open, openWith, resetSettings, untilMessage } from '../support/workspace';
import { yaml } from '../../support/yaml';

const start = yaml`
  sheet: psirt-maturity@1.0
  subject: Trial
  services:
`;
const text = yaml`
  ${start}  # 1 X
    "1.1": 2   # own words
    "1.2": 3
    # 2 Y
    "2.1":
      score: 1
      note: Some words
`;
const ja = language === 'ja';

describe('Lenses and hints', () => {
  const configuration = () => vscode.workspace.getConfiguration('psirtMaturity');

  afterEach(async () => {
    await resetSettings('lenses.enabled', 'inlayHints.titles', 'inlayHints.levels', 'language');
    await closeAll();
  });

  it('lenses stand above the services and each area; a click opens the grid', async () => {
    const { document } = await openWith('lenses.psirt.yaml', text);
    assert.deepEqual(
      (await lenses(document)).map(([line]) => line),
      [2, 3, 6],
    );
    assert.match(
      (await lenses(document))[0]?.[1] ?? '',
      ja ? /^平均2\.00（27件中3件を採点）/ : /^Average 2\.00 over 3 of 27/,
    );
    await act('page.click', { selector: '.codelens-decoration a' });
    await act('page.waitFor', {
      selector: '.tab.active[aria-label*="Maturity Grid"], .tab.active[aria-label*="成熟度グリッド"]',
    });
  });

  it('lenses keep their figures while the file is half typed, and go when they are switched off', async () => {
    const { document } = await openWith('half-lenses.psirt.yaml', text);
    const before = await lenses(document);
    const editor = vscode.window.activeTextEditor;
    await editor?.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, '  "2.2\n'));
    const after = await lenses(document);
    assert.match(after[0]?.[1] ?? '', ja ? /^エラー前の値：平均2\.00/ : /^Before the error in the file: Average 2\.00/);
    assert.deepEqual(after[1], before[1]);
    await configuration().update('lenses.enabled', false, vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(await lenses(document), []);
  });

  it('hints give titles and levels, each can be switched off, and they speak another language at once', async () => {
    const { document } = await openWith('hints.psirt.yaml', text);
    const [title, level] = ja
      ? ['発見者コミュニティとの関わり', '交流の施策と目的を部門ごとに文書化し周知']
      : ['Finder community', 'Finder activities and aims documented per department'];
    const on = async (line: number) => (await hints(document)).filter(([at]) => at === line).map(([, label]) => label);
    assert.deepEqual(await on(5), [title, `· ${level}`]);
    assert.equal((await on(4)).length, 1);
    // It stands off from the comment, whose end it would seem to be.
    assert.match((await on(4))[0] ?? '', /^ {2,}· \S/);
    await configuration().update('inlayHints.titles', false, vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(await on(5), [level]);
    await configuration().update('inlayHints.levels', false, vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(await hints(document), []);
    await configuration().update('inlayHints.levels', undefined, vscode.ConfigurationTarget.Workspace);
    await configuration().update('language', ja ? 'en' : 'ja', vscode.ConfigurationTarget.Workspace);
    await act('page.waitFor', { selector: `.view-line:has-text("${ja ? 'Finder activities' : '交流の施策と目的'}")` });
  });

  itOnce('the status bar gives the figures of the file at hand, and goes with it', async () => {
    const { document } = await openWith('status.psirt.yaml', text);
    const item = '.statusbar-item[id*="psirtMaturity.figures"]';
    await act('page.waitFor', { selector: `${item}:has-text("2.00")` });
    await vscode.window.activeTextEditor?.edit((edit) => edit.replace(new vscode.Range(5, 9, 5, 10), '5'));
    await act('page.waitFor', { selector: `${item}:has-text("2.67")` });
    await act('page.click', { selector: `${item} a` });
    await act('page.waitFor', {
      selector: '.tab.active[aria-label*="Maturity Grid"], .tab.active[aria-label*="成熟度グリッド"]',
    });
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await act('page.waitFor', { selector: `${item}:has-text("2.67")` });
    // Behind another one, VS Code would ask whether to save it when it is closed.
    await document.save();
    await open('docs/psirt-charter.md');
    await act('page.waitFor', { selector: item, state: 'hidden' });
  });

  it('the language status tells of another language than VS Code’s, and lets one change it', async () => {
    const { document } = await openWith('language-status.psirt.yaml', text);
    await configuration().update('language', ja ? 'en' : 'ja', vscode.ConfigurationTarget.Workspace);
    await act('page.waitFor', {
      selector: '.statusbar-item[id*="languageStatus"], .statusbar-item[id*="status.languageStatus"]',
    });
    await untilMessage(document.uri, ja ? 'below the target' : '目標');
    void vscode.commands.executeCommand('psirtMaturity.chooseLanguage');
    await act('page.waitFor', { selector: '.quick-input-list .monaco-list-row.focused' });
    for (const key of ja ? ['ArrowDown', 'ArrowDown', 'Enter'] : ['ArrowDown', 'Enter'])
      await act('page.press', { key });
    await untilMessage(document.uri, ja ? '目標' : 'below the target');
    assert.equal(configuration().get('language'), language);
  });
});

describe('The structure of a file', () => {
  afterEach(closeAll);

  for (const id of ['psirt-yaml', 'yaml']) {
    it(`shows as outline, folds and selections in ${id}`, async () => {
      const { document } = await openWith(`structure-${id}.psirt.yaml`, text);
      const opened = id === 'yaml' ? await vscode.languages.setTextDocumentLanguage(document, id) : document;
      const symbols = await outline(opened);
      const services = symbols.find(({ name }) => name === 'services');
      assert.deepEqual(
        services?.children.map(({ name, children }) => [
          name.slice(0, 2),
          ...children.map((child) => child.name.slice(0, 3)),
        ]),
        [
          ['1 ', '1.1', '1.2'],
          ['2 ', '2.1'],
        ],
      );
      assert.equal(services?.children[0]?.children[1]?.detail, ja ? 'スコア3・目標2.5' : '3 · target 2.5');
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        opened.uri,
      );
      assert.deepEqual(
        folds.map(({ start: from, end }) => [from, end]),
        [
          [2, 9],
          [3, 5],
          [6, 9],
          [7, 9],
        ],
      );
      assert.deepEqual(await selections(opened, new vscode.Position(9, 12)), [
        'Some words',
        'note: Some words',
        'score: 1\n    note: Some words',
        yaml`
          "2.1":
              score: 1
              note: Some words`,
      ]);
    });
  }

  itOnce('is found by name among the open assessments, and only there', async () => {
    const { document } = await openWith('found.psirt.yaml', text);
    const names = async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        '2.1',
      );
      return found
        .filter(({ location }) => location.uri.toString() === document.uri.toString())
        .map(({ name, containerName }) => `${name.slice(0, 3)} ${containerName.slice(0, 5)}`);
    };
    assert.deepEqual(await names(), ['2.1 Trial']);
    await closeAll();
    assert.deepEqual(await names(), []);
  });
});

/** The outline once there is one: a change of language, as after the test before, has its provider registered anew. */
async function outline({ uri }: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  for (;;) {
    const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    if (found?.length) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function lenses({ uri }: vscode.TextDocument): Promise<[number, string][]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return found
    .map(({ range, command }): [number, string] => [range.start.line, command?.title ?? ''])
    .sort(([a], [b]) => a - b);
}

async function hints({ uri, lineCount }: vscode.TextDocument): Promise<[number, string][]> {
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    uri,
    new vscode.Range(0, 0, lineCount, 0),
  );
  return found.map(({ position, label }) => [position.line, String(label)]);
}

/** What "Expand Selection" selects from a place on, from the whole value to the service. */
async function selections(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const [innermost] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
    'vscode.executeSelectionRangeProvider',
    document.uri,
    [position],
  );
  const texts: string[] = [];
  for (let at: vscode.SelectionRange | undefined = innermost; at; at = at.parent)
    texts.push(document.getText(at.range));
  assert.equal(texts.at(-1), document.getText());
  return texts.filter((part) =>
    [
      'Some words',
      'note: Some words',
      'score: 1\n    note: Some words',
      yaml`
        "2.1":
            score: 1
            note: Some words`,
    ].includes(part),
  );
}
