import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, evaluate, inPanel } from '../support/bridge';
import { closeAll, itOnce, language, openWith, until, untilText } from '../support/workspace';
import { yaml } from '../../support/yaml';

const start = yaml`
  sheet: psirt-maturity@1.0
  subject: Trial
  services:
`;
const text = yaml`
  ${start}  "1.1": 2   # kept
    "1.2": 3
    # 2 Discovery
    "2.3": 1
`;
const cell = (service: string, level: number) => `[data-service="${service}"] [data-level="${level}"]`;
const row = (service: string, state: string) => `[data-service="${service}"][data-state="${state}"]`;

/**
 * VS Code's page around ours no longer hands the keyboard on, as when it hears late that it had lost it; what else it
 * sends comes.
 */
const deafen = `(() => {
  const frame = document.getElementById('active-frame');
  const page = frame.contentWindow;
  Object.defineProperty(frame, 'contentWindow', { configurable: true, value: { focus() {}, postMessage: (...message) => page.postMessage(...message) } });
})()`;

describe('The maturity grid', () => {
  let document: vscode.TextDocument;

  beforeEach(async () => {
    ({ document } = await openWith('grid.psirt.yaml', text));
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel(`[data-state="assessment"] ${row('1.1', 'scored')}`);
  });
  afterEach(async () => {
    await closeAll();
    // What it shows until then would do for the next test, too.
    await inPanel('[data-state="empty"]');
  });

  itOnce('a click on a level changes that score in the file and nothing else; undo is one step', async () => {
    await act('panel.click', { selector: cell('1.1', 4) });
    await untilText(document, (now) => now === text.replace('"1.1": 2', '"1.1": 4'), '1.1 is 4');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  itOnce('keys move, score, clear and undo from within the grid', async () => {
    await act('panel.click', { selector: '[data-service="1.1"] .title' });
    await act('panel.press', { selector: '[data-service="1.1"] .title', key: 'ArrowDown' });
    await inPanel('[data-service="1.2"] [tabindex="0"]');
    await act('panel.press', { selector: '[data-service="1.2"] [tabindex="0"]', key: '5' });
    await untilText(document, (now) => now.includes('"1.2": 5'), '1.2 is 5');
    await act('panel.press', { selector: '[data-service="1.2"] [tabindex="0"]', key: 'Delete' });
    await untilText(document, (now) => now.includes('"1.2":\n'), '1.2 is cleared');
    await act('panel.press', { selector: '[data-service="1.2"] [tabindex="0"]', key: 'Control+z' });
    await untilText(document, (now) => now.includes('"1.2": 5'), 'the clearing is undone');
    // The editor had the focus, to undo.
    await inPanel('[data-service="1.2"] [tabindex="0"]:focus');
    await act('panel.press', { selector: '[data-service="1.2"] [tabindex="0"]', key: 'Control+z' });
    await untilText(document, (now) => now === text, 'all is undone');
    await inPanel('[data-service="1.2"] [tabindex="0"]:focus');
    await act('panel.press', { selector: '[data-service="1.2"] [tabindex="0"]', key: 'Control+y' });
    await untilText(document, (now) => now.includes('"1.2": 5'), 'the score is redone');
  });

  itOnce(
    'shows what a source of requirements touches, one source at a time, and leads from there to a service',
    async () => {
      await act('panel.click', { selector: '#tab-requirements' });
      await inPanel('[data-requirement="II.5"] .touched li');
      await evaluate(`(() => {
      const choice = document.querySelector('.source-choice select');
      choice.value = 'ssdf';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    })()`);
      await inPanel('[data-requirement="RV.1.2"] .touched .link');
      await act('panel.click', { selector: '[data-requirement="RV.1.2"] .touched .link' });
      await inPanel('#tab-grid[aria-selected="true"]');
      await inPanel('.row.selected[data-service="2.4"]');
    },
  );

  itOnce('keeps its keys to itself: VS Code, which hears of all others, would undo a second time', async () => {
    await act('panel.click', { selector: '[data-service="1.1"] .title' });
    await evaluate(`(window.heard = [], addEventListener('keydown', ({ key }) => window.heard.push(key)), true)`);
    let undone = false;
    const subscription = vscode.workspace.onDidChangeTextDocument(({ document: changed, reason }) => {
      undone ||= changed === document && reason === vscode.TextDocumentChangeReason.Undo;
    });
    for (const key of ['5', 'Delete', 'Control+z', 'Control+Home'])
      await act('panel.press', { selector: '[data-service="1.1"] [tabindex="0"]', key });
    // The editor has the focus while it undoes.
    await until(vscode.workspace.onDidChangeTextDocument, () => undone, 'the clearing is undone');
    subscription.dispose();
    await inPanel('[data-service="1.1"] [tabindex="0"]:focus');
    await act('panel.press', { selector: '[data-service="1.1"] [tabindex="0"]', key: 'F2' });
    assert.deepEqual(await evaluate('window.heard.filter((key) => key !== "Control")'), ['F2']);
    assert.ok(document.getText().includes('"1.1": 5'));
  });

  itOnce('has the keyboard back after an undo, even where VS Code gives up handing it on', async () => {
    const focused = '[data-service="1.1"] [tabindex="0"]:focus';
    await act('panel.click', { selector: cell('1.1', 4) });
    await untilText(document, (now) => now.includes('"1.1": 4'), '1.1 is 4');
    await inPanel(focused);
    await act('panel.evalAround', { expression: deafen });
    try {
      await act('page.press', { key: 'Control+z' });
      await untilText(document, (now) => now === text, 'the score is undone');
      await inPanel(focused);
    } finally {
      await act('panel.evalAround', { expression: 'delete document.getElementById("active-frame").contentWindow' });
    }
  });

  itOnce('scores a service that is not in the file yet, below the heading of its area', async () => {
    await act('panel.click', { selector: cell('2.1', 3) });
    await untilText(
      document,
      (now) => now === text.replace('  # 2 Discovery\n', '  # 2 Discovery\n  "2.1": 3\n'),
      '2.1 is there',
    );
  });

  it('excludes with a reason asked for, and includes again', async () => {
    // The extension gives the keyboard back by a command, which has to be through before the next question opens.
    const backInPanel = async () => {
      await inPanel('[data-service="2.3"] [tabindex="0"]:focus');
      await vscode.commands.executeCommand('psirtMaturity.grid.focus');
      await inPanel('[data-service="2.3"] [tabindex="0"]:focus');
    };
    await act('panel.click', { selector: '[data-service="2.3"] .title' });
    await act('panel.press', { selector: '[data-service="2.3"] .title', key: 'x' });
    await act('page.waitFor', { selector: '.quick-input-widget input:focus' });
    for (const key of ['N', 'o', 'n', 'e', 'Enter']) await act('page.press', { key });
    await untilText(document, (now) => now.endsWith('  "2.3":\n    excluded: None\n'), '2.3 is excluded');
    await inPanel(row('2.3', 'excluded'));
    // The question had the focus.
    await backInPanel();
    const asked = '.quick-input-list .monaco-list-row.focused:has-text("None")';
    await act('panel.press', { selector: '[data-service="2.3"] .title', key: 'x' });
    await act('page.waitFor', { selector: asked });
    await act('page.screenshot', { file: `pictures/include-${language}.png` });
    await act('page.press', { key: 'Escape' });
    await backInPanel();
    assert.ok(document.getText().endsWith('excluded: None\n'));
    await act('panel.press', { selector: '[data-service="2.3"] .title', key: 'x' });
    await act('page.waitFor', { selector: asked });
    await act('page.press', { key: 'Enter' });
    await untilText(document, (now) => now.endsWith('  "2.3":\n'), '2.3 is included again');
    await inPanel(row('2.3', 'unscored'));
  });

  itOnce('includes again without a question where there is no reason to lose', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      document.uri,
      document.lineAt(document.lineCount - 1).range.end,
      '  "5.1": { excluded: true, note: kept }\n',
    );
    await vscode.workspace.applyEdit(edit);
    await inPanel(row('5.1', 'excluded'));
    await act('panel.click', { selector: '[data-service="5.1"] .title' });
    await act('panel.press', { selector: '[data-service="5.1"] .title', key: 'x' });
    await untilText(document, (now) => now.endsWith('  "5.1": { note: kept }\n'), '5.1 is included again');
  });

  itOnce('gives up an exclusion when the question for the reason is cancelled', async () => {
    await act('panel.press', { selector: '[data-service="1.1"] .title', key: 'x' });
    await act('page.waitFor', { selector: '.quick-input-widget input:focus' });
    await act('page.press', { key: 'Escape' });
    await act('page.waitFor', { selector: '.quick-input-widget', state: 'hidden' });
    assert.equal(document.getText(), text);
  });

  itOnce('rapid clicks are neither lost nor misapplied', async () => {
    const many = Array.from(
      { length: 40 },
      (_, index) => [['1.1', '1.2', '2.3', '3.1'][index % 4] ?? '', (index * 7) % 6] as const,
    );
    // The other scores are the same in between: only that of the last click, which nothing else touches, tells that all
    // have come true.
    const clicks = [...many, ['5.1', 3] as const];
    const selectors = clicks.map(([service, level]) => cell(service, level));
    await evaluate(`${JSON.stringify(selectors)}.forEach((selector) => document.querySelector(selector).click())`);
    const last = new Map(clicks.map(([service, level]) => [service, level]));
    await untilText(
      document,
      (now) => [...last].every(([id, level]) => now.includes(`"${id}": ${level}`)),
      'the last click of each service counts',
    );
    for (const [id, level] of last) await inPanel(`[data-service="${id}"].score-${level}`);
    assert.equal(document.getText().match(/^ {2}"/gm)?.length, 5);
  });

  itOnce('a click counts however fast is typed meanwhile', async () => {
    const editor =
      vscode.window.visibleTextEditors.find((candidate) => candidate.document === document) ?? assert.fail('no editor');
    const end = document.positionAt(text.length);
    // Each of these makes an edit fail that was planned before it; there are more of them than anybody would try again.
    const type = async () => {
      for (let count = 0; count < 60; count++)
        await Promise.all(['#', '#'].map((key) => editor.edit((edit) => edit.insert(end, key))));
    };
    await Promise.all([type(), act('panel.click', { selector: cell('1.1', 4) })]);
    await untilText(document, (now) => now.replace(/#+$/, '') === text.replace('"1.1": 2', '"1.1": 4'), '1.1 is 4');
  });

  itOnce('a click on a title reveals the line, and the cursor in the file selects the row', async () => {
    await act('panel.click', { selector: '[data-service="2.3"] .title' });
    const editor = vscode.window.visibleTextEditors.find((candidate) => candidate.document === document);
    assert.ok(editor);
    await until(
      vscode.window.onDidChangeTextEditorSelection,
      () => document.getText(editor.selection) === '"2.3"',
      '2.3 is revealed',
    );
    await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(4, 5, 4, 5);
    await inPanel('[data-service="1.2"].selected');
  });

  itOnce('follows what is typed in the file', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(3, 9, 3, 10), '5');
    await vscode.workspace.applyEdit(edit);
    await inPanel('[data-service="1.1"].score-5');
  });

  itOnce(
    'shows the last good state of a file that can not be read just now, and lets nothing be changed in it',
    async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(3, 0), '  "1.\n');
      await vscode.workspace.applyEdit(edit);
      await inPanel(`[data-state="broken"] ${row('1.1', 'scored')}`);
      await inPanel('.banner');
      const broken = document.getText();
      await evaluate(`document.querySelector('${cell('1.1', 5)}').click()`);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      await inPanel(`[data-state="assessment"] ${row('1.1', 'scored')}`);
      assert.notEqual(document.getText(), broken);
      assert.equal(document.getText(), text);
    },
  );

  it('refuses politely what can not be done without touching something else', async () => {
    await openWith('anchor.psirt.yaml', `${start}  "1.1": &same 2\n  "1.2": *same\n`);
    await inPanel('[data-service="1.2"].score-2');
    await act('panel.click', { selector: cell('1.1', 4) });
    // Toasts are off in a VS Code under test: the notification waits in the centre.
    await vscode.commands.executeCommand('notifications.showList');
    await act('page.waitFor', {
      selector: `.notifications-center.visible .notification-list-item:has-text("${language === 'ja' ? 'アンカー' : 'anchor'}")`,
    });
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  itOnce('filters and searches', async () => {
    await act('panel.type', { selector: 'input[type="search"]', text: 'zzqqxx' });
    await inPanel('.nothing');
    await act('panel.press', { selector: 'input[type="search"]', key: 'Escape' });
    await inPanel(row('1.1', 'scored'));
  });

  itOnce('searches by key, too, when a click between its elements has left the focus to none', async () => {
    await act('panel.click', { selector: '.area-mean .mean' });
    assert.equal(await evaluate('document.activeElement === document.body'), true);
    await act('page.press', { key: '/' });
    await inPanel('input[type="search"]:focus');
  });

  itOnce(
    'shows the improvement plan on a tab of its own, by mouse and keyboard; an action is planned in the file',
    async () => {
      await act('panel.click', { selector: '#tab-grid' });
      await act('panel.press', { selector: '#tab-grid', key: 'ArrowRight' });
      await inPanel('#tab-plan[aria-selected="true"]');
      await inPanel('.plan-view [data-planned="2.3"]');
      assert.deepEqual(
        await evaluate(`[...document.querySelectorAll('[data-planned]')].map((item) => item.dataset.planned)`),
        ['2.3', '1.1'],
      );
      await act('panel.click', { selector: '[data-planned="2.3"] .chosen' });
      // Details belong to the grid.
      await inPanel('#tab-grid[aria-selected="true"]');
      await inPanel('.details[data-details="2.3"]');
      await act('panel.click', { selector: '.details .toggle' });
      await act('panel.click', { selector: '#tab-plan' });
      await act('panel.click', { selector: '[data-planned="2.3"] .plan-add' });
      await untilText(
        document,
        (now) => /"2\.3":\n    score: 1\n    plan:\n      - action: .+\n        due: \d{4}-\d\d-\d\d\n$/.test(now),
        'the action is in the file',
      );
      // What is done first is changed in place.
      await act('panel.type', { selector: '[data-planned="2.3"] .owner input', text: 'Office' });
      await act('panel.press', { selector: '[data-planned="2.3"] .owner input', key: 'Enter' });
      await untilText(document, (now) => now.includes('\n        owner: Office\n'), 'the owner is in the file');
      await act('panel.click', { selector: '#tab-grid' });
      await inPanel('[role=grid]');
    },
  );
});
