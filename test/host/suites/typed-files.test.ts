/**
 * Whole files typed on the keyboard, as fast as the keys come: what is offered meanwhile must take no key for itself.
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { helpedFile, typedFiles } from '../../support/typed-files';
import { act } from '../support/bridge';
import { closeAll, describeOnce, openWith, untilText } from '../support/workspace';

/**
 * Types a file as one does who leaves indentation, closing quotes and closing brackets to the editor as far as it gives
 * them.
 */
async function typeAsOneDoes(text: string): Promise<void> {
  let given = 0;
  for (const line of text.trimEnd().split('\n')) {
    const wanted = line === '' ? given : line.search(/\S/);
    for (let surplus = given - wanted; surplus > 0; surplus -= 2) await act('page.press', { key: 'Backspace' });
    await act('page.type', { text: `${' '.repeat(Math.max(0, wanted - given))}${line.trim()}\n`, delay });
    given = wanted + (/:(?: [|>])?(?: +#.*)?$|^ *- (?:link|action): /.test(line) ? 2 : 0);
  }
}

/** As fast as somebody very fast, in milliseconds a key: lists have the time to show. */
const delay = 15;

describeOnce('A file typed at speed', function () {
  this.timeout(180_000);
  const editor = () => vscode.workspace.getConfiguration('editor', { languageId: 'psirt-yaml' });
  const help = ['autoIndent', 'autoClosingQuotes', 'autoClosingBrackets'];
  const without: Readonly<Record<string, string>> = { autoIndent: 'none' };
  const setHelp = async (on: boolean): Promise<void> => {
    for (const name of help)
      await editor().update(
        name,
        on ? undefined : (without[name] ?? 'never'),
        vscode.ConfigurationTarget.Workspace,
        true,
      );
  };
  const typing = async (text: string, type: () => Promise<unknown>): Promise<void> => {
    const { document } = await openWith('typed-file.psirt.yaml', '');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await type();
    await untilText(document, (typed) => typed.trimEnd() === text.trimEnd(), 'the file is what was typed');
  };
  afterEach(closeAll);

  for (const [layout, text] of Object.entries(typedFiles)) {
    describe(`in the ${layout} layout`, () => {
      before(() => setHelp(false));
      after(() => setHelp(true));

      it('is what was typed, one key upon the other', () => typing(text, () => act('page.type', { text })));
      it('is what was typed, with time for lists to show', () => typing(text, () => act('page.type', { text, delay })));
    });
  }

  it('is what was meant where the editor indents and closes quotes and brackets', () =>
    typing(helpedFile, () => typeAsOneDoes(helpedFile)));
});

describeOnce('Suggestions', () => {
  afterEach(closeAll);

  it('come by themselves where a place is typed that has some', async () => {
    const editor = await openWith('places.psirt.yaml', '');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    const listed = (label: string) =>
      act('page.waitFor', { selector: `.suggest-widget.visible .monaco-list-row.focused[aria-label^="${label}"]` });
    for (const [text, first] of [
      ['sheet: ', 'psirt-maturity@1.0'],
      ['psirt-maturity@1.0\ntarget: ', '2,'],
      ['3\nservices:\n', undefined],
      ['1', '1.1 '],
      ['.2: ', undefined],
      ['2\n"', '1.1 '],
      ['1.1": ', undefined],
      ['\b\nevidence:\n- ', 'link'],
      ['docs/', 'component-monitoring.md'],
      ['psirt-charter.md#', '#psirt-charter'],
    ] as const) {
      for (const part of text.split(/(\x08)/))
        await (part === '\b' ? act('page.press', { key: 'Backspace' }) : act('page.type', { text: part, delay }));
      if (first) await listed(first);
    }
    assert.match(editor.document.getText(), /- docs\/psirt-charter\.md#$/);
  });
});
