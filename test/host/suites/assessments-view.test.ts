import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act } from '../support/bridge';
import {
  assessmentsView,
  closeAll,
  fileUri,
  itOnce,
  language,
  openWith,
  problemsOf,
  removeLeftovers,
  resetSettings,
  until,
  untilMessage,
} from '../support/workspace';
import { yaml } from '../../support/yaml';

const row = (text: string) => `${assessmentsView} .monaco-list-row:has-text("${text}")`;
const text = (subject: string, score: number) =>
  yaml`
    sheet: psirt-maturity@1.0
    subject: ${subject}
    assessed: 2026-01-15
    services:
      "1.1": ${score}
  `;
const write = (path: string, content: string) =>
  vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(content));
const shown = (selector: string) => act('page.waitFor', { selector });
const hidden = (selector: string) => act('page.waitFor', { selector, state: 'detached' });
const command = (name: string, ...rest: unknown[]) =>
  vscode.commands.executeCommand(`psirtMaturity.assessments.${name}`, ...rest);

/**
 * One for each test: to watchers a folder deleted and made again at once is no new one, and what is put into it
 * meanwhile is missed.
 */
const folders = ['listed', 'filtered', 'oversized', 'unopened'];

async function openView(): Promise<void> {
  await command('focus');
  await shown(assessmentsView);
}

describe('Assessments view', () => {
  before(removeLeftovers);
  afterEach(async () => {
    await command('sort', 'name');
    await command('filter', 'all');
    await resetSettings('problems.scope');
    await closeAll();
    for (const folder of folders)
      await vscode.workspace.fs.delete(fileUri(folder), { recursive: true }).then(undefined, () => undefined);
  });

  itOnce(
    'lists files with their figures, follows the disk, and an unsaved document counts before the file',
    async () => {
      await openView();
      await write('listed/camera.psirt.yaml', text('Camera', 2));
      await shown(row('Camera2.00'));
      await write('listed/camera.psirt.yaml', text('Camera', 4));
      await shown(row('Camera4.00'));
      const { document } = await openWith('listed/camera.psirt.yaml', text('Camera', 4));
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(4, 9, 4, 10), '5');
      await vscode.workspace.applyEdit(edit);
      await shown(row('Camera5.00'));
      assert.ok(document.isDirty);
      await closeAll();
      await shown(row('Camera4.00'));
      await vscode.workspace.fs.rename(fileUri('listed'), fileUri('moved'));
      await shown(row('Camera4.00'));
      await vscode.workspace.fs.delete(fileUri('moved'), { recursive: true });
      await hidden(row('Camera'));
    },
  );

  itOnce('filters, and says so when nothing is left; opens what is clicked', async () => {
    await write('filtered/a.psirt.yaml', text('Listed low', 1));
    await write('filtered/b.psirt.yaml', text('Listed high', 5));
    await openView();
    await shown(row('Listed low'));
    await shown(row('Listed high'));
    await command('filter', 'below');
    await hidden(row('Listed high'));
    await shown(row('Listed low'));
    await act('page.click', { selector: row('Listed low') });
    await until(
      vscode.window.onDidChangeActiveTextEditor,
      () => vscode.window.activeTextEditor?.document.uri.path.endsWith('filtered/a.psirt.yaml') ?? false,
      'the file is open',
    );
  });

  it('asks how to sort, with the present way marked, and remembers the answer', async () => {
    await openView();
    void command('sort');
    await shown('.quick-input-list .monaco-list-row .codicon-check');
    await act('page.press', { key: 'ArrowUp' });
    await act('page.press', { key: 'Enter' });
    await shown(
      `.pane-header:has-text("${language === 'ja' ? '目標未達のサービスが多い順' : 'Most services below target first'}")`,
    );
  });

  it('shows a row with the reason for a file that can not be read', async () => {
    await openView();
    await write('oversized/huge.psirt.yaml', `# ${'x'.repeat(4_000_001)}\n`);
    await shown(row(language === 'ja' ? 'ファイルが大きすぎる' : 'too large'));
  });

  itOnce(
    'shows problems of files that are not open when asked to, evidence included, and takes them back',
    async () => {
      await write(
        'unopened/closed.psirt.yaml',
        `${text('Closed', 1)}  "1.2": { score: 3, evidence: [docs/listed.md] }\n`,
      );
      const uri = fileUri('unopened/closed.psirt.yaml');
      const configuration = vscode.workspace.getConfiguration('psirtMaturity');
      await configuration.update('problems.scope', 'workspace', vscode.ConfigurationTarget.Workspace);
      await problemsOf(uri, (rules) => rules.includes('below-target') && rules.includes('evidence-not-found'));
      await write('unopened/docs/listed.md', '# Listed\n');
      const found = await problemsOf(
        uri,
        (rules) => rules.includes('below-target') && !rules.includes('evidence-not-found'),
      );
      // Not through a document of ours, which would stay open for minutes.
      await vscode.commands.executeCommand('vscode.open', uri);
      await problemsOf(uri, (rules) => rules.length === found.length);
      await configuration.update('language', language === 'ja' ? 'en' : 'ja', vscode.ConfigurationTarget.Workspace);
      await untilMessage(fileUri('payment-terminal.psirt.yaml'), language === 'ja' ? 'target' : '目標');
      await configuration.update('language', undefined, vscode.ConfigurationTarget.Workspace);
      // The words are read from the disk: what comes next is not to speak the other language.
      await untilMessage(fileUri('payment-terminal.psirt.yaml'), language === 'ja' ? '目標' : 'target');
      await closeAll();
      await problemsOf(uri, (rules) => rules.length === found.length);
      await configuration.update('problems.scope', undefined, vscode.ConfigurationTarget.Workspace);
      await problemsOf(uri, (rules) => rules.length === 0);
    },
  );
});
