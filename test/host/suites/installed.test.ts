import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { act, inPanel } from '../support/bridge';
import { closeAll, open, problemsOf, untilText } from '../support/workspace';

describe('The package, installed in an empty VS Code', () => {
  afterEach(closeAll);

  it('is there as installed, with nothing of its sources and tests', async () => {
    const extension = vscode.extensions.getExtension('psirt-maturity.psirt-maturity');
    assert.ok(extension);
    for (const absent of ['src', 'test', 'node_modules', 'examples'])
      await assert.rejects(access(join(extension.extensionPath, absent)));
  });

  it('activates with the first assessment, finds problems, explains, and scores from the grid', async () => {
    const { document } = await open('payment-terminal.psirt.yaml');
    await problemsOf(document.uri, (rules) => rules.includes('below-target'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('"1.2"') + 2),
    );
    assert.equal(hovers.length, 1);
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-service="1.2"].score-1');
    await act('panel.click', { selector: '[data-service="1.2"] [data-level="2"]' });
    await untilText(document, (text) => /"1\.2": 2/.test(text), '1.2 is 2');
  });
});
