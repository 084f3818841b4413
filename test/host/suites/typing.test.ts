import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { fullAssessment, tenfold } from '../../support/full-assessment';
import { inPanel } from '../support/bridge';
import { closeAll, describeOnce, openWith, untilMessage } from '../support/workspace';

const rounds = 5;

async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const at = document.getText().indexOf(old);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + old.length)), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describeOnce('Typing', function () {
  this.timeout(120_000);
  afterEach(closeAll);

  for (const [size, text] of [
    ['full', fullAssessment()],
    ['ten times as long', tenfold(fullAssessment())],
  ] as const) {
    it(`is followed by the problems and the grid: a file that is ${size}`, async () => {
      const { document } = await openWith('typing.psirt.yaml', text);
      await vscode.commands.executeCommand('psirtMaturity.openGrid');
      await inPanel('[data-state="assessment"]');
      const [problems, grid]: [number[], number[]] = [[], []];
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      let old = 2.5;
      for (let round = 0; round < rounds; round++) {
        const target = round % 2 ? 4.25 : 4.5;
        const start = performance.now();
        await replace(document, `\ntarget: ${old}\n`, `\ntarget: ${target}\n`);
        old = target;
        await untilMessage(document.uri, `${target}`);
        problems.push(performance.now() - start);
        await inPanel(`.standing[title*="${target}"]`);
        grid.push(performance.now() - start);
      }
      delay.disable();
      const spread = (values: number[]): string => {
        const [middle, longest] = [rounds >> 1, rounds - 1].map((at) => values.sort((a, b) => a - b)[at]?.toFixed(0));
        return `${middle} ms (longest ${longest})`;
      };
      console.log(
        `Typing, ${(text.length / 1000).toFixed(0)} KB: problems ${spread(problems)}, grid ${spread(grid)}, longest step ${(delay.max / 1e6).toFixed(0)} ms`,
      );
    });
  }
});
