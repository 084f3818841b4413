import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inPanel } from '../support/bridge';
import {
  closeAll,
  itOnce,
  language,
  openWith,
  problemsOf,
  resetSettings,
  ruleOf,
  untilMessage,
} from '../support/workspace';
import { yaml } from '../../support/yaml';

const text = yaml`
  sheet: psirt-maturity@1.0
  services:
    "1.1": 1
`;

describe('Settings', () => {
  const configuration = () => vscode.workspace.getConfiguration('psirtMaturity');

  afterEach(async () => {
    await resetSettings('language', 'rules');
    await closeAll();
  });

  it('the language of the setting comes before that of VS Code, in problems and in the grid, at once', async () => {
    const { document } = await openWith('language.psirt.yaml', text);
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-service="1.1"]');
    const other = language === 'ja' ? 'en' : 'ja';
    await configuration().update('language', other, vscode.ConfigurationTarget.Workspace);
    const title = other === 'ja' ? '内部ステークホルダー' : 'Internal stakeholders';
    await inPanel(`[data-service="1.1"]:has-text("${title}")`);
    await untilMessage(document.uri, other === 'ja' ? '目標' : 'below the target');
    const problems = await problemsOf(document.uri, (rules) => rules.includes('below-target'));
    assert.match(
      problems.find((problem) => ruleOf(problem) === 'below-target')?.message ?? '',
      other === 'ja' ? /目標/ : /below the target/,
    );
  });

  itOnce('a rule can be made an error or switched off; what the file says comes first', async () => {
    const { document } = await openWith('rules.psirt.yaml', text);
    await configuration().update(
      'rules',
      { 'below-target': 'error', 'missing-score': 'off' },
      vscode.ConfigurationTarget.Workspace,
    );
    const problems = await problemsOf(
      document.uri,
      (rules) => rules.includes('below-target') && !rules.includes('missing-score'),
    );
    assert.equal(
      problems.find((problem) => ruleOf(problem) === 'below-target')?.severity,
      vscode.DiagnosticSeverity.Error,
    );
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(3, 0), 'rules: { missing-score: info, below-target: off }\n');
    await vscode.workspace.applyEdit(edit);
    await problemsOf(document.uri, (rules) => rules.includes('missing-score') && !rules.includes('below-target'));
  });
});
