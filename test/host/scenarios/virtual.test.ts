import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act } from '../support/bridge';
import { assessmentsView, fileUri } from '../support/workspace';
import { itServesTheMainPath } from '../support/main-path';

describe('In a virtual workspace', () => {
  it('its one folder is on no disk', () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map(({ uri }) => uri.scheme),
      ['memtest'],
    );
  });

  itServesTheMainPath();
});

describe('Assessments view over slow files', () => {
  const total = 100;
  const speak = (language: string | undefined) =>
    vscode.workspace.getConfiguration('psirtMaturity').update('language', language, vscode.ConfigurationTarget.Global);
  const paths = (what: 'reads' | 'looks') => vscode.commands.executeCommand<readonly string[]>(`memtest.${what}`);
  const until = async (what: 'reads' | 'looks', count: number) => {
    while ((await paths(what)).length < count) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const shown = (text: string) =>
    act('page.waitFor', { selector: `${assessmentsView} .monaco-list-row:has-text("${text}")` });

  after(async () => {
    await speak(undefined);
    await vscode.workspace.fs.delete(fileUri('slow'), { recursive: true });
  });

  it('gives up a reading that is out of date: no file that it had not asked for yet is read for it', async () => {
    const bytes = new TextEncoder().encode('sheet: psirt-maturity@1.0\nsubject: Slow\n');
    const names = Array.from({ length: total }, (_, number) => `${number}.psirt.yaml`);
    // Were their making noticed, they would be read for that as well, at a time of its own.
    await vscode.commands.executeCommand('memtest.fill', fileUri('slow'), names, bytes);
    await vscode.commands.executeCommand('psirtMaturity.assessments.focus');
    await vscode.commands.executeCommand('psirtMaturity.assessments.refresh');
    await shown('Slow');
    await vscode.commands.executeCommand('memtest.hold');
    // What files say depends on the language: each change has all of them read anew.
    await speak('ja');
    await until('reads', 16);
    await speak('en');
    await until('reads', 32);
    // It takes the place of the second reading while that is still held, as that one did with the first.
    const last = vscode.commands.executeCommand('psirtMaturity.assessments.refresh');
    await until('reads', 48);
    await vscode.commands.executeCommand('memtest.release');
    await last;
    const read = await paths('reads');
    assert.ok(new Set(read).size >= total);
    assert.equal(read.length, 16 + 16 + new Set(read).size, String(read));
  });

  it('keeps a file that came while all were being looked for, in a folder that was looked into before', async () => {
    const write = (name: string) =>
      vscode.workspace.fs.writeFile(
        fileUri(`${name}.psirt.yaml`),
        new TextEncoder().encode(`sheet: psirt-maturity@1.0\nsubject: A ${name} one\n`),
      );
    await vscode.commands.executeCommand('memtest.holdFolders');
    const found = vscode.commands.executeCommand('psirtMaturity.assessments.refresh');
    await until('looks', 1);
    await write('late');
    await shown('A late one');
    await vscode.commands.executeCommand('memtest.release');
    await found;
    // Once this one is listed, the list shows what came of that.
    await write('later');
    await shown('A later one');
    await shown('A late one');
    for (const name of ['late', 'later']) await vscode.workspace.fs.delete(fileUri(`${name}.psirt.yaml`));
  });

  it('asks for 16 files at the same time, and for the next when one is there', async () => {
    await vscode.commands.executeCommand('memtest.hold');
    const found = vscode.commands.executeCommand('psirtMaturity.findCitations', fileUri('nowhere.md'));
    await until('reads', 16);
    await vscode.commands.executeCommand('memtest.release');
    await found;
    assert.equal(await vscode.commands.executeCommand('memtest.most'), 16);
    assert.ok((await paths('reads')).length >= total);
  });
});
