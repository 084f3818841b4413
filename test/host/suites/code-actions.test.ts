import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act } from '../support/bridge';
import { closeAll, itOnce, language, openWith, problemsOf, until, untilText } from '../support/workspace';
import { yaml } from '../../support/yaml';

const head = 'sheet: psirt-maturity@1.0\nservices:\n';
const ja = language === 'ja';

describe('Code actions', () => {
  const saving = () => vscode.workspace.getConfiguration('editor', { languageId: 'psirt-yaml' });

  afterEach(async () => {
    await saving().update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  });

  itOnce('fix all on save what needs no decision, and nothing else', async () => {
    await saving().update(
      'codeActionsOnSave',
      { 'source.fixAll.psirt': 'explicit' },
      vscode.ConfigurationTarget.Workspace,
    );
    const { document } = await openWith('fix-all.psirt.yaml', `${head}  1.1: 2   # kept\n  "1.2": { scroe: 1 }\n`);
    await vscode.window.activeTextEditor?.edit((edit) =>
      edit.insert(new vscode.Position(1, 0), 'assessed: 2026/1/5\n'),
    );
    await vscode.commands.executeCommand('workbench.action.files.save');
    assert.equal(
      document.getText(),
      yaml`
        sheet: psirt-maturity@1.0
        assessed: 2026-01-05
        services:
          "1.1": 2   # kept
          "1.2": { scroe: 1 }
      `,
    );
    assert.equal(document.isDirty, false);
  });

  itOnce('leave a file alone on save unless they are asked to mend it', async () => {
    const { document } = await openWith('no-fix-all.psirt.yaml', `${head}  1.1: 2\n`);
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(3, 0), '  1.2: 3\n'));
    await vscode.commands.executeCommand('workbench.action.files.save');
    assert.equal(document.getText(), `${head}  1.1: 2\n  1.2: 3\n`);
  });

  itOnce('sort the services by their own kind, as one undo step', async () => {
    const text = yaml`
      ${head}  # 2 Discovery
        "2.1": 3

        # 1 Stakeholders
        # both
        "1.2": 2 # b
        "1.1": 1 # a
    `;
    const editor = await openWith('sort.psirt.yaml', text);
    editor.selection = new vscode.Selection(3, 4, 3, 4);
    await vscode.commands.executeCommand('editor.action.codeAction', {
      kind: 'refactor.move.psirt.sort',
      apply: 'first',
    });
    const sorted = yaml`
      ${head}  # 1 Stakeholders
        "1.1": 1 # a
        # both
        "1.2": 2 # b

        # 2 Discovery
        "2.1": 3
    `;
    await untilText(editor.document, (now) => now === sorted, 'the services are sorted');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text);
  });

  it('let a user plan an action, its text selected to be typed over', async () => {
    const editor = await openWith('plan.psirt.yaml', `${head}  "1.2": 2   # Finders\n`);
    await problemsOf(editor.document.uri, (rules) => rules.includes('below-target'));
    editor.selection = new vscode.Selection(2, 9, 2, 9);
    const row = `.action-widget .monaco-list-row:has-text("${ja ? '実施事項を計画に追加する' : 'Plan an action'}")`;
    await openMenu('editor.action.quickFix', row);
    await act('page.click', { selector: row });
    await untilText(
      editor.document,
      (now) => /plan:\n {6}- action: .+\n {8}due: \d{4}-\d\d-\d\d\n/.test(now),
      'the action is planned',
    );
    assert.match(editor.document.getText(), /"1\.2":   # Finders\n {4}score: 2\n/);
    const [selected, action] = [
      () => editor.document.getText(editor.selection),
      () => /action: (.+)/.exec(editor.document.getText())?.[1],
    ];
    await until(
      vscode.window.onDidChangeTextEditorSelection,
      () => selected() === action(),
      'the action is selected',
      () => `; what is selected is: ${selected()}`,
    );
  });

  it('let a user cite evidence: there is room for a link, and what can be cited is offered', async () => {
    const editor = await openWith('cite.psirt.yaml', `${head}  "1.1": 3\n`);
    await problemsOf(editor.document.uri, (rules) => rules.includes('missing-evidence'));
    editor.selection = new vscode.Selection(2, 9, 2, 9);
    const row = `.action-widget .monaco-list-row:has-text("${ja ? '1.1の証跡を追加する' : 'Cite evidence for 1.1'}")`;
    await openMenu('editor.action.quickFix', row);
    await act('page.click', { selector: row });
    const offered = (label: string) =>
      act('page.waitFor', { selector: `.suggest-widget.visible .monaco-list-row[aria-label^="${label}"]` });
    await offered('README.md');
    const cited = (link: string) => yaml`
      ${head}  "1.1":
          score: 3
          evidence:
            - ${link}
    `;
    assert.equal(editor.document.getText(), cited(''));
    await act('page.type', { text: 'doc' });
    await act('page.waitFor', { selector: '.suggest-widget.visible .monaco-list-row.focused[aria-label^="docs/"]' });
    await act('page.press', { key: 'Enter' });
    await offered('training-plan.md');
    await act('page.type', { text: 'train' });
    await act('page.waitFor', {
      selector: '.suggest-widget.visible .monaco-list-row.focused[aria-label^="training-plan.md"]',
    });
    await act('page.press', { key: 'Enter' });
    await untilText(editor.document, (text) => text === cited('docs/training-plan.md'), 'the document is cited');
  });

  it('that do not apply are shown with the others, greyed, and say why when they are asked for by name', async () => {
    const editor = await openWith('disabled.psirt.yaml', `${head}  "1.1": 2\n`);
    await problemsOf(editor.document.uri);
    editor.selection = new vscode.Selection(2, 4, 2, 4);
    const [can, cannot, reason] = ja
      ? ['詳細形式にする', '簡略形式にする', '既に簡略形式です']
      : ['in long form', 'in short form', 'already in short form'];
    await openMenu(
      'editor.action.refactor',
      `.action-widget .monaco-list-row.action:not(.option-disabled):has-text("${can}")`,
    );
    await act('page.click', { selector: '.action-widget-action-bar .action-label' });
    await act('page.waitFor', { selector: `.action-widget .monaco-list-row.option-disabled:has-text("${cannot}")` });
    await act('page.press', { key: 'Escape' });
    // The message goes with the next change of focus: the menu is to be gone first.
    await act('page.waitFor', { selector: '.action-widget', state: 'hidden' });
    await askUntilShown(`.monaco-editor-overlaymessage:has-text("${reason}")`, () =>
      vscode.commands.executeCommand('editor.action.codeAction', {
        kind: 'refactor.rewrite.psirt.shortForm',
        apply: 'first',
      }),
    );
  });

  itOnce('can all be asked for in a file opened as plain YAML', async () => {
    const { document } = await openWith('plain-actions.psirt.yaml', `${head}  1.2: 2\n`);
    await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    await problemsOf(document.uri, (rules) => rules.includes('unquoted-service'));
    const range = new vscode.Range(2, 3, 2, 3);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const kinds = actions.map(({ kind }) => kind?.value);
    for (const kind of ['quickfix', 'refactor.rewrite.psirt.longForm']) assert.ok(kinds.includes(kind), kinds.join());
  });
});

function openMenu(command: string, row: string): Promise<void> {
  return askUntilShown(row, () => vscode.commands.executeCommand(command));
}

/**
 * Asks for actions, and looks out for the answer from the start. VS Code closes menus and messages when problems, the
 * cursor or the focus have changed just before: then once more.
 */
async function askUntilShown(answer: string, ask: () => Thenable<unknown>): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  for (let attempt = 1; ; attempt++) {
    try {
      await Promise.all([act('page.waitFor', { selector: answer, timeout: 3000 }), ask()]);
      return;
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}
