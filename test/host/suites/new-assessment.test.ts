import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseAssessment } from '../../../src/assessment/parse';
import { act, inPanel, places } from '../support/bridge';
import {
  choosePath,
  openDialog,
  press,
  question,
  quickInput,
  textOf,
  untilActive,
  untilGridOf,
} from '../support/questions';
import { closeAll, fileUri, itOnce, language, openWith } from '../support/workspace';

describe('New Assessment', () => {
  const uri = fileUri('security/trial.psirt.yaml');

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri('security'), { recursive: true });
  });

  it('asks for subject, place, target and areas, writes the file, and begins to score it', async () => {
    const run = vscode.commands.executeCommand('psirtMaturity.newAssessment');
    await question('1/4');
    await press('T', 'r', 'i', 'a', 'l', 'Enter');
    await question('2/4');
    await press('Enter');
    await question('3/4');
    await press('3', 'Enter');
    await question('4/4');
    // Leaves out the first area, which adds a question for the reason.
    await act('page.click', { selector: '.quick-input-list .monaco-list-row:has-text("1 ")' });
    await press('Enter');
    await question('5/5');
    await press('N', 'o', 'n', 'e', 'Enter');
    await run;
    await untilGridOf('/security/trial.psirt.yaml');
    const { subject, target, services } = parseAssessment(await textOf(uri));
    assert.deepEqual([subject?.value, target?.value, services.size], ['Trial', 3, 27]);
    assert.equal(services.get('1.1')?.excluded?.value, 'None');
    assert.equal(services.get('2.1')?.excluded, undefined);
    assert.match(
      await textOf(uri),
      language === 'ja' ? /"1\.1": {6}# 内部ステークホルダー/ : /"1\.1": {6}# Internal stakeholders/,
    );
    // The first area is left out: the first question is of the second.
    await inPanel('[data-step="2.1"]', places.tab);
    // The text is one key away.
    await act('panel.press', { selector: '.step-title', key: 'Control+Enter', marker: places.tab });
    await untilActive('/security/trial.psirt.yaml');
  });

  itOnce('never overwrites: it proposes another name, and does not take one that is there', async () => {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('mine'));
    const run = vscode.commands.executeCommand('psirtMaturity.newAssessment');
    await question('1/4');
    await press('T', 'r', 'i', 'a', 'l', 'Enter');
    await question('2/4');
    await press(...'security/trial', 'Enter');
    await act('page.waitFor', { selector: '.quick-input-widget .quick-input-message:has-text("trial.psirt.yaml")' });
    await act('page.click', { selector: '.quick-input-titlebar [class*="quick-input-back"]' });
    await question('1/4');
    await press('Enter');
    await question('2/4');
    await press('Enter');
    await question('3/4');
    await press('Enter');
    await question('4/4');
    await press('Enter');
    await run;
    await untilGridOf('/security/trial-2.psirt.yaml');
    assert.equal(await textOf(uri), 'mine');
  });
});

describe('New Assessment', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri('elsewhere'), { recursive: true });
  });

  itOnce('takes its place from a dialog, which may be given up, and keeps what was typed', async () => {
    await vscode.workspace.fs.createDirectory(fileUri('elsewhere'));
    const run = vscode.commands.executeCommand('psirtMaturity.newAssessment');
    await question('1/4');
    await press('T', 'r', 'i', 'a', 'l', 'Enter');
    await question('2/4');
    await press('End', 'x');
    await openDialog();
    await act('page.screenshot', { file: `pictures/new-dialog-${language}.png` });
    await press('Escape');
    await question('2/4');
    assert.equal(await act('page.value', { selector: quickInput }), 'security/trial.psirt.yamlx');
    await openDialog();
    await choosePath(fileUri('elsewhere/chosen.psirt.yaml').path);
    await question('3/4');
    await press('Enter');
    await question('4/4');
    await press('Enter');
    await run;
    await untilGridOf('/elsewhere/chosen.psirt.yaml');
    assert.equal(parseAssessment(await textOf(fileUri('elsewhere/chosen.psirt.yaml'))).subject?.value, 'Trial');
  });
});

describe('Start Next Assessment', () => {
  afterEach(closeAll);

  itOnce(
    'copies the file with the date of today, and nothing else changed; a second time it leaves the copy alone',
    async () => {
      const text = '\ufeffsheet: psirt-maturity@1.0\r\nassessed: "2025-11-01" # last\r\nservices:\r\n    1.1: 0x2\r\n';
      const { document } = await openWith('period.psirt.yaml', text);
      await vscode.commands.executeCommand('psirtMaturity.startNextAssessment', document.uri);
      const opened = vscode.window.activeTextEditor?.document.uri ?? document.uri;
      const date = /period\.(\d{4}-\d{2}-\d{2})\.psirt\.yaml$/.exec(opened.path)?.[1] ?? '';
      assert.equal(await textOf(opened), text.replace('2025-11-01', date));
      await vscode.workspace.fs.writeFile(opened, new TextEncoder().encode('changed'));
      await vscode.commands.executeCommand('psirtMaturity.startNextAssessment', document.uri);
      assert.equal(await textOf(opened), 'changed');
      assert.equal(await textOf(document.uri), text);
      await vscode.workspace.fs.delete(opened);
      await vscode.commands.executeCommand('notifications.clearAll');
    },
  );
});
