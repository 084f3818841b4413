import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act } from './bridge';
import { fileDialog, press, quickInput, textOf, untilActive } from './questions';
import { closeAll, fileUri, language, open } from './workspace';

describe('Export Report', () => {
  const folder = fileUri('exported');

  beforeEach(() => vscode.workspace.fs.createDirectory(folder));
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('asks for a format and a file, and writes the report of the assessment in the editor', async () => {
    const target = vscode.Uri.joinPath(folder, 'router.html');
    await open('edge-router.psirt.yaml');
    const run = vscode.commands.executeCommand('psirtMaturity.exportReport');
    await act('page.click', { selector: '.quick-input-list .monaco-list-row:has-text("HTML")' });
    await fileDialog();
    assert.match(await act<string>('page.value', { selector: quickInput }), /edge-router\.html$/);
    await act('page.fill', { selector: quickInput, text: target.path });
    await press('Enter');
    // Toasts are off in a VS Code under test: what offers to open the file waits in the centre.
    await vscode.commands.executeCommand('notifications.showList');
    const offer = `.notifications-center.visible .notification-list-item:has-text("router.html") .monaco-button:has-text("${language === 'ja' ? '開く' : 'Open'}")`;
    await act('page.waitFor', { selector: offer });
    assert.match(await textOf(target), new RegExp(`^<!DOCTYPE html>\\n<html lang="${language}">`));
    assert.match(await textOf(target), /ER-400 edge router firmware/);
    await act('page.click', { selector: offer });
    await run;
    await untilActive('/exported/router.html');
  });

  it('writes nothing when it is given up', async () => {
    await open('edge-router.psirt.yaml');
    const run = vscode.commands.executeCommand('psirtMaturity.exportReport');
    await act('page.waitFor', { selector: '.quick-input-list .monaco-list-row:has-text("Markdown")' });
    await press('Escape');
    await run;
    assert.deepEqual(await vscode.workspace.fs.readDirectory(folder), []);
  });
});
