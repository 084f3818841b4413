import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, evaluate, inPanel, openDetails, places } from '../support/bridge';
import { closeAll, itOnce, language, open, openWith, until } from '../support/workspace';
import { yaml } from '../../support/yaml';

describe('The panel', () => {
  afterEach(closeAll);

  itOnce('says what to do when no assessment is open, and starts a new one', async () => {
    await closeAll();
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('#psirt-panel[data-state="empty"] button.primary');
    await act('panel.click', { selector: 'button.primary' });
    await act('page.waitFor', { selector: '.quick-input-widget input:focus' });
    await act('page.press', { key: 'Escape' });
    await act('page.waitFor', { selector: '.quick-input-widget', state: 'hidden' });
  });

  it('opens beside the file from the title bar button', async () => {
    await open('edge-router.psirt.yaml');
    await act('page.click', {
      selector: `.editor-actions .action-label[aria-label*="${language === 'ja' ? '成熟度グリッド' : 'Maturity Grid'}"]`,
    });
    await until(
      vscode.window.tabGroups.onDidChangeTabs,
      () => vscode.window.tabGroups.all.length === 2,
      'there are two groups',
    );
    await inPanel('[data-service="1.1"][data-state="scored"]', places.tab);
  });

  itOnce('follows the active assessment', async () => {
    await open('edge-router.psirt.yaml');
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-service="5.1"][data-state="excluded"]');
    await open('payment-terminal.psirt.yaml');
    await inPanel('[data-service="1.6"][data-state="excluded"]');
    await open('README.md');
    await inPanel('[data-service="1.6"][data-state="excluded"]');
    await closeAll();
    await inPanel('[data-state="empty"]');
  });

  itOnce('renders notes as Markdown, and nothing hostile in them or elsewhere comes alive', async () => {
    const evil = '<img src=x onerror=alert(1)><script>globalThis.hacked = 1</script>';
    await openWith(
      'evil.psirt.yaml',
      yaml`
        sheet: psirt-maturity@1.0
        subject: "${evil}"
        services:
          "1.1":
            score: 3
            evidence: ["${evil}", "javascript:alert(1)"]
            note: "**bold** ${evil} [x](command:workbench.action.closeWindow) [y](javascript:alert(1)) ![z](https://example.com/z.png)"
      `,
    );
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await openDetails('1.1');
    await inPanel('strong:has-text("bold")');
    assert.equal(await evaluate('document.querySelectorAll("#psirt-panel img, #psirt-panel script").length'), 0);
    assert.equal(await evaluate('globalThis.hacked ?? 0'), 0);
    assert.deepEqual(
      await evaluate(
        '[...document.querySelectorAll("#psirt-panel a")].map((a) => a.getAttribute("href")).filter((href) => !/^(https:|#area-)/.test(href))',
      ),
      [],
    );
  });

  itOnce('survives being hidden and shown again', async () => {
    await open('edge-router.psirt.yaml');
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-service="1.1"]');
    await vscode.commands.executeCommand('workbench.view.explorer');
    await open('payment-terminal.psirt.yaml');
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-service="1.6"][data-state="excluded"]');
  });

  itOnce('shows every service of a file that is many times larger than usual', async () => {
    const note = yaml`
          note: |
      ${'      A line of a very long note.\n'.repeat(4000)}`;
    await openWith(
      'long.psirt.yaml',
      yaml`
        sheet: psirt-maturity@1.0
        services:
          "1.1":
            score: 3
        ${note}  "6.5": 2
      `,
    );
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-service="6.5"].score-2');
  });
});
