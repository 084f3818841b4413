import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act } from '../support/bridge';
import { closeAll, fileUri, itOnce, language, openWith, untilText } from '../support/workspace';
import { yaml } from '../../support/yaml';

const text = yaml`
  sheet: psirt-maturity@1.0
  services:
    "1.1": 3   # mine
    "1.2": { score: 2, note: old }
    "1.3": 1
`;
const ja = language === 'ja';

describe('Import Scores from Spreadsheet', () => {
  const csv = fileUri('scores.csv');
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(csv);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  async function importing(table: string) {
    const { document } = await openWith('imported.psirt.yaml', text);
    await vscode.workspace.fs.writeFile(csv, new TextEncoder().encode(table));
    return { document, run: vscode.commands.executeCommand('psirtMaturity.importCsv', document.uri, csv) };
  }

  it('shows what changes, leaves out what the user unticks, and is one step to undo', async () => {
    const { document, run } = await importing(yaml`
      id,score,note
      1.1,4,
      1.2,2,new
      1.3,2,
    `);
    const row = (id: string) => `.quick-input-list .monaco-list-row:has-text("${id}")`;
    await act('page.waitFor', { selector: `${row('1.1')}:has-text("${ja ? 'スコア 3 → 4' : 'score 3 → 4'}")` });
    await act('page.click', { selector: row('1.3') });
    await act('page.press', { key: 'Enter' });
    await run;
    const changed = text.replace('"1.1": 3', '"1.1": 4').replace('note: old', 'note: new');
    await untilText(document, (now) => now === changed, 'two services are changed');
    await vscode.commands.executeCommand('undo');
    await untilText(document, (now) => now === text, 'the import is undone');
  });

  it('names the rows that do not fit before it goes on with the others', async () => {
    const { document, run } = await importing(yaml`
      id,score
      1.1,9
      9.9,1
      1.2,3
    `);
    for (const name of ja ? ['2行目（1.1）', '3行目（9.9）'] : ['row 2 (1.1)', 'row 3 (9.9)']) {
      await act('page.waitFor', { selector: `.quick-input-list .monaco-list-row:has-text("${name}")` });
    }
    await act('page.press', { key: 'Enter' });
    await act('page.waitFor', { selector: '.quick-input-list .monaco-list-row:has-text("1.2")' });
    await act('page.press', { key: 'Enter' });
    await run;
    await untilText(document, (now) => now === text.replace('score: 2', 'score: 3'), '1.2 is changed alone');
  });

  itOnce('changes nothing for a table that says what the file says', async () => {
    const { document, run } = await importing(yaml`
      id,score
      1.1,3
      1.2,2
    `);
    await run;
    assert.equal(document.getText(), text);
    // Toasts are off in a VS Code under test: the notification waits in the centre.
    await vscode.commands.executeCommand('notifications.showList');
    await act('page.waitFor', { selector: `.notifications-list-container:has-text("scores.csv")` });
  });
});
