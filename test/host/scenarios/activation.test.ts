import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openWith, problemsOf, until } from '../support/workspace';
import { yaml } from '../../support/yaml';

const ours = 'psirt-maturity.psirt-maturity';
const peer = 'vscode.json-language-features';

describe('Activation', () => {
  afterEach(closeAll);

  it('is timed by VS Code itself, beside that of its JSON features', async () => {
    const { document } = await openWith(
      'activation.psirt.yaml',
      yaml`
        sheet: psirt-maturity@1.0
        services:
          "1.1": 1
      `,
    );
    await problemsOf(document.uri);
    await openWith('activation.json', '{}\n');
    await vscode.extensions.getExtension(peer)?.activate();
    await vscode.commands.executeCommand('perfview.show');
    const report = () => vscode.window.activeTextEditor?.document.getText() ?? '';
    await until(
      vscode.workspace.onDidChangeTextDocument,
      () => [ours, peer].every((id) => totalOf(report(), id) !== undefined),
      'the report of times is there',
    );
    const [own, others] = [totalOf(report(), ours) ?? 0, totalOf(report(), peer) ?? 0];
    assert.ok(own > 0 && others > 0);
    console.log(`Activation of ${ours}: ${own} ms, of ${peer}: ${others} ms`);
  });
});

/**
 * From the table of "Startup Performance": loading the code, calling `activate` and waiting for it, in milliseconds.
 */
function totalOf(report: string, id: string): number | undefined {
  const cells = report
    .split('\n')
    .find((line) => line.startsWith(`| ${id} `))
    ?.split('|')
    .map((cell) => cell.trim());
  const times = cells?.slice(3, 6).map(Number);
  return times?.length === 3 && times.every(Number.isFinite) ? times.reduce((sum, time) => sum + time, 0) : undefined;
}
