import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseAssessment } from '../../../src/assessment/parse';
import { act, inPanel, places } from '../support/bridge';
import { choosePath, openDialog, press, question, textOf, untilGridOf } from '../support/questions';
import { closeAll, language, until } from '../support/workspace';
import { yaml } from '../../support/yaml';

describe('In a workspace with two folders', () => {
  const folders = () => vscode.workspace.workspaceFolders ?? [];
  const at = (name: string, path: string) =>
    vscode.Uri.joinPath(folders().find((folder) => folder.name === name)?.uri ?? assert.fail(name), path);

  // VS Code in a browser reads the file that names them when the extensions run already, and not at all where that is
  // before it can read files: then it takes notice of the file once that is written again.
  before(async () => {
    const there = until(
      vscode.workspace.onDidChangeWorkspaceFolders,
      () => folders().length === 2,
      'both folders are there',
    );
    const file = vscode.workspace.workspaceFile ?? assert.fail('no workspace file');
    if (folders().length !== 2) {
      const text = await vscode.workspace.fs.readFile(file);
      await vscode.workspace.fs.writeFile(file, Buffer.concat([text, Buffer.from('\n')]));
    }
    await there;
  });

  afterEach(closeAll);

  /** Guided scoring, in the place of the text, begins. */
  const scoringBegins = () => inPanel('[data-step="1.1"]', places.tab);

  it('the grid shows the only assessment there is by itself, and offers them once there are two', async () => {
    const [one, two] = [at('devices', 'one.psirt.yaml'), at('services', 'two.psirt.yaml')];
    const write = (uri: vscode.Uri) =>
      vscode.workspace.fs.writeFile(
        uri,
        Buffer.from(yaml`
          sheet: psirt-maturity@1.0
          services:
            "1.1": 2
        `),
      );
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-state="empty"] button.primary', places.sideBar);
    await write(one);
    await inPanel('[data-service="1.1"].score-2', places.sideBar);
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs),
      [],
    );
    await act('panel.click', { selector: '[data-service="1.1"] [data-level="3"]', marker: places.sideBar });
    await inPanel('[data-service="1.1"].score-3', places.sideBar);
    await write(two);
    await vscode.commands.executeCommand('workbench.action.files.saveAll');
    await vscode.window.showTextDocument(one);
    await closeAll();
    await inPanel('[data-listed*="one"]', places.sideBar);
    await inPanel('[data-listed*="two"]', places.sideBar);
    for (const uri of [one, two]) await vscode.workspace.fs.delete(uri);
    await inPanel('[data-state="empty"]:not(:has([data-listed]))', places.sideBar);
  });

  it('New Assessment asks which folder, and writes the file there', async () => {
    const run = vscode.commands.executeCommand('psirtMaturity.newAssessment');
    await question('1/5');
    await press('C', 'l', 'o', 'u', 'd', 'Enter');
    await question('2/5');
    await act('page.waitFor', { selector: '.quick-input-list .monaco-list-row.focused:has-text("devices")' });
    await act('page.screenshot', { file: `pictures/new-folders-${language}.png` });
    await press('ArrowDown', 'Enter');
    await question('3/5');
    // Back, the folder is still chosen.
    await act('page.click', { selector: '.quick-input-titlebar [class*="quick-input-back"]' });
    await question('2/5');
    await act('page.waitFor', { selector: '.quick-input-list .monaco-list-row.focused:has-text("services")' });
    for (const step of ['3/5', '4/5', '5/5']) {
      await press('Enter');
      await question(step);
    }
    await press('Enter');
    await run;
    await untilGridOf('/services/security/cloud.psirt.yaml');
    await scoringBegins();
    assert.equal(parseAssessment(await textOf(at('services', 'security/cloud.psirt.yaml'))).subject?.value, 'Cloud');
  });

  it('the dialog leads from one folder into the other', async () => {
    const run = vscode.commands.executeCommand('psirtMaturity.newAssessment');
    await question('1/5');
    await press('C', 'a', 'm', 'Enter');
    await question('2/5');
    await press('Enter');
    await question('3/5');
    await openDialog();
    await choosePath(at('services', 'cam').path);
    for (const step of ['4/5', '5/5']) {
      await question(step);
      await press('Enter');
    }
    await run;
    await untilGridOf('/services/cam.psirt.yaml');
    await scoringBegins();
    await assert.rejects(async () => vscode.workspace.fs.stat(at('devices', 'security')));
  });

  it('from a folder in the Explorer it is that folder; the view lists the assessments of both', async () => {
    const run = vscode.commands.executeCommand('psirtMaturity.newAssessment', at('devices', ''));
    await question('1/4');
    await press('C', 'a', 'm', 'e', 'r', 'a', 'Enter');
    for (const step of ['2/4', '3/4', '4/4']) {
      await question(step);
      await press('Enter');
    }
    await run;
    await untilGridOf('/devices/camera.psirt.yaml');
    await scoringBegins();
    await vscode.commands.executeCommand('psirtMaturity.assessments.focus');
    await act('page.waitFor', { selector: '.monaco-list-row:has-text("Camera")' });
    await act('page.waitFor', { selector: '.monaco-list-row:has-text("Cloud")' });
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-service="1.1"]', places.sideBar);
  });
});
