import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseAssessment } from '../../../src/assessment/parse';
import { act, inPanel } from '../suites/bridge';
import { fileDialog, press, question } from '../suites/questions';
import { closeAll, language, problemsOf, untilText } from '../suites/workspace';

describe('In a window without a folder', () => {
  afterEach(closeAll);

  it('New Assessment asks for no place and opens an untitled document, which all else works on', async () => {
    assert.equal(vscode.workspace.workspaceFolders, undefined);
    const run = vscode.commands.executeCommand('psirtMaturity.newAssessment');
    await question('1/3');
    await press('T', 'r', 'i', 'a', 'l', 'Enter');
    await question('2/3');
    await press('Enter');
    await question('3/3');
    await press('Enter');
    await run;
    const { document } = vscode.window.activeTextEditor ?? assert.fail('no editor');
    assert.deepEqual([document.isUntitled, document.languageId], [true, 'psirt-yaml']);
    assert.equal(parseAssessment(document.getText()).subject?.value, 'Trial');
    await problemsOf(document.uri, (rules) => rules.includes('missing-score'));
    await inPanel('[data-service="1.1"]');
    await act('panel.click', { selector: '[data-service="1.1"] [data-level="2"]' });
    await untilText(document, (text) => /"1\.1": +2 /.test(text), '1.1 is 2');
    await act('page.screenshot', { file: `pictures/new-untitled-${language}.png` });
    await vscode.window.showTextDocument(document);
    void vscode.commands.executeCommand('workbench.action.files.saveAs');
    await fileDialog();
    await act('page.screenshot', { file: `pictures/new-untitled-save-${language}.png` });
    await press('Escape');
  });

  it('the Assessments view says what to do', async () => {
    await vscode.commands.executeCommand('psirtMaturity.assessments.focus');
    await act('page.screenshot', { file: `pictures/empty-view-${language}.png` });
  });
});
