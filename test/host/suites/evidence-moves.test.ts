import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { charter, citing, configuration, rename, usePapers, write } from '../support/papers';
import { describeOnce, fileUri, openWith, until, untilText } from '../support/workspace';

describeOnce('Evidence that is moved', () => {
  usePapers();

  it('follows a file, a folder and the assessment itself when they are moved', async () => {
    await write('archive/closed.psirt.yaml', citing('../papers/minutes.md'));
    const { document } = await openWith(
      'moves.psirt.yaml',
      citing('papers/charter.md#roles   # kept', '/papers/minutes.md'),
    );
    await rename('papers/charter.md', 'papers/mission.md');
    await untilText(
      document,
      (text) => text === citing('papers/mission.md#roles   # kept', '/papers/minutes.md'),
      'the new name is cited',
    );
    await rename('papers', 'archive/papers');
    await untilText(
      document,
      (text) => text === citing('archive/papers/mission.md#roles   # kept', '/archive/papers/minutes.md'),
      'the new folder is cited',
    );
    const closed = await vscode.workspace.openTextDocument(fileUri('archive/closed.psirt.yaml'));
    assert.equal(closed.getText(), citing('papers/minutes.md'));
    await until(vscode.workspace.onDidSaveTextDocument, () => !closed.isDirty, 'what was saved before is saved');
    await rename('moves.psirt.yaml', 'moved/moves.psirt.yaml');
    const own = await vscode.workspace.openTextDocument(fileUri('moved/moves.psirt.yaml'));
    assert.equal(own.getText(), citing('../archive/papers/mission.md#roles   # kept', '/archive/papers/minutes.md'));
  });

  it('saves what a move changed where that was saved before, and nothing else', async () => {
    const onDisk = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));
    for (const mode of ['prompt', 'always'] as const) {
      await configuration().update('updateCitationsOnFileMove', mode, vscode.ConfigurationTarget.Workspace);
      const [from, to] =
        mode === 'prompt' ? ['papers/charter.md', 'papers/mission.md'] : ['papers/mission.md', 'papers/charter.md'];
      const [before, after] = [citing(from), citing(to)];
      await write(`archive/closed-${mode}.psirt.yaml`, citing(`../${from}`));
      const { document: saved } = await openWith(`archive/open-${mode}.psirt.yaml`, citing(`../${from}`));
      const dirty = await openWith(`unsaved-${mode}.psirt.yaml`, before);
      await dirty.edit((edit) => edit.insert(new vscode.Position(0, 0), '# mine\n'));
      await rename(from, to);
      await untilText(dirty.document, (text) => text === `# mine\n${after}`, 'the new name is cited');
      await until(
        vscode.workspace.onDidSaveTextDocument,
        () => !saved.isDirty && saved.getText() === citing(`../${to}`),
        'the open one is saved',
      );
      const closed = await vscode.workspace.openTextDocument(fileUri(`archive/closed-${mode}.psirt.yaml`));
      await until(
        vscode.workspace.onDidSaveTextDocument,
        () => !closed.isDirty && closed.getText() === citing(`../${to}`),
        'the closed one is saved',
      );
      assert.deepEqual(
        [await onDisk(`archive/open-${mode}.psirt.yaml`), await onDisk(`archive/closed-${mode}.psirt.yaml`)],
        [citing(`../${to}`), citing(`../${to}`)],
      );
      assert.deepEqual([dirty.document.isDirty, await onDisk(`unsaved-${mode}.psirt.yaml`)], [true, before]);
    }
  });

  it('saves an assessment that moves where its citations change with it', async () => {
    const { document } = await openWith('moves-alone.psirt.yaml', citing('papers/charter.md'));
    await rename('moves-alone.psirt.yaml', 'moved/alone.psirt.yaml');
    const moved = await vscode.workspace.openTextDocument(fileUri('moved/alone.psirt.yaml'));
    await until(
      vscode.workspace.onDidSaveTextDocument,
      () => !moved.isDirty && moved.getText() === citing('../papers/charter.md'),
      'it is saved at its new place',
    );
    assert.ok(document.isClosed || !document.isDirty);
    assert.equal(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(moved.uri)),
      citing('../papers/charter.md'),
    );
  });

  it('leads to the same document whichever way its path is written, and keeps doing so when it is moved', async () => {
    await write('papers/My Policy.md', charter);
    await write('papers/caf\u00e9.md', charter);
    const links = [
      'papers/My%20Policy.md#contact',
      'papers\\charter.md',
      'papers/cafe\u0301.md#roles',
      'papers/charter.md#L9-L10',
    ];
    const { document } = await openWith('ways.psirt.yaml', citing(...links));
    const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      20,
    );
    const targets = new Map(found.map(({ range, target }) => [document.getText(range), target]));
    const wanted = [
      ['papers/My Policy.md', 'L7'],
      ['papers/charter.md', ''],
      ['papers/caf\u00e9.md', 'L3'],
      ['papers/charter.md', 'L9'],
    ] as const;
    assert.deepEqual(
      links.map((link) => targets.get(link)?.toString()),
      wanted.map(([path, fragment]) => fileUri(path).with({ fragment }).toString()),
    );
    await rename('papers/My Policy.md', 'papers/C# guide.md');
    await rename('papers/caf\u00e9.md', 'papers/kaffee.md');
    await untilText(
      document,
      (text) =>
        text === citing('papers/C%23 guide.md#contact', links[1] ?? '', 'papers/kaffee.md#roles', links[3] ?? ''),
      'the new names are cited',
    );
    await rename('papers/C# guide.md', 'papers/guide.md');
    await untilText(document, (text) => text.includes('- papers/guide.md#contact\n'), 'the last name is cited');
  });

  it('updates citations at once or never, as the setting says', async () => {
    const { document } = await openWith('setting.psirt.yaml', citing('papers/charter.md'));
    await configuration().update('updateCitationsOnFileMove', 'never', vscode.ConfigurationTarget.Workspace);
    await rename('papers/charter.md', 'papers/mission.md');
    assert.equal(document.getText(), citing('papers/charter.md'));
    await rename('papers/mission.md', 'papers/charter.md');
    await configuration().update('updateCitationsOnFileMove', 'always', vscode.ConfigurationTarget.Workspace);
    await rename('papers/charter.md', 'papers/mission.md');
    await untilText(document, (text) => text === citing('papers/mission.md'), 'the new name is cited');
  });
});
