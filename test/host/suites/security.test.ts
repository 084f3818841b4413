import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, evaluate, inPanel, openDetails } from '../support/bridge';
import { completions } from '../support/queries';
import { Repository } from '../support/repository';
import {
  closeAll,
  describeOnce,
  fileUri,
  open,
  openWith,
  problemsOf,
  removeLeftovers,
  untilText,
} from '../support/workspace';
import { yaml } from '../../support/yaml';

const sheet = '.tab #psirt-panel .sheet';
const rollUp = '.side-by-side';
const preview = '.psirt-view';

/** What browsers said of violated policies since this was asked last, in any frame. */
const violations = () => act<string[]>('page.violations');

/** Opens each of our pages, and the preview of Markdown with our views in it. */
const pages: Record<string, { readonly marker: string; open(): Promise<unknown> }> = {
  'the grid': {
    marker: '.side-bar #psirt-panel',
    open: async () => {
      await open('edge-router.psirt.yaml');
      await vscode.commands.executeCommand('psirtMaturity.openGrid');
      await inPanel('[data-service="1.1"]');
    },
  },
  'the sheet': {
    marker: sheet,
    open: async () => {
      await vscode.commands.executeCommand('psirtMaturity.openSheet', { service: '1.1' });
      await inPanel('.sheet-service', sheet);
    },
  },
  'assessments side by side': {
    marker: rollUp,
    open: async () => {
      await vscode.commands.executeCommand('psirtMaturity.compareAssessments');
      await inPanel('[data-rows] .heat-map tfoot', rollUp);
    },
  },
};

/**
 * Tries to make a page load or run something, in every way there is; gives which directive of its policy forbade it.
 */
const attack = `new Promise((resolve) => {
  const blocked = new Set();
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    blocked.add(effectiveDirective);
    if (blocked.size === 9) resolve([...blocked].sort());
  });
  const add = (name, attributes = {}) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    document.body.append(element);
    return element;
  };
  const run = 'globalThis.hacked = 1';
  document.body.append(Object.assign(document.createElement('script'), { textContent: run }));
  add('script', { src: 'https://evil.example/script.js' });
  add('button', { onclick: run }).click();
  // In a step of its own: what a test asks for may itself call eval.
  setTimeout(() => (0, eval)(run));
  document.body.append(Object.assign(document.createElement('style'), { textContent: 'body { display: none }' }));
  add('p', { style: 'position: fixed' });
  add('img', { src: 'https://evil.example/picture.png', onerror: run });
  add('iframe', { src: 'https://evil.example/' });
  document.head.append(Object.assign(document.createElement('base'), { href: 'https://evil.example/' }));
  fetch('https://evil.example/').catch(() => {});
  setTimeout(() => resolve([...blocked].sort()), 5000);
})`;

describeOnce('Security', () => {
  afterEach(closeAll);

  it('has pages that violate no policy of theirs, on the main path and in whatever was tried before', async () => {
    const repository = new Repository('safe');
    await repository.create();
    const text = (score: number) =>
      yaml`
        sheet: psirt-maturity@1.0
        subject: Safe
        assessed: 2026-04-20
        services:
          "1.1": { score: ${score}, note: "**Bold** [x](https://example.com)", evidence: [https://example.com] }
      ` + '  \n';
    await repository.commit('2026-01-10', { 'safe.psirt.yaml': text(1) });
    await repository.commit('2026-02-10', { 'safe.psirt.yaml': text(2) });
    const { document } = await openWith('safe/safe.psirt.yaml', text(2));
    await problemsOf(document.uri);
    await vscode.window.activeTextEditor?.document.save();
    await vscode.commands.executeCommand('editor.action.showHover');
    assert.ok((await completions(document.uri, new vscode.Position(5, 2))).length > 20);
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await openDetails('1.1');
    await inPanel('.note strong');
    await act('panel.click', { selector: '[data-service="1.1"] [data-level="4"]' });
    await untilText(document, (now) => now.includes('score: 4'), '1.1 is 4');
    // Behind others, VS Code would ask whether to save it when it is closed.
    await document.save();
    await act('panel.type', { selector: '.search', text: 'CSIRT' });
    await act('panel.press', { selector: '.search', key: 'Escape' });
    await act('panel.click', { selector: '#tab-plan' });
    await inPanel('.plan-view');
    await act('panel.click', { selector: '#tab-trend' });
    await inPanel('.history[data-points]');
    await act('panel.click', { selector: '#tab-grid' });
    for (const page of Object.values(pages)) await page.open();
    await openWith(
      'safe.md',
      yaml`
        # Safe

        ${['summary', 'radar', 'grid', 'plan'].map((view) => `\`\`\`psirt\nassessment: edge-router.psirt.yaml\nview: ${view}\n\`\`\`\n\n`).join('')}`,
    );
    await vscode.commands.executeCommand('markdown.showPreview');
    await inPanel('.psirt-view .plan-view', preview);
    await closeAll();
    await repository.clear();
    await removeLeftovers();
    assert.deepEqual(await violations(), []);
  });

  for (const [name, { marker, open: openPage }] of Object.entries(pages)) {
    it(`lets nothing that is injected into ${name} load or run`, async () => {
      await openPage();
      const directives = [
        'base-uri',
        'connect-src',
        'frame-src',
        'img-src',
        'script-src',
        'script-src-attr',
        'script-src-elem',
        'style-src-attr',
        'style-src-elem',
      ];
      assert.deepEqual(await evaluate(attack, marker), directives);
      assert.equal(await evaluate('globalThis.hacked ?? 0', marker), 0);
      assert.ok((await violations()).length >= directives.length, 'they are noticed');
    });
  }

  it('makes no link of text from a file in a notification: such a link would run a command', async () => {
    const evil = '[Open it](command:workbench.action.closeAllEditors)';
    const { document } = await openWith(
      'evil-link.psirt.yaml',
      `services:\n  "1.1": { score: 3, evidence: ["${evil}"] }\n`,
    );
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await openDetails('1.1');
    await act('panel.click', { selector: '.evidence button' });
    await vscode.commands.executeCommand('notifications.showList');
    const message = '.notification-list-item-message:has-text("Open it")';
    await act('page.waitFor', { selector: message });
    await act('page.waitFor', { selector: `${message} a`, state: 'hidden' });
    assert.match(await act('page.text', { selector: message }), /\[Open it\] \(command:/);
    await vscode.commands.executeCommand('notifications.clearAll');
    assert.equal(document.isClosed, false);
    await vscode.workspace.fs.delete(fileUri('evil-link.psirt.yaml'));
  });

  it('shows text from files as text in hovers', async () => {
    const evil = '[x](command:workbench.action.quit) <img src=x onerror=alert(1)> $(warning) https://evil.example';
    const { document } = await openWith(
      'evil-hover.psirt.yaml',
      yaml`
        services:
          "1.1": { score: 3, excluded: "${evil}" }
          "${evil}": 3
      `,
    );
    const editor = await vscode.window.showTextDocument(document);
    for (const [line, character, shown] of [
      [1, 4, '.monaco-hover:visible a[href*="first.org"], .monaco-hover:visible a[data-href*="first.org"]'],
      [2, 8, '.monaco-hover:visible:has-text("onerror")'],
    ] as const) {
      editor.selection = new vscode.Selection(line, character, line, character);
      await problemsOf(document.uri);
      await vscode.commands.executeCommand('editor.action.showHover');
      await act('page.waitFor', { selector: shown });
      for (const alive of [
        'img',
        '[href^="command:workbench.action.quit"]',
        '[data-href^="command:workbench.action.quit"]',
        '[data-href*="evil.example"]',
      ])
        await act('page.waitFor', { selector: `.monaco-hover ${alive}`, state: 'hidden' });
      await act('page.press', { key: 'Escape' });
    }
    await vscode.workspace.fs.delete(document.uri);
  });
});
