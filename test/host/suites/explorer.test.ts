/** What the user does with the mouse in VS Code's Explorer. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { exists } from '../../../src/extension/core/create-file';
import { act, inPanel, places } from '../support/bridge';
import { closeAll, describeOnce, fileUri, openWith, until, untilText } from '../support/workspace';
import { yaml } from '../../support/yaml';

const row = (name: string) => `.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`;
const cited = (path: string) => yaml`
  services:
    "1.1":   # kept
      score: 3
      evidence:
        - ${path}
`;

describeOnce('Files of the Explorer', () => {
  const explorer = () => vscode.workspace.getConfiguration('explorer');
  const lenses = (enabled?: boolean) =>
    vscode.workspace
      .getConfiguration('psirtMaturity')
      .update('lenses.enabled', enabled, vscode.ConfigurationTarget.Global);
  const settings = ['confirmDragAndDrop', 'confirmUndo'];

  beforeEach(async () => {
    for (const path of ['a-papers/charter.md', 'a-shelf/other.md'])
      await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode('# Charter\n'));
    await explorer().update('confirmDragAndDrop', false, vscode.ConfigurationTarget.Global);
    await explorer().update('confirmUndo', 'light', vscode.ConfigurationTarget.Global);
    // They come when they like, and move the lines down under the pointer.
    await lenses(false);
  });
  afterEach(async () => {
    for (const name of settings) await explorer().update(name, undefined, vscode.ConfigurationTarget.Global);
    await lenses();
    await closeAll();
    for (const path of ['a-papers', 'a-shelf']) await vscode.workspace.fs.delete(fileUri(path), { recursive: true });
  });

  async function show(path: string): Promise<void> {
    await vscode.commands.executeCommand('revealInExplorer', fileUri(path));
    // Both folders, which stand above all that other suites make: nothing comes or goes late and moves the row.
    for (const name of ['a-papers', 'a-shelf', path.slice(path.lastIndexOf('/') + 1)])
      await act('page.waitFor', { selector: row(name) });
  }

  it('dropped on a service in the editor they are cited there, as one step to undo', async () => {
    const text = 'services:\n  "1.1": 3   # kept\n';
    const { document } = await openWith('drag.psirt.yaml', text);
    await show('a-papers/charter.md');
    await act('page.drag', {
      selector: row('charter.md'),
      to: '.view-line:has-text("kept") span span',
      sign: '.dnd-target',
      key: 'Shift',
    });
    await untilText(document, (now) => now === cited('a-papers/charter.md'), 'the document is cited');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('dropped on a row of the grid they are cited there', async () => {
    const { document } = await openWith('drag.psirt.yaml', 'services:\n  "1.1": 3   # kept\n');
    await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
    await inPanel('[data-service="1.1"]', places.tab);
    await show('a-papers/charter.md');
    await act('page.drag', {
      selector: row('charter.md'),
      to: '[data-service="1.1"] .title',
      sign: '[data-service="1.1"][data-drop]',
      inPanel: true,
      key: 'Shift',
    });
    await untilText(document, (now) => now === cited('a-papers/charter.md'), 'the document is cited');
  });

  it('moved to another folder they take their citations along, and one undo brings both back', async () => {
    const { document } = await openWith('shelf.psirt.yaml', cited('a-papers/charter.md'));
    await show('a-shelf/other.md');
    await show('a-papers/charter.md');
    let moved = false;
    const subscription = vscode.workspace.onDidRenameFiles(() => (moved = true));
    await act('page.drag', { selector: row('charter.md'), to: row('a-shelf'), sign: `${row('a-shelf')}.drop-target` });
    await untilText(document, (now) => now === cited('a-shelf/charter.md'), 'the new place is cited');
    // VS Code asks for the edits before it moves the file.
    await until(vscode.workspace.onDidRenameFiles, () => moved, 'the file is moved');
    subscription.dispose();
    await vscode.commands.executeCommand('workbench.files.action.focusFilesExplorer');
    await act('page.press', { key: 'Control+z' });
    await untilText(document, (now) => now === cited('a-papers/charter.md'), 'the old place is cited');
    while (!(await exists(fileUri('a-papers/charter.md')))) await new Promise((resolve) => setTimeout(resolve, 20));
  });
});
