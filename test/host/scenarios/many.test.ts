/** How long the Assessments view takes over many files: at first, and after the window was loaded anew. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { exists } from '../../../src/extension/core/create-file';
import { act } from '../support/bridge';
import { stepsDuring } from '../support/steps';
import { assessmentsView, fileUri } from '../support/workspace';

const mark = fileUri('.loaded-anew');

/** Waits until the index is kept for the next opening. */
async function untilKept(): Promise<void> {
  const storage = join(process.env['PSIRT_TEST_DATA'] ?? '', 'data', 'User', 'workspaceStorage');
  const isKept = () =>
    existsSync(storage) &&
    readdirSync(storage, { recursive: true, encoding: 'utf8' }).some((path) => path.endsWith('assessments.jsonl'));
  while (!isKept()) await new Promise((resolve) => setTimeout(resolve, 100));
}

describe('The Assessments view over many files', function () {
  this.timeout(300_000);

  it('shows the first ones soon, and all in the end', async () => {
    const isSecond = await exists(mark);
    const present = (await vscode.workspace.findFiles('**/*.psirt.{yaml,yml}')).length;
    // The first question to the page has Node load certificates, which is none of the view's work.
    await act('page.waitFor', { selector: '.monaco-workbench' });
    let [first, total] = [0, 0];
    const { longest, ours } = await stepsDuring(async () => {
      const start = performance.now();
      await vscode.commands.executeCommand('psirtMaturity.assessments.focus');
      await act('page.seen', { selector: `${assessmentsView} .monaco-list-row[aria-label*="Product "]` });
      first = performance.now() - start;
      await act('page.seen', {
        selector: `${assessmentsView} .monaco-list-row[aria-setsize="${present}"]`,
        timeout: 200_000,
      });
      total = performance.now() - start;
    });
    const opening = isSecond ? 'second' : 'first';
    const [painted, complete, all, own] = [first, total, longest, ours].map((time) => time.toFixed(0));
    console.log(
      `View, ${opening} opening of ${present} files: ${painted} ms, ${complete} ms, longest ${all} ms, ours ${own} ms`,
    );
    if (isSecond) return;
    await untilKept();
    await vscode.workspace.fs.writeFile(mark, new Uint8Array());
    await vscode.commands.executeCommand('workbench.action.reloadWindow');
    await new Promise(() => {});
  });
});
