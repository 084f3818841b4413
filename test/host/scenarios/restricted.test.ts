import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { itServesTheMainPath } from './main-path';

describe('In a workspace that is not trusted', () => {
  it('it is not trusted, and the extension is there all the same', () => {
    assert.equal(vscode.workspace.isTrusted, false);
    assert.ok(vscode.extensions.getExtension('psirt-maturity.psirt-maturity'));
  });

  itServesTheMainPath();
});
