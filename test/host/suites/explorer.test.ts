/** What the user does with the mouse in VS Code's Explorer. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, inPanel, places } from './bridge';
import { closeAll, fileUri, openWith, untilText } from './workspace';

const row = (name: string) => `.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`;
const cited = (path: string) => `services:\n  "1.1":   # kept\n    score: 3\n    evidence:\n      - ${path}\n`;

describe('Files of the Explorer', () => {
  const explorer = () => vscode.workspace.getConfiguration('explorer');
  const settings = ['confirmDragAndDrop', 'confirmUndo'];

  beforeEach(async () => {
    for (const path of ['papers/charter.md', 'shelf/other.md']) await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode('# Charter\n'));
    await explorer().update('confirmDragAndDrop', false, vscode.ConfigurationTarget.Global);
    await explorer().update('confirmUndo', 'light', vscode.ConfigurationTarget.Global);
  });
  afterEach(async () => {
    for (const name of settings) await explorer().update(name, undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
    for (const path of ['papers', 'shelf']) await vscode.workspace.fs.delete(fileUri(path), { recursive: true });
  });

  async function show(path: string): Promise<void> {
    await vscode.commands.executeCommand('revealInExplorer', fileUri(path));
    await act('page.waitFor', { selector: row(path.slice(path.lastIndexOf('/') + 1)) });
  }

  it('dropped on a service in the editor they are cited there, as one step to undo', async () => {
    const text = 'services:\n  "1.1": 3   # kept\n';
    const { document } = await openWith('drag.psirt.yaml', text);
    await show('papers/charter.md');
    await act('page.drag', { selector: row('charter.md'), to: '.view-line:has-text("kept") span span', key: 'Shift' });
    await untilText(document, (now) => now === cited('papers/charter.md'), 'the document is cited');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('dropped on a row of the grid they are cited there', async () => {
    const { document } = await openWith('drag.psirt.yaml', 'services:\n  "1.1": 3   # kept\n');
    await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
    await inPanel('[data-service="1.1"]', places.tab);
    await show('papers/charter.md');
    await act('page.drag', { selector: row('charter.md'), to: '[data-service="1.1"] .title', inPanel: true, key: 'Shift' });
    await untilText(document, (now) => now === cited('papers/charter.md'), 'the document is cited');
  });

  it('moved to another folder they take their citations along, and one undo brings both back', async () => {
    const { document } = await openWith('drag.psirt.yaml', cited('papers/charter.md'));
    await show('shelf/other.md');
    await show('papers/charter.md');
    await act('page.drag', { selector: row('charter.md'), to: row('shelf') });
    await untilText(document, (now) => now === cited('shelf/charter.md'), 'the new place is cited');
    await vscode.commands.executeCommand('workbench.files.action.focusFilesExplorer');
    await act('page.press', { key: 'Control+z' });
    await untilText(document, (now) => now === cited('papers/charter.md'), 'the old place is cited');
    assert.ok(await vscode.workspace.fs.stat(fileUri('papers/charter.md')));
  });
});
