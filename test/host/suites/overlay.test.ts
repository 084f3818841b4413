import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inventedSheet } from '../../support/invented-sheet';
import { inPanel, openDetails } from '../support/bridge';
import { completions, hovers } from '../support/queries';
import { closeAll, fileUri, itOnce, language, openWith, problemsOf, resetSettings, until } from '../support/workspace';
import { yaml } from '../../support/yaml';

const assessment = (path = '') => yaml`
  sheet: psirt-maturity@1.0
  ${path && `wording: ${path}\n`}services:
    "1.1": 3
`;
const overlay = (title: string) =>
  yaml`
    language: ${language}
    services:
      "1.1":
        title: ${title}
        levels:
          "3":
            description: <b>Ours</b> [1.1.1] [1.1.3.1]
            guidance: The **signed** charter
            examples: [Charter 2026]
  `;

describe('An organisation’s own wording', () => {
  afterEach(async () => {
    await resetSettings('wording');
    await closeAll();
    for (const path of ['own', 'sheet.psirt-wording.yaml'])
      await vscode.workspace.fs.delete(fileUri(path), { recursive: true }).then(undefined, () => undefined);
  });

  const write = (path: string, text: string) =>
    vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));

  /** The hover on 1.1 once it says something. */
  async function untilHover(document: vscode.TextDocument, part: string): Promise<string> {
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('"1.1"'));
    for (;;) {
      const [text = ''] = await hovers(document.uri, new vscode.Position(line, 4));
      if (text.includes(part)) return text;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('shows in hovers and the panel as text, at once when it is edited, saved or not', async () => {
    await write('own/ours.psirt-wording.yaml', overlay('Colleagues'));
    const { document } = await openWith('own/a.psirt.yaml', assessment('ours.psirt-wording.yaml'));
    const hover = await untilHover(document, 'Colleagues');
    assert.match(hover, /\\<b\\>Ours\\<\/b\\>[\s\S]*The \\\*\\\*signed\\\*\\\* charter[\s\S]*- Charter 2026/);
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-service="1.1"] .title:has-text("Colleagues")');
    await openDetails('1.1');
    await inPanel('[data-details="1.1"] h4');
    await inPanel('[data-details="1.1"]:has-text("The **signed** charter")');
    const words = await vscode.workspace.openTextDocument(fileUri('own/ours.psirt-wording.yaml'));
    const edit = new vscode.WorkspaceEdit();
    const at = words.getText().indexOf('Colleagues');
    edit.replace(
      words.uri,
      new vscode.Range(words.positionAt(at), words.positionAt(at + 'Colleagues'.length)),
      'Neighbours',
    );
    await vscode.workspace.applyEdit(edit);
    await untilHover(document, 'Neighbours');
    await inPanel('[data-service="1.1"] .title:has-text("Neighbours")');
    // VS Code opens a changed document by itself after a while, by then in the next test, and asks whether to save it
    // when it is closed there.
    await words.save();
  });

  itOnce('is found by its name and by the setting, and gone with its file', async () => {
    const { document } = await openWith('own/b.psirt.yaml', assessment());
    const [usual = ''] = await hovers(document.uri, new vscode.Position(2, 4));
    await write('sheet.psirt-wording.yaml', overlay('Root'));
    await untilHover(document, 'Root');
    await write('own/named.psirt-wording.yaml', overlay('Setting'));
    await vscode.workspace
      .getConfiguration('psirtMaturity')
      .update('wording', 'own/named.psirt-wording.yaml', vscode.ConfigurationTarget.Workspace);
    await untilHover(document, 'Setting');
    await vscode.workspace
      .getConfiguration('psirtMaturity')
      .update('wording', undefined, vscode.ConfigurationTarget.Workspace);
    await untilHover(document, 'Root');
    await vscode.workspace.fs.delete(fileUri('sheet.psirt-wording.yaml'));
    await untilHover(document, usual);
  });

  itOnce('is a problem where it is named and missing; the path is a link', async () => {
    const { document } = await openWith('own/c.psirt.yaml', assessment('none.psirt-wording.yaml'));
    const [problem] = await problemsOf(document.uri, (rules) => rules.includes('invalid-wording'));
    assert.ok(problem);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    assert.ok(links.some(({ target }) => target?.path.endsWith('/own/none.psirt-wording.yaml')));
  });

  it('has problems, hovers and completions in its own file', async () => {
    const { document } = await openWith(
      'own/words.psirt-wording.yaml',
      `language: ${language}\nservices:\n  "1.1":\n    tilte: x\n    levels:\n      "3": { description: Nothing cited }\n  "4.4":\n    \n`,
    );
    assert.equal(document.languageId, 'psirt-wording-yaml');
    await problemsOf(document.uri, (rules) => rules.join() === 'invalid-value,changed-reference');
    const [hover = ''] = await hovers(document.uri, new vscode.Position(2, 4));
    // A hover is Markdown, in which whatever could be markup is escaped.
    assert.match(hover.replaceAll('\\', ''), /1\.1/);
    assert.equal((await hovers(document.uri, new vscode.Position(2, 4))).length, 1);
    const labels = await completions(document.uri, new vscode.Position(7, 4));
    assert.deepEqual(labels.filter((label) => ['title', 'objective', 'notes', 'levels'].includes(label)).sort(), [
      'levels',
      'notes',
      'objective',
      'title',
    ]);
  });

  itOnce('is imported from the published sheet’s text, and opened', async () => {
    await write('own/sheet.txt', inventedSheet());
    const opened = () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('/sheet.psirt-wording.yaml') ?? false;
    const done = vscode.commands.executeCommand('psirtMaturity.importWording', fileUri('own/sheet.txt'));
    await until(vscode.window.onDidChangeActiveTextEditor, opened, 'the wording is shown');
    await done;
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^# .+\nlanguage: ja\n/);
  });
});
