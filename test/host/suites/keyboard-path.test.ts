/**
 * The main path by keyboard alone: what is done to the editor here is done by keys, and each step goes on where the one
 * before has left it.
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, evaluate, inPanel, places } from '../support/bridge';
import { fileDialog, press, question, textOf, untilActive, untilGridOf } from '../support/questions';
import { closeAll, fileUri, language, problemsOf, until, untilText } from '../support/workspace';

const ja = language === 'ja';
const names = ja
  ? { create: 'アセスメントを新規作成', grid: '成熟度グリッドを開く', report: 'レポートをエクスポート' }
  : { create: 'New Assessment', grid: 'Open Maturity Grid', report: 'Export Report' };
const marker = places.sideBar;

/**
 * What has the focus in the panel: where it stands among all elements, and whether a ring shows it; nothing when the
 * focus is elsewhere.
 */
const inFocus = `(() => {
  const element = document.activeElement;
  if (!document.hasFocus() || element === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return { at: [...document.querySelectorAll('*')].indexOf(element), ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1, html: element.outerHTML.slice(0, 120) };
})()`;

interface Focused {
  readonly at: number;
  readonly ring: boolean;
  readonly html: string;
}

const type = (text: string) => act('page.type', { text });
const shown = (selector: string) => act('page.waitFor', { selector });
const focused = (selector: string) => inPanel(`${selector}:focus`, marker);

/** Runs a command by its title in the command palette. */
async function palette(title: string): Promise<void> {
  await press('F1');
  await shown('.quick-input-widget input:focus');
  await type(title);
  await shown(`.quick-input-list .monaco-list-row.focused:has-text("${title}")`);
  await press('Enter');
}

/** Whether the cursor is at the first service of the file in the active editor. */
function isAtFirstService(): boolean {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.lineAt(editor.selection.active.line).text.includes('"1.1":') ?? false;
}

/** Presses Tab until an element has the focus. */
async function tabTo(selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await press(key);
    if (
      await evaluate<boolean>(
        `document.hasFocus() && document.activeElement.matches(${JSON.stringify(selector)})`,
        marker,
      )
    )
      return;
  }
  assert.fail(`${key} does not lead to ${selector}`);
}

/** What Tab leads to until it leaves the panel. */
async function tabThrough(): Promise<Focused[]> {
  const stops: Focused[] = [];
  for (let presses = 0; presses < 120; presses++) {
    await press('Tab');
    const stop = await evaluate<Focused | null>(inFocus, marker);
    if (!stop) return stops;
    stops.push(stop);
  }
  return assert.fail('Tab does not leave the panel');
}

describe('The main path by keyboard', () => {
  const uri = fileUri('security/keyboard.psirt.yaml');
  let document: vscode.TextDocument;
  const untilHolds = (part: string | RegExp) =>
    untilText(
      document,
      (text) => (typeof part === 'string' ? text.includes(part) : part.test(text)),
      `the file has ${part}`,
    );

  before(closeAll);
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri('security'), { recursive: true });
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('makes an assessment', async () => {
    await palette(names.create);
    await question('1/4');
    await type('Keyboard');
    await press('Enter');
    for (const step of ['2/4', '3/4', '4/4']) {
      await question(step);
      await press('Enter');
    }
    await untilGridOf('/security/keyboard.psirt.yaml');
    await inPanel('[data-step="1.1"] .step-title:focus', places.tab);
    await press('Control+Enter');
    await untilActive('/security/keyboard.psirt.yaml');
    document = await vscode.workspace.openTextDocument(uri);
    assert.ok(isAtFirstService(), 'the cursor is at the service from the start');
  });

  it('adds a service by completion, and quotes its id by a quick fix', async () => {
    await shown('.monaco-editor.focused');
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('"1.1":'));
    await press('Control+Home', ...Array<string>(line).fill('ArrowDown'), 'Control+Shift+k', 'Control+Shift+Enter');
    await type('1.1');
    await shown('.suggest-widget.visible .monaco-list-row.focused[aria-label^="1.1 "]');
    await press('Enter');
    await untilHolds('\n  "1.1": ');
    // Chosen from the list, which is gone then. One that is typed into may come back later, and take the next keys.
    const suggestion = '.suggest-widget.visible .monaco-list-row.focused';
    await shown(suggestion);
    for (const level of ['5', '4', '3', '2', '1']) {
      await press('ArrowUp');
      await shown(`${suggestion}[aria-label^="${level}"]`);
    }
    await press('Enter');
    await untilHolds('\n  "1.1": 1');
    await act('page.waitFor', { selector: '.suggest-widget.visible', state: 'hidden' });
    await press('ArrowDown', 'Control+Shift+k', 'Control+Shift+Enter');
    await type('1.2: 1');
    await press('Escape');
    await problemsOf(uri, (rules) => rules.includes('unquoted-service'));
    // A list of suggestions that comes late takes the first keys.
    for (let open = false; !open; ) {
      await press('Home', 'Control+.');
      open = await act('page.waitFor', {
        selector: '.action-widget .monaco-list-row.action.focused',
        timeout: 3000,
      }).then(
        () => true,
        () => false,
      );
    }
    await press('Enter');
    await untilHolds('\n  "1.2": 1');
  });

  it('goes into the grid, and scores, excludes, includes, clears and undoes there', async () => {
    await palette(names.grid);
    await focused('[data-service] [data-column]');
    await press('Control+Home');
    await focused('[data-service="1.1"] [data-column="0"]');
    await press('ArrowDown', 'ArrowRight', '4');
    await untilHolds('"1.2": 4');
    await inPanel('[data-service="1.2"].score-4 [data-column="1"]:focus', marker);
    assert.match(await evaluate<string>('document.querySelector(".announcer").textContent', marker), /1\.2 .*4/);
    await press('x');
    await shown('.quick-input-widget input:focus');
    await type('None');
    await press('Enter');
    await untilHolds('excluded: None');
    await focused('[data-service="1.2"] [data-span]');
    await press('x');
    await shown('.quick-input-list .monaco-list-row.focused:has-text("None")');
    await press('Enter');
    await inPanel('[data-service="1.2"][data-state="unscored"]', marker);
    await focused('[data-service="1.2"] [data-column]');
    await press('3');
    await untilHolds('"1.2": 3');
    await inPanel('[data-service="1.2"].score-3', marker);
    await press('Delete');
    await inPanel('[data-service="1.2"][data-state="unscored"]', marker);
    await press('Control+z');
    await untilHolds('"1.2": 3');
    // The editor had the focus, to undo.
    await inPanel('[data-service="1.2"].score-3 [data-column]:focus', marker);
  });

  it('searches, and comes back to the grid', async () => {
    await press('/');
    await focused('.search');
    await type('6.5');
    await act('panel.waitFor', { selector: '[data-service]:not([data-service="6.5"])', state: 'detached', marker });
    assert.equal(await evaluate('document.querySelectorAll("[data-service]").length', marker), 1);
    await press('Escape');
    await inPanel('[data-service="1.1"]', marker);
    await press('Escape');
    await focused('[data-service] [data-column]');
  });

  it('finds all that the panel offers with Tab, in order, with a ring around it, and leaves the panel', async () => {
    await tabTo('.details-toggle', 'Shift+Tab');
    if (!(await evaluate<boolean>('document.querySelector(".details") !== null', marker))) await press('Enter');
    await inPanel('.details', marker);
    const stops = await tabThrough();
    assert.ok(stops.length > 10, `${stops.length} stops`);
    assert.deepEqual(
      stops.filter(({ ring }) => !ring),
      [],
    );
    assert.deepEqual(
      stops.map(({ at }) => at),
      stops.map(({ at }) => at).sort((a, b) => a - b),
    );
    assert.equal(new Set(stops.map(({ at }) => at)).size, stops.length);
    // What comes next is VS Code's own, and may keep Tab for itself.
    await palette(names.grid);
    await focused('[data-service] [data-column]');
  });

  it('plans an action on the tab of the plan, and types what it is', async () => {
    await tabTo('#tab-grid', 'Shift+Tab');
    await press('ArrowRight');
    await focused('#tab-plan');
    await tabTo('[data-planned="1.1"] .plan-add');
    await press('Enter');
    await untilHolds(/"1\.1":\n {4}score: 1\n {4}plan:/);
    // Tab leads there from the button that is gone only once the panel shows the action in its place.
    await inPanel('[data-planned="1.1"] .action input', marker);
    // Tab selects the text. Control+A would be VS Code's, which selects by a command of its own, later than one types.
    await tabTo('[data-planned="1.1"] .action input');
    await type('Publish the charter');
    await press('Enter');
    await untilHolds('action: Publish the charter');
    await vscode.window.showTextDocument(document);
    await press('Control+s');
    await until(vscode.workspace.onDidSaveTextDocument, () => !document.isDirty, 'the file is saved');
  });

  it('goes round the tabs, and is led from service to service', async () => {
    await palette(names.grid);
    // Tab is not for the text.
    await act('page.waitFor', { selector: '.monaco-editor.focused', state: 'hidden' });
    await tabTo('#tab-plan');
    await press('ArrowRight');
    await focused('#tab-trend');
    await press('ArrowRight');
    await focused('#tab-requirements');
    await press('ArrowRight');
    await focused('#tab-overview');
    await press('ArrowRight');
    await focused('#tab-grid');
    await tabTo('button.guide', 'Shift+Tab');
    await press('Enter');
    await focused('[data-step="1.3"] .step-title');
    await press('2');
    await untilHolds('"1.3": 2');
    await focused('[data-step="1.4"] .step-title');
    await press('ArrowDown');
    await focused('[data-choice="0"]');
    await press('ArrowDown', 'Enter');
    await untilHolds('"1.4": 1');
    await focused('[data-step="1.5"] .step-title');
    await press('Escape');
    await focused('[data-service="1.5"] [data-column]');
    await press('Control+z');
    await untilText(document, (text) => !text.includes('"1.4": 1'), 'the last answer is undone');
    // The editor had the focus, to undo.
    await focused('[data-service] [data-column]');
    await press('Control+s');
    await until(vscode.workspace.onDidSaveTextDocument, () => !document.isDirty, 'the file is saved');
    assert.match(await textOf(uri), /"1\.3": 2/);
  });

  it('exports a report', async () => {
    const watcher = vscode.workspace.createFileSystemWatcher('**/keyboard.html');
    let written = false;
    watcher.onDidCreate(() => (written = true));
    await palette(names.report);
    await shown('.quick-input-list .monaco-list-row:has-text("HTML")');
    await type('HTML');
    await shown('.quick-input-list .monaco-list-row.focused:has-text("HTML")');
    await press('Enter');
    await fileDialog();
    await press('Enter');
    await until(watcher.onDidCreate, () => written, 'the report is written');
    watcher.dispose();
    assert.match(await textOf(fileUri('security/keyboard.html')), /Publish the charter/);
  });
});
