import * as vscode from 'vscode';
import { act } from './bridge';
import { closeAll, openWith, untilText } from './workspace';

describe('Snippets', () => {
  afterEach(closeAll);

  it('come with Tab behind their prefix', async () => {
    const editor = await openWith('snippet.psirt.yaml', 'sheet: psirt-maturity@1.0\nservices:\n  \n');
    editor.selection = new vscode.Selection(2, 2, 2, 2);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    for (const key of [...'psirt-exclusion', 'Tab']) await act('page.press', { key });
    await untilText(editor.document, (text) => text.endsWith('  "1.1":\n    excluded: reason\n'), 'the exclusion is there');
  });
});
