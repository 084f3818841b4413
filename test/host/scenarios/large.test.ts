/** How long the extension host's thread is held by large files, and by a folder with 50,000 others. */
import * as vscode from 'vscode';
import { largeFiles } from '../../bench/large-files';
import { act, inPanel } from '../support/bridge';
import { completions } from '../support/queries';
import { reportSteps } from '../support/steps';
import { assessmentsView, closeAll, fileUri, open, problemsOf, untilMessage, untilText } from '../support/workspace';

/** Keys one after the other, as somebody types them. */
async function type(document: vscode.TextDocument): Promise<void> {
  for (const number of [1, 2, 3, 4]) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), `# ${number}\n`);
    await vscode.workspace.applyEdit(edit);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** Asks for all that there is at a score. */
async function ask(document: vscode.TextDocument): Promise<void> {
  const at = document.positionAt(document.getText().indexOf('score:') + 'score: '.length);
  await completions(document.uri, at);
  await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, at);
  await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new vscode.Range(at, at));
}

describe('Large files', function () {
  this.timeout(120_000);
  afterEach(closeAll);

  before(async () => {
    await open('edge-router.psirt.yaml');
    await problemsOf(fileUri('edge-router.psirt.yaml'));
    await closeAll();
  });

  for (const [index, { name, text }] of largeFiles().entries()) {
    it(`${name}: open, type, ask, and type beside the grid`, async () => {
      const [plain, own] = [`large-${index}.txt`, `large-${index}.psirt.yaml`];
      for (const path of [plain, own])
        await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
      await reportSteps(`${name}: open as plain text`, async () => vscode.window.showTextDocument(fileUri(plain)));
      await closeAll();
      let document!: vscode.TextDocument;
      await reportSteps(`${name}: open`, async () => {
        ({ document } = await open(own));
        await problemsOf(document.uri);
      });
      await reportSteps(`${name}: type`, () => type(document));
      await reportSteps(`${name}: ask`, () => ask(document));
      await reportSteps(`${name}: type beside the grid`, async () => {
        await vscode.commands.executeCommand('psirtMaturity.openGrid');
        await inPanel('[data-state]');
        await type(document);
      });
    });
  }
});

describe('A folder with 50,000 other files', function () {
  this.timeout(120_000);
  afterEach(closeAll);

  it('shows its 50 assessments, and others', async () => {
    const present = (await vscode.workspace.findFiles('**/*.psirt.{yaml,yml}')).length;
    await reportSteps('50,000 other files: Assessments view', async () => {
      await vscode.commands.executeCommand('psirtMaturity.assessments.focus');
      await act('page.waitFor', {
        selector: `${assessmentsView} .monaco-list-row[aria-setsize="${present}"]`,
        timeout: 50_000,
      });
    });
  });

  it('completes evidence, and says what is not there', async () => {
    const { document } = await open('products/0.psirt.yaml');
    await reportSteps('50,000 other files: evidence that is not there', () => untilMessage(document.uri, 'gone-1.md'));
    const at = document.positionAt(document.getText().indexOf('- /flat/') + '- /flat/'.length);
    await reportSteps('50,000 other files: completion in a folder of 10,000', () => completions(document.uri, at));
  });

  it('finds what cites a document', () =>
    reportSteps('50,000 other files: find citations', async () => {
      const chosen = vscode.commands.executeCommand('psirtMaturity.findCitations', fileUri('flat/1.md'));
      await act('page.waitFor', { selector: '.quick-input-list .monaco-list-row:has-text("products/0.psirt.yaml")' });
      await act('page.press', { key: 'Escape' });
      await chosen;
    }));

  it('keeps citations right when a folder of 10,000 is renamed', async () => {
    const { document } = await open('products/0.psirt.yaml');
    await vscode.workspace
      .getConfiguration('psirtMaturity')
      .update('updateCitationsOnFileMove', 'always', vscode.ConfigurationTarget.Workspace);
    await reportSteps('50,000 other files: a folder of 10,000 is renamed', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(fileUri('flat'), fileUri('papers'));
      await vscode.workspace.applyEdit(edit);
      await untilText(document, (text) => text.includes('/papers/1.md'), 'the new name is cited');
    });
  });
});
