import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseAssessment } from '../../../src/assessment/parse';
import { act, inPanel, places } from '../support/bridge';
import { fileDialog, press, question } from '../support/questions';
import { closeAll, language, problemsOf, untilText } from '../support/workspace';

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
    const isNew = ({ isUntitled, languageId }: vscode.TextDocument) => isUntitled && languageId === 'psirt-yaml';
    const document = vscode.workspace.textDocuments.find(isNew) ?? assert.fail('no document');
    assert.equal(parseAssessment(document.getText()).subject?.value, 'Trial');
    await problemsOf(document.uri, (rules) => rules.includes('missing-score'));
    await inPanel('[data-step="1.1"]', places.tab);
    await act('panel.press', { selector: '.step-title', key: '2', marker: places.tab });
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
