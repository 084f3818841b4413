import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, inPanel, places } from './bridge';
import { closeAll, language, open } from './workspace';

const themes = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light'];

describe('Appearance', () => {
  const workbench = () => vscode.workspace.getConfiguration('workbench');

  afterEach(async () => {
    await workbench().update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
    await act('page.setViewport', { width: 1280, height: 800 });
    await closeAll();
  });

  for (const theme of themes) {
    it(`has no accessibility violation in ${theme}, in the side bar and in a tab`, async () => {
      await workbench().update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      await open(language === 'ja' ? 'payment-terminal.psirt.yaml' : 'edge-router.psirt.yaml');
      await vscode.commands.executeCommand('psirtMaturity.openGrid');
      await inPanel('[data-service="1.1"]', places.sideBar);
      await act('panel.click', { selector: '[data-service="1.1"] .title', marker: places.sideBar });
      await violations(places.sideBar);
      await vscode.commands.executeCommand('workbench.view.explorer');
      await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
      await act('page.setViewport', { width: 1900, height: 1000 });
      await inPanel('[data-service="1.1"]', places.tab);
      await act('panel.click', { selector: '[data-service="1.1"] .title', marker: places.tab });
      await inPanel('[data-details="1.1"]', places.tab);
      await violations(places.tab);
      await act('page.screenshot', { file: `pictures/${language}-${theme.replace(/\s/g, '-').toLowerCase()}.png` });
    });
  }
});

async function violations(marker: string): Promise<void> {
  const found = await act<{ id: string; nodes: { html: string; failureSummary: string }[] }[]>('panel.axe', { marker });
  assert.deepEqual(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`), []);
}
