import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, inPanel } from '../support/bridge';
import { closeAll, fileUri, openWith, removeLeftovers, untilText } from '../support/workspace';
import { yaml } from '../../support/yaml';

const page = '.reconcile-page';
const own = (name: string, score: number) =>
  yaml`
    individual-for: router.psirt.yaml
    assessors: [${name}]
    services: { "1.1": 2, "1.2": ${score} }
  `;
const write = (path: string, text: string) =>
  vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));

describe('Reconciling assessments', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri('agreed'), { recursive: true });
    await removeLeftovers();
  });

  it('says how to start while nobody has scored, then shows what each gave, and writes what keys choose', async () => {
    const text = yaml`
      subject: Agreed
      services:
        "1.1": # kept
    `;
    const { document } = await openWith('agreed/router.psirt.yaml', text);
    await vscode.commands.executeCommand('psirtMaturity.reconcileAssessments', document.uri);
    await inPanel('.advice', page);
    await write('agreed/qa.psirt.yaml', own('QA', 1));
    await write('agreed/pso.psirt.yaml', own('PSO', 4));
    await inPanel('[data-service="1.2"][data-spread="3"]', page);

    await act('panel.press', { selector: '[data-head="1.2"]', marker: page, key: '3' });
    await inPanel('[data-note="1.2"]:focus', page);
    await untilText(
      document,
      (now) => /"1\.2":[^]*score: 3[^]*votes: \{ PSO: 4, QA: 1 \}/.test(now) && now.includes('# kept'),
      'the agreed score is in the file with what each gave',
    );
    await act('panel.press', { selector: '[data-note="1.2"]', marker: page, key: 'Escape' });
    await act('panel.press', { selector: '[data-head="1.2"]:focus', marker: page, key: 'a' });
    await untilText(document, (now) => /"1\.1":[^]*score: 2[^]*votes: \{ PSO: 2, QA: 2 \}/.test(now), 'all agree');
    assert.doesNotMatch(document.getText(), /"1\.3"/);
  });
});
