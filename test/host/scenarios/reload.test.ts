/** The window is loaded anew half way: the tests then run a second time, and find what the first run left behind. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, inPanel, places } from '../support/bridge';
import { exists } from '../../../src/extension/core/create-file';
import { press, skipInList, stepOf } from '../support/questions';
import { assessmentsView, fileUri, language, open, openWith } from '../support/workspace';
import { yaml } from '../../support/yaml';

const mark = fileUri('.loaded-anew');
const name = 'steps.psirt.yaml';
const subjects = `${assessmentsView} .monaco-list-row`;
const scoreInList = () => vscode.commands.executeCommand('psirtMaturity.scoreInList', fileUri(name));

async function openView(): Promise<void> {
  await vscode.commands.executeCommand('psirtMaturity.assessments.focus');
  await act('page.waitFor', { selector: subjects });
}

/** Resolves in the second run only; ends the first. */
async function reloadOnce(prepare: () => Promise<void>): Promise<void> {
  if (await exists(mark)) return;
  await prepare();
  await vscode.workspace.fs.writeFile(mark, new Uint8Array());
  await vscode.commands.executeCommand('workbench.action.reloadWindow');
  await new Promise(() => {});
}

describe('After the window was loaded anew', () => {
  before(async function () {
    this.timeout(120_000);
    await reloadOnce(async () => {
      await openView();
      await vscode.commands.executeCommand('psirtMaturity.assessments.sort', 'below');
      await vscode.commands.executeCommand('psirtMaturity.assessments.filter', 'incomplete');
      await openWith(
        name,
        yaml`
          sheet: psirt-maturity@1.0
          services:
            "1.1": 2
        `,
      );
      const run = scoreInList();
      await stepOf('1.2');
      await skipInList();
      await stepOf('1.3');
      await press('Escape');
      await run;
      await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
      await act('panel.click', { selector: 'button.guide', marker: places.tab });
      for (const [from, to] of [
        ['1.2', '1.3'],
        ['1.3', '1.4'],
      ]) {
        await inPanel(`[data-step="${from}"] .step-title:focus`, places.tab);
        await act('panel.press', { key: 'ArrowRight' });
        await inPanel(`[data-step="${to}"]`, places.tab);
      }
      await act('panel.press', { key: 'Escape' });
      await inPanel('[data-service="1.4"].selected', places.tab);
    });
  });

  it('the Assessments view is sorted and filtered as before', async () => {
    await openView();
    await act('page.waitFor', {
      selector: `.pane-header:has-text("${language === 'ja' ? '目標未達のサービスが多い順' : 'Most services below target first'}")`,
    });
    await act('page.waitFor', { selector: `.pane-header:has-text("${language === 'ja' ? '未完了' : 'Incomplete'}")` });
  });

  it('native guided scoring goes on at the service where it was left', async () => {
    await open(name);
    const run = scoreInList();
    await stepOf('1.3');
    await press('Escape');
    await run;
  });

  it('the grid is there again, and guided scoring in it goes on where it was left', async () => {
    await open(name);
    await inPanel('[data-service="1.4"]', places.tab);
    await act('panel.click', { selector: 'button.guide', marker: places.tab });
    await inPanel('[data-step="1.4"]', places.tab);
    assert.equal(
      await vscode.workspace.fs
        .readFile(fileUri(name))
        .then((bytes) => new TextDecoder().decode(bytes).includes('1.2')),
      false,
    );
  });
});
