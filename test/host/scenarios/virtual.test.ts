import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { itServesTheMainPath } from './main-path';

describe('In a virtual workspace', () => {
  it('its one folder is on no disk', () => {
    assert.deepEqual(vscode.workspace.workspaceFolders?.map(({ uri }) => uri.scheme), ['memtest']);
  });

  itServesTheMainPath();
});
