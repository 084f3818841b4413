import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, evaluate, inPanel } from '../support/bridge';
import { choosePath, chooseListed, fileDialog, textOf, untilWritten } from '../support/questions';
import { closeAll, describeOnce, fileUri, removeLeftovers, until } from '../support/workspace';

const page = '.side-by-side';
const rowOne = `[...document.querySelectorAll('.heat-map tbody tr')].find((row) => row.textContent.startsWith('Side one'))`;
const names = () =>
  evaluate<string[]>(`[...document.querySelectorAll('.heat-map tbody th')].map((cell) => cell.textContent)`, page);

describeOnce('Assessments side by side', () => {
  beforeEach(async () => {
    const files = {
      'side/one.psirt.yaml': 'subject: Side one\nservices: { "1.1": 1, "1.2": 5 }\n',
      'side/two.psirt.yaml': 'subject: Side two\nservices: { "1.1": 2 }\n',
      'side/broken.psirt.yaml': 'services: {\n',
    };
    for (const [name, text] of Object.entries(files))
      await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
    await vscode.commands.executeCommand('psirtMaturity.compareAssessments');
    await inPanel('[data-rows] .heat-map tfoot', page);
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri('side'), { recursive: true });
    await removeLeftovers();
  });

  it('shows every assessment of the workspace and what is left out, sorted by a click on any column', async () => {
    assert.ok((await names()).includes('Side one') && (await names()).includes('Side two'));
    const unscored = await evaluate<string>(`document.querySelector('.unscored-files').textContent`, page);
    assert.ok(unscored.includes('side/broken.psirt.yaml'), unscored);
    const order = async () => (await names()).filter((name) => name.startsWith('Side'));
    assert.deepEqual(await order(), ['Side two', 'Side one']);
    await evaluate(
      `[...document.querySelectorAll('.heat-map thead button')].find((button) => button.textContent === '1.1').click()`,
      page,
    );
    await inPanel('.heat-map th[aria-sort="ascending"][title^="1.1"]', page);
    assert.deepEqual(await order(), ['Side one', 'Side two']);
  });

  it('opens an assessment at the service whose score is clicked, or chosen by keys', async () => {
    const selected = () => vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection);
    const untilAt = (id: string) =>
      until(
        vscode.window.onDidChangeTextEditorSelection,
        () => selected() === `"${id}"`,
        `${id} is selected`,
        () => `; it is ${selected()}`,
      );
    await evaluate(`${rowOne}.querySelector('td[title^="1.2"]').click()`, page);
    await untilAt('1.2');
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith('/side/one.psirt.yaml'));

    // VS Code gives the keyboard to what it shows some time after the command has ended, and would take it from the
    // page.
    await act('page.waitFor', { selector: '.monaco-editor.focused' });
    await vscode.commands.executeCommand('psirtMaturity.compareAssessments');
    await act('page.waitFor', { selector: '.monaco-editor.focused', state: 'hidden' });
    await evaluate(`${rowOne}.querySelector('button').focus()`, page);
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'Enter'])
      await act('panel.press', { selector: ':focus', key, marker: page });
    await untilAt('1.1');
  });

  it('writes what it shows, from its own button', async () => {
    const target = fileUri('side/shown.csv');
    await evaluate(`document.querySelector('.area-name button').click()`, page);
    await act('panel.click', { selector: '.roll-tools .export', marker: page });
    await chooseListed('CSV');
    await fileDialog();
    await choosePath(target.path);
    await untilWritten('shown.csv');
    const text = await textOf(target);
    assert.ok(text.includes('"side/one.psirt.yaml"') && text.includes('"side/broken.psirt.yaml"'), text);
    assert.ok(text.includes('"2.1"') && !text.includes('"1.1"'), 'the services of area 1 are folded away');
    await evaluate(`document.querySelector('.area-name button').click()`, page);
  });

  it('reads anew when asked, and tells assessments of one subject apart', async () => {
    await vscode.workspace.fs.writeFile(
      fileUri('side/three.psirt.yaml'),
      new TextEncoder().encode('subject: Side two\n'),
    );
    await act('panel.click', { selector: '.history-state .link', marker: page });
    await inPanel('.heat-map tbody tr:has(th[title*="three"])', page);
    const ofTwo = (await names()).filter((name) => name.startsWith('Side two')).sort();
    assert.deepEqual(
      ofTwo.map((name) => /side\/\w+/.exec(name)?.[0]),
      ['side/three', 'side/two'],
    );
  });
});
