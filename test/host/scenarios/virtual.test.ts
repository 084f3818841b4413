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
  const counted = (what: 'reads' | 'looks') => vscode.commands.executeCommand<number>(`memtest.${what}`);
  const reads = () => counted('reads');
  const until = async (what: 'reads' | 'looks', count: number) => {
    while ((await counted(what)) < count) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const shown = (text: string) =>
    act('page.waitFor', { selector: `${assessmentsView} .monaco-list-row:has-text("${text}")` });

  after(async () => {
    await speak(undefined);
    await vscode.workspace.fs.delete(fileUri('slow'), { recursive: true });
  });

  it('gives up a reading that is out of date: no file that it had not asked for yet is read for it', async () => {
    const bytes = new TextEncoder().encode('sheet: psirt-maturity@1.0\nsubject: Slow\n');
    for (let number = 0; number < total; number++)
      await vscode.workspace.fs.writeFile(fileUri(`slow/${number}.psirt.yaml`), bytes);
    await vscode.commands.executeCommand('psirtMaturity.assessments.focus');
    await shown('Slow');
    await vscode.commands.executeCommand('psirtMaturity.assessments.refresh');
    await vscode.commands.executeCommand('memtest.hold');
    // What files say depends on the language: each change has all of them read anew.
    await speak('ja');
    // All that are asked for at the same time: what comes on top of them is of the next reading.
    await until('reads', 16);
    const given = await reads();
    await speak('en');
    await until('reads', given + 1);
    await vscode.commands.executeCommand('memtest.release');
    await vscode.commands.executeCommand('psirtMaturity.assessments.refresh');
    const all = await reads();
    assert.ok(all >= total && all <= total + total / 2, `${all} reads of ${total} files`);
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
    assert.ok((await reads()) >= total);
  });
});
