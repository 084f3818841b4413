import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { serviceIds } from '../../../src/sheet/sheet';
import { act } from '../support/bridge';
import { completions, hovers } from '../support/queries';
import {
  closeAll,
  itOnce,
  language,
  open,
  openWith,
  problemsOf,
  ruleOf,
  untilMessage,
  untilText,
} from '../support/workspace';
import { yaml } from '../../support/yaml';

const start = yaml`
  sheet: psirt-maturity@1.0
  subject: Trial
  services:
`;

describe('In the editor', () => {
  afterEach(closeAll);

  it('opens an example in its own language and says what is below target, in the language of VS Code', async () => {
    const { document } = await open('edge-router.psirt.yaml');
    assert.equal(document.languageId, 'psirt-yaml');
    const problems = await problemsOf(document.uri, (rules) => rules.includes('below-target'));
    const below = problems.find((problem) => ruleOf(problem) === 'below-target');
    assert.match(
      below?.message ?? '',
      language === 'ja' ? /目標.*下回っています。レベル\d/ : /below the target of .* Level \d asks for/,
    );
    assert.deepEqual(new Set(problems.map(ruleOf)), new Set(['below-target', 'average-below-target']));
  });

  itOnce('shows nothing but one problem in a fresh file', async () => {
    const { document } = await open('new-product.psirt.yaml');
    const problems = await problemsOf(document.uri);
    assert.deepEqual(problems.map(ruleOf), ['missing-score']);
  });

  itOnce('underlines little while much is missing, and mends it where it is', async () => {
    const services = serviceIds.map((id) => `  "${id}":${id < '2' ? ' 3' : ''}\n`).join('');
    const { document } = await openWith('calm.psirt.yaml', start + services);
    const problems = await problemsOf(document.uri);
    assert.deepEqual(problems.map(ruleOf).sort(), ['missing-evidence', 'missing-score']);
    assert.deepEqual(new Set(problems.map(({ range }) => range.start.line)), new Set([2]));
    const at = async (line: number) => {
      const range = new vscode.Range(line, 2, line, 9);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        'quickfix',
      );
      return actions[0]?.title ?? '';
    };
    assert.match(await at(5), /1\.3.*evidence|evidence.*1\.3|1\.3の証跡/);
    assert.match(await at(12), /2\.3/);
  });

  it('explains a service, all its levels and a score in hovers', async () => {
    const { document } = await openWith('hover.psirt.yaml', `${start}  "1.2": 2\n`);
    const [service] = await hovers(document.uri, new vscode.Position(3, 4));
    for (const level of [0, 1, 2, 3, 4, 5])
      assert.ok(service?.includes(language === 'ja' ? `レベル${level}` : `Level ${level}`));
    assert.match(service ?? '', /psirt_services_framework_v1\.1/);
    const [score] = await hovers(document.uri, new vscode.Position(3, 9));
    assert.match(
      score ?? '',
      language === 'ja' ? /レベル2[\s\S]*次の段階[\s\S]*レベル3/ : /Level 2[\s\S]*Next:[\s\S]*Level 3/,
    );
    assert.doesNotMatch(score ?? '', language === 'ja' ? /レベル5/ : /Level 5/);
  });

  itOnce('completes the ids still missing, then the levels', async () => {
    const { document } = await openWith('complete.psirt.yaml', `${start}  "1.1": 2\n  \n`);
    const ids = await completions(document.uri, new vscode.Position(4, 2));
    assert.ok(ids.some((label) => label.startsWith('1.2 ')) && !ids.some((label) => label.startsWith('1.1 ')));
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(4, 2), '"1.2": '));
    assert.deepEqual((await completions(document.uri, new vscode.Position(4, 9))).slice(0, 6), [
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });

  itOnce('completes at the very start of a line as often as it is asked to', async () => {
    const { document } = await openWith('column-0.psirt.yaml', 'sheet: psirt-maturity@1.0\n\n');
    for (let time = 0; time < 3; time++) {
      assert.deepEqual((await completions(document.uri, new vscode.Position(1, 0))).slice(0, 2), [
        'subject',
        'assessed',
      ]);
      assert.deepEqual(await completions(document.uri, new vscode.Position(0, 25)), []);
    }
  });

  itOnce('suggests ids when a bare one is begun, and no list when a score is typed over', async () => {
    const editor = await openWith('bare.psirt.yaml', `${start}  "1.2": 2\n  \n`);
    editor.selection = new vscode.Selection(4, 2, 4, 2);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await act('page.press', { key: '1' });
    await act('page.waitFor', { selector: '.suggest-widget.visible .monaco-list-row.focused[aria-label^="1.1 "]' });
    for (const key of ['.', '3']) await act('page.press', { key });
    await act('page.waitFor', { selector: '.suggest-widget.visible .monaco-list-row.focused[aria-label^="1.3 "]' });
    await act('page.press', { key: 'Enter' });
    await untilText(editor.document, (text) => text.includes('\n  "1.3": '), 'the id is inserted');
    await act('page.waitFor', { selector: '.suggest-widget.visible .monaco-list-row.focused' });
    await act('page.press', { key: '4' });
    await act('page.waitFor', { selector: '.suggest-widget.visible .monaco-list-row.focused[aria-label^="4"]' });
    await act('page.press', { key: 'Escape' });
    await act('page.waitFor', { selector: '.suggest-widget', state: 'hidden' });
    for (const key of ['ArrowUp', 'End', 'Shift+ArrowLeft', '5']) await act('page.press', { key });
    await untilText(editor.document, (text) => text.includes('"1.2": 5\n'), 'the score is typed over');
    await act('page.press', { key: 'End' });
    await act('page.press', { key: 'Enter' });
    await untilText(editor.document, (text) => text.includes('"1.2": 5\n  \n'), 'Enter begins a line');
  });

  it('lets a user type a service and pick its level from the suggestions', async () => {
    const editor = await openWith('typed.psirt.yaml', `${start}  \n`);
    editor.selection = new vscode.Selection(3, 2, 3, 2);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await act('page.waitFor', { selector: '.suggest-widget.visible .monaco-list-row.focused' });
    await act('page.press', { key: 'Enter' });
    await untilText(editor.document, (text) => text.includes('"1.1": '), 'the id is inserted');
    // The list starts at its end, with the long form: Enter alone must not score 0.
    await act('page.waitFor', {
      selector: `.suggest-widget.visible .monaco-list-row.focused[aria-label^="${language === 'ja' ? '詳細形式' : 'Long form'}"]`,
    });
    await act('page.press', { key: 'ArrowDown' });
    await act('page.press', { key: 'ArrowDown' });
    await act('page.press', { key: 'ArrowDown' });
    await act('page.press', { key: 'Enter' });
    await untilText(editor.document, (text) => text.includes('"1.1": 2\n'), 'the level is inserted');
  });

  itOnce('quotes all ids with one quick fix, as one undo step', async () => {
    const text = `${start}  1.1: 2   # kept\n  1.2: 3\n`;
    const { document } = await openWith('bare.psirt.yaml', text);
    await problemsOf(document.uri, (rules) => rules.includes('unquoted-service'));
    await applyFix(document, new vscode.Range(3, 2, 3, 5), (title) => /quotes|引用符/.test(title));
    assert.equal(document.getText(), `${start}  "1.1": 2   # kept\n  "1.2": 3\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('adds missing services with their titles', async () => {
    const { document } = await openWith('missing.psirt.yaml', `${start}  "1.1": 2\n`);
    await problemsOf(document.uri, (rules) => rules.includes('missing-score'));
    await applyFix(document, new vscode.Range(2, 0, 2, 3), (title) => /missing|不足/.test(title));
    assert.equal(document.getText().match(/^ {2}"\d\.\d":/gm)?.length, 27);
    assert.match(document.getText(), language === 'ja' ? /"1\.2": {3}# 発見者/ : /"1\.2": {3}# Finder/);
  });

  itOnce('finds cited documents, and says when they or their headings are gone', async () => {
    const evidence = (link: string) =>
      yaml`
        ${start}  "1.1":
            score: 3
            target: 3
            evidence:
              - ${link}
      `;
    const { document } = await openWith('cite.psirt.yaml', evidence('docs/psirt-charter.md'));
    await problemsOf(document.uri, (rules) => !rules.includes('evidence-not-found'));
    for (const link of ['docs/no-such.md', 'docs/psirt-charter.md#no-such-heading', '../../outside.md']) {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, 99, 0), evidence(link));
      await vscode.workspace.applyEdit(edit);
      await untilMessage(document.uri, link.split('#')[1] ?? link);
    }
  });

  itOnce('keeps still about what follows from half-typed YAML', async () => {
    const { document } = await openWith(
      'half.psirt.yaml',
      yaml`
        ${start}  "1.1": 2
          "1.2
          "1.3": 3
      `,
    );
    assert.deepEqual((await problemsOf(document.uri)).map(ruleOf), ['yaml-syntax']);
  });

  itOnce('serves such a file opened as plain YAML, too', async () => {
    const { document } = await openWith('plain.psirt.yaml', `${start}  "1.2": 2\n`);
    await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    await problemsOf(document.uri, (rules) => rules.includes('below-target'));
    assert.equal((await hovers(document.uri, new vscode.Position(3, 4))).length, 1);
  });
});

async function applyFix(
  document: vscode.TextDocument,
  range: vscode.Range,
  wanted: (title: string) => boolean,
): Promise<void> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
  );
  const action = actions.find(({ title }) => wanted(title));
  assert.ok(action?.edit, `no such fix among: ${actions.map(({ title }) => title).join(', ')}`);
  await vscode.workspace.applyEdit(action.edit);
}
