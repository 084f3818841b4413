import * as vscode from 'vscode';
import { act } from '../support/bridge';
import { closeAll, itOnce, language, openWith, untilText } from '../support/workspace';

const row = (label: string) => `.suggest-widget.visible .monaco-list-row.focused[aria-label^="${label}"]`;

describe('Snippets', () => {
  afterEach(closeAll);

  it('are offered in an empty file, a whole assessment first, which leads to its first score', async () => {
    const { document } = await openWith('empty.psirt.yaml', '');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await act('page.waitFor', { selector: row('psirt-assessment') });
    await act('page.press', { key: 'Escape' });
    await act('page.type', { text: 'psirt' });
    for (const label of ['psirt-assessment', 'psirt-service', 'psirt-exclusion'])
      await act('page.waitFor', { selector: row(label).replace('.focused', '') });
    await act('page.screenshot', { file: `pictures/empty-file-${language}.png` });
    await act('page.press', { key: 'Enter' });
    await untilText(document, (text) => text.includes('"6.2": '), 'the whole assessment is there');
    await act('page.type', { text: 'Router: firmware' });
    await act('page.press', { key: 'Tab' });
    await act('page.type', { text: '3' });
    await untilText(
      document,
      (text) => /^sheet: psirt-maturity@1\.0\nsubject: "Router: firmware"\n[^]*\n {2}"1\.1": 3 +# /.test(text),
      'the first score is typed where the snippet leads',
    );
  });

  itOnce('come with Tab behind their prefix', async () => {
    const editor = await openWith('snippet.psirt.yaml', 'sheet: psirt-maturity@1.0\nservices:\n  \n');
    editor.selection = new vscode.Selection(2, 2, 2, 2);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    for (const key of [...'psirt-exclusion', 'Tab']) await act('page.press', { key });
    await untilText(
      editor.document,
      (text) => text.endsWith('  "1.1":\n    excluded: reason\n'),
      'the exclusion is there',
    );
  });
});
