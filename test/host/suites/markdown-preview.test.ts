import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, inPanel } from '../support/bridge';
import { closeAll, fileUri, language, openWith } from '../support/workspace';
import { yaml } from '../../support/yaml';

/** Any element of ours tells the preview's frame. */
const marker = '.psirt-view';

function fence(assessment: string, view = 'summary'): string {
  return `\`\`\`psirt\nassessment: ${assessment}\nview: ${view}\n\`\`\`\n\n`;
}

describe('The Markdown preview', () => {
  const assessment = fileUri('embedded.psirt.yaml');

  beforeEach(async () => {
    await vscode.workspace.fs.writeFile(
      assessment,
      new TextEncoder().encode(yaml`
        sheet: psirt-maturity@1.0
        subject: "<b>Embedded</b>"
        services:
          "1.1": 1
      `),
    );
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(assessment);
  });

  it('shows the views a document asks for, and follows the assessment while it is edited', async () => {
    await openWith(
      'state.md',
      yaml`
        # State

        ${['summary', 'radar', 'grid', 'plan'].map((view) => fence('embedded.psirt.yaml', view)).join('')}`,
    );
    await vscode.commands.executeCommand('markdown.showPreview');
    await inPanel('.psirt-view .summary', marker);
    for (const part of ['.radar svg', 'table.grid [data-service="1.1"].score-1', '.plan-view'])
      await inPanel(`.psirt-view ${part}`, marker);
    assert.equal(
      await act('panel.eval', { marker, expression: `document.querySelector('.psirt-view h1').textContent` }),
      '<b>Embedded</b>',
    );
    await act('page.screenshot', { file: `pictures/markdown-preview-${language}.png` });
    const edit = new vscode.WorkspaceEdit();
    const document = await vscode.workspace.openTextDocument(assessment);
    edit.replace(document.uri, document.lineAt(3).range, '  "1.1": 4');
    await vscode.workspace.applyEdit(edit);
    await inPanel('.psirt-view table.grid [data-service="1.1"].score-4', marker);
    await document.save();
    await vscode.workspace.fs.writeFile(assessment, new TextEncoder().encode('services: { "1.1": 2 }\n'));
    await inPanel('.psirt-view table.grid [data-service="1.1"].score-2', marker);
  });

  it('says in the place of a view why there is none', async () => {
    await openWith(
      'wrong.md',
      `${fence('gone.psirt.yaml')}${fence('../../outside.psirt.yaml')}${fence('embedded.psirt.yaml', 'pie')}`,
    );
    await vscode.commands.executeCommand('markdown.showPreview');
    await inPanel('.psirt-view:nth-of-type(1) .psirt-message', marker);
    await inPanel('.psirt-message:has-text("gone.psirt.yaml")', marker);
    await inPanel(
      `.psirt-message:has-text("${language === 'ja' ? 'ワークスペースの外' : 'outside the workspace'}")`,
      marker,
    );
    await inPanel('.psirt-message:has-text("summary, radar, grid, plan")', marker);
  });
});
