import assert from 'node:assert/strict';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { act, evaluate, inPanel } from '../support/bridge';
import { Repository } from '../support/repository';
import { closeAll, describeOnce, open, openWith } from '../support/workspace';
import { yaml } from '../../support/yaml';

const text = (score: number, subject = 'Trend trial') =>
  yaml`
    subject: ${subject}
    assessed: 2026-04-20
    target: 3
    services:
      "1.1": ${score}
      "2.1": 2
  `;
const table = () =>
  evaluate<string[][]>(
    `[...document.querySelectorAll('.trend-table tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent).filter((_, index) => index !== 1))`,
  );

async function openTrend(): Promise<void> {
  await vscode.commands.executeCommand('psirtMaturity.openGrid');
  await inPanel('#tab-trend');
  await act('panel.click', { selector: '#tab-trend' });
}

describeOnce('The trend', () => {
  const repository = new Repository('trend');

  before(() => repository.create());

  afterEach(async () => {
    await act('panel.click', { selector: '#tab-grid' });
    await closeAll();
    await repository.clear();
  });

  it('has a point for each committed version, past a renaming, for dated files of the same subject, and for now', async () => {
    await repository.commit('2026-01-10', { 'old.psirt.yaml': text(0) });
    repository.git('2026-02-10', 'mv', 'old.psirt.yaml', 'new.psirt.yaml');
    await repository.commit('2026-02-10', {});
    await repository.commit('2026-03-10', { 'new.psirt.yaml': text(2) });
    await openWith('trend/namesake.psirt.yaml', text(5));
    await open('trend/new.psirt.yaml');
    await openTrend();
    await inPanel('.history[data-points="4"]');
    await act('panel.click', { selector: '.trend-table summary' });
    const rows = await table();
    assert.deepEqual(
      rows.slice(0, -1).map(([day, mean, first]) => [day, mean, first]),
      [
        ['2026-01-10', '1.00', '0.00'],
        ['2026-02-10', '1.00', '0.00'],
        ['2026-03-10', '2.00', '2.00'],
        ['2026-04-20', '3.50', '5.00'],
      ],
    );
    assert.deepEqual(rows.at(-1)?.slice(1, 3), ['2.00', '2.00']);
    const { document } = await open('trend/new.psirt.yaml');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(4, 9, 4, 10), '4');
    await vscode.workspace.applyEdit(edit);
    await inPanel('.trend-table tbody tr:last-child td:nth-child(4):text("4.00")');
    await document.save();
  });

  it('is that of the repository around files that look like one themselves, whose settings start nothing', async () => {
    const around = new Repository('around');
    await around.create();
    const evil = new Repository('around/evil');
    const folder = evil.uri('').fsPath;
    const mark = join(folder, 'mark');
    await evil.create();
    await evil.commit('2026-01-10', { 'a.psirt.yaml': text(0, 'Disguise') });
    await evil.commit('2026-02-10', { 'a.psirt.yaml': text(5, 'Disguise') });
    const missing = evil.git('2026-02-10', 'rev-parse', 'HEAD~1:a.psirt.yaml').trim();
    const settings = {
      'core.worktree': '.',
      'core.repositoryFormatVersion': '1',
      'extensions.partialClone': 'origin',
      'remote.origin.promisor': 'true',
      'remote.origin.url': '.',
      'remote.origin.uploadpack': `touch ${mark}; false`,
    };
    for (const [key, value] of Object.entries(settings)) evil.git('2026-02-10', 'config', key, value);
    const names = ['HEAD', 'config', 'index', 'objects', 'refs'];
    for (const name of names) renameSync(join(folder, '.git', name), join(folder, name));
    rmSync(join(folder, '.git'), { recursive: true });
    rmSync(join(folder, 'objects', missing.slice(0, 2), missing.slice(2)));
    await around.commit('2026-03-10', { 'evil/a.psirt.yaml': text(3, 'Disguise') });
    await open('around/evil/a.psirt.yaml');
    await openTrend();
    await inPanel('.history[data-points="1"]');
    assert.ok(!existsSync(mark));
    assert.deepEqual((await table()).map(([day, mean]) => [day, mean])[0], ['2026-03-10', '2.50']);
    await around.clear();
  });

  it('says why there is none', async () => {
    const { document } = await openWith('alone.psirt.yaml', 'services: { "1.1": 2 }\n');
    await openTrend();
    await inPanel('.history[data-points="0"] .advice');
    assert.match(await evaluate(`document.querySelector('.history-state').textContent`), /Git/);
    await vscode.workspace.fs.delete(document.uri);
  });
});
