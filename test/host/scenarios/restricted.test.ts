import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { act, inPanel } from '../support/bridge';
import { Repository } from '../support/repository';
import { open } from '../support/workspace';
import { itServesTheMainPath } from '../support/main-path';

describe('In a workspace that is not trusted', () => {
  it('it is not trusted, and the extension is there all the same', () => {
    assert.equal(vscode.workspace.isTrusted, false);
    assert.ok(vscode.extensions.getExtension('psirt-maturity.psirt-maturity'));
  });

  itServesTheMainPath();

  it('asks the Git extension nothing', async () => {
    const repository = new Repository('hostile');
    await repository.create();
    await repository.commit('2026-01-10', { 'a.psirt.yaml': 'services: { "1.1": 2 }\n' });
    const mark = repository.uri('mark').fsPath;
    repository.git('2026-01-10', 'config', 'core.fsmonitor', `touch ${mark}; false`);
    await open('hostile/a.psirt.yaml');
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await act('panel.click', { selector: '#tab-trend' });
    await inPanel('.history[data-points="0"] .advice');
    assert.ok(!existsSync(mark));
  });
});
