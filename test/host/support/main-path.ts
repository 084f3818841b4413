/** The main path of a user through one assessment, for surroundings that could bar it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, inPanel, openDetails } from './bridge';
import { completions, hovers } from './queries';
import { closeAll, fileUri, openWith, problemsOf, untilMessage, untilText } from './workspace';
import { yaml } from '../../support/yaml';

const start = yaml`
  sheet: psirt-maturity@1.0
  subject: Trial
  services:
`;

/** Declares the tests of the main path. */
export function itServesTheMainPath(): void {
  afterEach(closeAll);

  it('opens an assessment in its own language and finds its problems', async () => {
    const { document } = await openWith('problems.psirt.yaml', `${start}  "1.1": 1\n`);
    assert.equal(document.languageId, 'psirt-yaml');
    await problemsOf(document.uri, (rules) =>
      ['below-target', 'average-below-target', 'missing-score'].every((rule) => rules.includes(rule)),
    );
  });

  it('explains a service and completes what is missing', async () => {
    const { document } = await openWith('explain.psirt.yaml', `${start}  "1.1": 1\n  \n`);
    const [service] = await hovers(document.uri, new vscode.Position(3, 4));
    assert.match(service ?? '', /(Level |レベル)5/);
    const ids = await completions(document.uri, new vscode.Position(4, 2));
    assert.ok(ids.some((label) => label.startsWith('1.2 ')) && !ids.some((label) => label.startsWith('1.1 ')));
  });

  it('looks up cited documents and their headings', async () => {
    await vscode.workspace.fs.writeFile(
      fileUri('docs/charter.md'),
      new TextEncoder().encode(yaml`
        # Charter

        ## Roles
      `),
    );
    const citing = (link: string) => `${start}  "1.1": { score: 3, target: 3, evidence: [${link}] }\n`;
    const { document } = await openWith('citing.psirt.yaml', citing('docs/no-such.md'));
    await untilMessage(document.uri, 'docs/no-such.md');
    for (const [link, missing] of [
      ['docs/charter.md#no-such-heading', true],
      ['docs/charter.md#roles', false],
    ] as const) {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, 99, 0), citing(link));
      await vscode.workspace.applyEdit(edit);
      if (missing) await untilMessage(document.uri, 'no-such-heading');
      else await problemsOf(document.uri, (rules) => !rules.includes('evidence-not-found'));
    }
  });

  it('scores with clicks in the grid, each one undo step', async () => {
    const text = yaml`
      ${start}  "1.1": 1
        "1.2":
          score: 2
          note: Free **Markdown**
    `;
    const { document } = await openWith('grid.psirt.yaml', text);
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-state="assessment"] [data-service="1.1"].score-1');
    await act('panel.click', { selector: '[data-service="1.1"] [data-level="4"]' });
    await untilText(document, (now) => now === text.replace('"1.1": 1', '"1.1": 4'), '1.1 is 4');
    await act('panel.click', { selector: '[data-service="1.2"] [data-level="3"]' });
    await untilText(document, (now) => now.includes('score: 3'), '1.2 is 3');
    await inPanel('[data-service="1.2"].score-3');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await untilText(document, (now) => now.includes('score: 2') && now.includes('"1.1": 4'), '1.2 is 2 again');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await inPanel('[data-service="1.1"].score-1');
  });

  it('shows a note as Markdown, with the library that is loaded for it', async () => {
    await openWith('note.psirt.yaml', `${start}  "1.2": { score: 2, note: Free **Markdown** }\n`);
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await openDetails('1.2');
    await inPanel('strong:has-text("Markdown")');
  });

  it('shows both values of a merge conflict, in the problem and in the grid, whose button takes one', async () => {
    const conflict = ['<<<<<<< ours', '  "1.1": 1', '=======', '  "1.1": 4', '>>>>>>> theirs', ''].join('\n');
    const { document } = await openWith('conflict.psirt.yaml', `${start}${conflict}`);
    const [problem] = await problemsOf(document.uri);
    assert.match(problem?.message ?? '', /1\.1.*1.*4/s);
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await act('panel.click', { selector: '[data-take="theirs"]' });
    await untilText(document, (now) => now === `${start}  "1.1": 4\n`, 'theirs is taken');
    await inPanel('[data-service="1.1"].score-4');
  });
}
