import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, evaluate, inPanel, openDetails, places } from '../support/bridge';
import { untilGridOf } from '../support/questions';
import { closeAll, describeOnce, openWith, until, untilText } from '../support/workspace';
import { yaml } from '../../support/yaml';

const start = yaml`
  sheet: psirt-maturity@1.0
  subject: Trial
  services:
`;
const text = yaml`
  ${start}  "1.1": 2   # kept
    "1.2":
      score: 3
      evidence:
        - docs/charter.md
`;
const marker = places.tab;
const field = (within: string) => `.details ${within}`;

/** Types into an input of the details and leaves it. */
async function fill(selector: string, value: string): Promise<void> {
  await act('panel.type', { selector, text: value, marker });
  await act('panel.press', { selector, key: 'Enter', marker });
}

describeOnce('The grid as an editor', () => {
  let document: vscode.TextDocument;

  beforeEach(async () => {
    ({ document } = await openWith('grid-editor.psirt.yaml', text));
    await closeAll();
    await vscode.commands.executeCommand('vscode.openWith', document.uri, 'psirtMaturity.gridEditor');
    await untilGridOf('/grid-editor.psirt.yaml');
    document = await vscode.workspace.openTextDocument(document.uri);
    await inPanel('[data-service="1.1"].score-2', marker);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
  });

  it('scores, undoes, redoes and saves as any editor does', async () => {
    await act('panel.click', { selector: '[data-service="1.1"] [data-level="4"]', marker });
    await untilText(document, (now) => now === text.replace('"1.1": 2', '"1.1": 4'), '1.1 is 4');
    assert.ok(document.isDirty);
    await act('page.press', { key: 'Control+z' });
    await untilText(document, (now) => now === text, 'the score is undone');
    await inPanel('[data-service="1.1"].score-2', marker);
    await act('page.press', { key: 'Control+y' });
    await untilText(document, (now) => now.includes('"1.1": 4'), 'the score is there again');
    await act('page.press', { key: 'Control+s' });
    await until(vscode.workspace.onDidSaveTextDocument, () => !document.isDirty, 'the file is saved');
  });

  it('names its assessment in the tab', async function () {
    // VS Code 1.100 keeps the file's name there, whatever an editor is called.
    if (vscode.version.startsWith('1.100.')) this.skip();
    const title = () => vscode.window.tabGroups.activeTabGroup.activeTab?.label;
    await until(vscode.window.tabGroups.onDidChangeTabs, () => title() === 'Maturity Grid: Trial', 'the tab is named');
  });

  it('is reverted to what is saved', async () => {
    await act('panel.click', { selector: '[data-service="1.1"] [data-level="4"]', marker });
    await inPanel('[data-service="1.1"].score-4', marker);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await untilText(document, (now) => now === text, 'it says what is saved');
    await inPanel('[data-service="1.1"].score-2', marker);
    assert.equal(document.isDirty, false);
  });

  it('shows one file in two places, each following the other', async () => {
    const views = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputCustom);
    await vscode.commands.executeCommand('workbench.action.splitEditor');
    await until(vscode.window.tabGroups.onDidChangeTabs, () => views().length === 2, 'it is in two groups');
    await act('panel.click', { selector: '[data-service="1.1"] [data-level="4"]', marker });
    await untilText(document, (now) => now.includes('"1.1": 4'), '1.1 is 4');
    await inPanel('[data-service="1.1"].score-4', marker);
    // The page in the first group is the one that is found and clicked; the other has heard of it.
    const [clicked] = views();
    await vscode.window.tabGroups.close(clicked as vscode.Tab);
    await until(vscode.window.tabGroups.onDidChangeTabs, () => views().length === 1, 'the other is left');
    await inPanel('[data-service="1.1"].score-4', marker);
  });

  it('shows the last good state of a file that can no longer be read', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(3, 0), '  "1.\n');
    await vscode.workspace.applyEdit(edit);
    await inPanel('[data-state="broken"] [data-service="1.1"].score-2', marker);
  });

  it('records evidence, its days, an action, a note and a target, each as the smallest edit', async () => {
    await openDetails('1.2', marker);
    await fill(field('.evidence ~ input.new'), 'https://example.com/policy');
    await untilText(
      document,
      (now) =>
        now.endsWith(yaml`
                - docs/charter.md
                - https://example.com/policy
        `),
      'it is cited',
    );
    await fill(field('.action-lines ~ input.new'), 'Publish it');
    await untilText(document, (now) => now.endsWith('    plan:\n      - action: Publish it\n'), 'it is planned');
    await fill(field('.action-line .who'), 'Office');
    await untilText(document, (now) => now.endsWith('        owner: Office\n'), 'it has an owner');
    await act('panel.click', { selector: field('.action-line input[type="checkbox"]'), marker });
    await untilText(document, (now) => /\n {8}done: \d{4}-\d\d-\d\d\n$/.test(now), 'it is done');
    await fill(field('.own-target input'), '4');
    await untilText(document, (now) => now.endsWith('    target: 4\n'), 'it has a target');
    await act('panel.click', { selector: field('.note-edit'), marker });
    await act('panel.type', { selector: field('.note-text'), text: 'Why so', marker });
    await act('panel.press', { selector: field('.note-text'), key: 'Control+Enter', marker });
    await untilText(document, (now) => now.endsWith('    note: Why so\n'), 'it has a note');
    assert.ok(document.getText().includes('"1.1": 2   # kept'));
  });

  it('takes a day from the picker, and takes back what is typed by Escape', async () => {
    await openDetails('1.2', marker);
    await evaluate(
      `(() => {
        const day = document.querySelectorAll('.evidence input[type="date"]')[1];
        day.value = '2027-05-01';
        day.dispatchEvent(new Event('change', { bubbles: true }));
      })()`,
      marker,
    );
    const dated = text.replace('- docs/charter.md', '- { link: docs/charter.md, expires: 2027-05-01 }');
    await untilText(document, (now) => now === dated, 'the evidence expires');
    await act('panel.type', { selector: field('.evidence ~ input.new'), text: 'half', marker });
    await act('panel.press', { selector: field('.evidence ~ input.new'), key: 'Escape', marker });
    assert.equal(await evaluate(`document.querySelector('.evidence ~ input.new').value`, marker), '');
    assert.equal(document.getText(), dated);
  });

  it('cites an address that is pasted on the details', async () => {
    await openDetails('1.1', marker);
    await evaluate(
      `(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'https://example.com/pasted');
        document.querySelector('.records h3').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
      })()`,
      marker,
    );
    await untilText(document, (now) => now.includes('- https://example.com/pasted\n'), 'it is cited');
  });

  it('cites what is pasted or dropped on a criterion, marks the row, and takes over the suggestion by A', async () => {
    await openDetails('1.1', marker);
    const carry = (type: string, transfer: string, event: string, criterion: string, link: string) =>
      evaluate(
        `(() => {
          const data = new DataTransfer();
          data.setData('${type}', '${link}');
          const place = document.querySelector('.statement [data-criterion="${criterion}"] .criterion');
          place.dispatchEvent(new ${event}{ ${transfer}: data, bubbles: true, cancelable: true }));
        })()`,
        marker,
      );
    const dropped = vscode.Uri.joinPath(document.uri, '..', 'docs', 'psirt-charter.md').toString();
    await act('panel.click', { selector: '.statement.level-3 .criteria-box summary', marker });
    await inPanel('.statement [data-criterion="3b"]', marker);
    await carry('text/plain', 'clipboardData', "ClipboardEvent('paste', ", '3a', 'https://example.com/pasted');
    await untilText(document, (now) => /3a:[^"]*https:\/\/example\.com\/pasted/.test(now), 'the address is cited');
    await carry('text/uri-list', 'dataTransfer', "DragEvent('drop', ", '3b', dropped);
    await untilText(document, (now) => /3b:[^"]*docs\/psirt-charter\.md/.test(now), 'the document is cited');
    for (const id of ['3a', '3b']) {
      await act('panel.click', { selector: `.statement [data-criterion="${id}"] .criterion`, marker });
      await inPanel(`.statement .met[data-criterion="${id}"]`, marker);
    }
    await inPanel('[data-service="1.1"] .row-mark.suggestion', marker);
    await act('panel.press', { selector: '[data-service="1.1"] [data-column="3"]', key: 'a', marker });
    await inPanel('[data-service="1.1"].score-3', marker);
    await inPanel('[data-service="1.1"]:not(:has(.row-mark.suggestion))', marker);
  });

  it('stays usable with a hundred actions in one service', async () => {
    const actions = Array.from({ length: 100 }, (_, index) => `      - action: Action ${index}\n`).join('');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, `    plan:\n${actions}`);
    await vscode.workspace.applyEdit(edit);
    await openDetails('1.2', marker);
    await inPanel('.action-lines .action-line:nth-child(10)', marker);
    assert.equal(await evaluate(`document.querySelectorAll('.action-line').length`, marker), 10);
    await act('panel.click', { selector: '.action-lines + .link', marker });
    await inPanel('.action-lines .action-line:nth-child(100)', marker);
    await fill('.action-line:nth-child(100) .who', 'Lab');
    await untilText(
      document,
      (now) => now.endsWith('      - action: Action 99\n        owner: Lab\n'),
      'the last has an owner',
    );
  });
});
