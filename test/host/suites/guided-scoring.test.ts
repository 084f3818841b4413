import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { outOfScopeIds, serviceIds } from '../../../src/sheet/sheet';
import { act, evaluate, inPanel, looksWell, places } from '../support/bridge';
import { press, skipInList, stepOf } from '../support/questions';
import { closeAll, describeOnce, itOnce, language, openEmptyGrid, openWith, untilText } from '../support/workspace';
import { yaml } from '../../support/yaml';

const start = yaml`
  sheet: psirt-maturity@1.0
  subject: Trial
  services:
`;
const command = 'psirtMaturity.scoreInList';

function hidden(): Promise<unknown> {
  return act('page.waitFor', { selector: '.quick-input-widget', state: 'hidden' });
}

/** Where the grid has taken guided scoring: the side bar may show one from before. */
async function guidedPlace(): Promise<string> {
  return Promise.any(
    Object.values(places).map(async (marker) => {
      await inPanel('[data-step]', marker);
      return marker;
    }),
  );
}

describe('Guided scoring in native steps', () => {
  let document: vscode.TextDocument;
  let run: Thenable<unknown>;

  async function begin(name: string, services: string): Promise<void> {
    ({ document } = await openWith(name, start + services));
    run = vscode.commands.executeCommand(command, document.uri);
  }

  afterEach(async () => {
    await press('Escape');
    await hidden();
    await run;
    await closeAll();
  });

  it('gives the objective and the levels, writes each answer at once, and goes on where one stopped', async () => {
    await begin('guided.psirt.yaml', '  "1.1": 2   # kept\n  # 2 Discovery\n');
    await stepOf('1.2');
    assert.match(
      await act<string>('page.text', { selector: '.quick-input-title' }),
      language === 'ja' ? /2／27件目/ : /2 of 27/,
    );
    await press('3');
    await untilText(document, (text) => text.includes('"1.2": 3'), '1.2 is 3');
    await stepOf('1.3');
    await press('Escape');
    await run;
    assert.equal(
      document.getText(),
      yaml`
        ${start}  "1.1": 2   # kept
          "1.2": 3
          # 2 Discovery
      `,
    );
    run = vscode.commands.executeCommand(command, document.uri);
    await stepOf('1.3');
    await act('page.click', { selector: '.quick-input-titlebar [class*="quick-input-back"]' });
    await stepOf('1.2');
    await act('page.waitFor', { selector: '.quick-input-list .codicon-pass-filled' });
  });

  itOnce('excludes by x with a reason, from whose question Escape goes one step back, and skips', async () => {
    await begin('guided-exclude.psirt.yaml', '  "1.1":\n');
    await stepOf('1.1');
    const reason = () => act('page.waitFor', { selector: '.quick-input-widget .quick-input-message:visible' });
    await press('x');
    await reason();
    await press('Escape');
    await act('page.waitFor', { selector: '.quick-input-list .monaco-list-row' });
    await press('x');
    await reason();
    await press('N', 'o', 'n', 'e', 'Enter');
    await untilText(document, (text) => text.endsWith('  "1.1":\n    excluded: None\n'), '1.1 is excluded');
    await stepOf('1.2');
    await skipInList();
    await stepOf('1.3');
    assert.ok(!document.getText().includes('1.2'));
  });

  it('writes the level that the cursor stands on, whose whole text shows, also when the file is saved meanwhile', async () => {
    await begin('guided-saved.psirt.yaml', '  "1.1":\n');
    await stepOf('1.1');
    await press('3');
    await stepOf('1.2');
    const heading = language === 'ja' ? 'レベル' : 'Level ';
    for (let level = 1; level <= 5; level++) {
      await vscode.commands.executeCommand('quickInput.next');
      // The text of each level is read as the cursor comes to it: the list is another one then.
      await act('page.waitFor', {
        selector: `.quick-input-list .quick-input-list-separator:has-text("${heading}${level}")`,
        state: 'attached',
      });
    }
    await act('page.screenshot', { file: `pictures/guided-list-${language}.png` });
    assert.ok(await document.save());
    await press('Enter');
    await untilText(document, (text) => text.includes('"1.2": '), '1.2 is scored');
    assert.match(document.getText(), /"1\.2": 5/);
    // Escape, as each test ends with, is for a question that is there.
    await stepOf('1.3');
  });

  it('says which levels there are where one is asked for that the sheet does not describe', async () => {
    await begin(
      'guided-levels.psirt.yaml',
      serviceIds
        .filter((id) => id < '4.4')
        .map((id) => `  "${id}": 3\n`)
        .join(''),
    );
    await stepOf('4.4');
    await press('1');
    await act('page.waitFor', {
      selector: `.quick-input-list .monaco-list-row.focused:has-text("${language === 'ja' ? '：0、4、5' : '0, 4, 5'}")`,
    });
    await act('page.screenshot', { file: `pictures/guided-no-level-${language}.png` });
    await press('4');
    await untilText(document, (text) => text.includes('"4.4": 4'), '4.4 is 4');
    await stepOf('5.1');
  });

  it('asks before a score takes the reason of an exclusion with it', async () => {
    const excluded = '  "1.1":\n    excluded: Sold $(flame) last year\n';
    await begin('guided-reason.psirt.yaml', excluded);
    await stepOf('1.2');
    await act('page.click', { selector: '.quick-input-titlebar [class*="quick-input-back"]' });
    await stepOf('1.1');
    const asked = '.quick-input-list .monaco-list-row.focused:has-text("Sold")';
    await press('3');
    await act('page.waitFor', { selector: asked });
    await act('page.screenshot', { file: `pictures/guided-reason-${language}.png` });
    await press('ArrowDown', 'Enter');
    // The question names the service, too.
    await act('page.waitFor', { selector: '.quick-input-title:has-text("27")' });
    assert.equal(document.getText(), start + excluded);
    await press('3');
    await act('page.waitFor', { selector: asked });
    await press('Enter');
    await untilText(document, (text) => text === `${start}  "1.1":\n    score: 3\n`, '1.1 is 3');
    await stepOf('1.2');
    await press('Escape');
    await run;
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('undo');
    await untilText(document, (text) => text === start + excluded, 'the reason is there again');
  });

  itOnce('follows what is edited meanwhile', async () => {
    await begin('guided-follow.psirt.yaml', '  "1.1":\n');
    await stepOf('1.1');
    await act('page.waitFor', { selector: '.quick-input-list .codicon-pass-filled', state: 'hidden' });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(3, 8), ' 1');
    await vscode.workspace.applyEdit(edit);
    await act('page.waitFor', { selector: '.quick-input-list .monaco-list-row.focused .codicon-pass-filled' });
  });
});

describe('The end of guided scoring', () => {
  const ids = serviceIds.filter((id) => !outOfScopeIds.includes(id));
  const [last = '', before = ''] = [ids.at(-1), ids.at(-2)];
  const scores = (...open: string[]) =>
    ids
      .filter((id) => !open.includes(id))
      .map((id) => `  "${id}": 3\n`)
      .join('');
  /** In the list of all messages: VS Code under test pops none up. */
  const message = async (text: string) => {
    await vscode.commands.executeCommand('notifications.showList');
    await act('page.waitFor', { selector: `.notifications-center .notification-list-item:has-text("${text}")` });
  };
  const button = (text: string) =>
    act('page.click', { selector: `.notifications-center .monaco-button:has-text("${text}")` });

  afterEach(async () => {
    await press('Escape');
    await hidden();
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
  });

  it('says in a message what came of it when all have an answer, and offers the grid', async () => {
    const { document } = await openWith('end.psirt.yaml', start + scores(last));
    const run = vscode.commands.executeCommand(command, document.uri);
    await stepOf(last);
    await press('2');
    await run;
    await message(language === 'ja' ? '全27サービスに回答しました' : 'All 27 services have been answered');
    await button(language === 'ja' ? '成熟度グリッドを開く' : 'Open Maturity Grid');
    await inPanel(`[data-service="${last}"].score-2`, places.tab);
  });

  it('says how many were passed over, and leads on from the first of them', async () => {
    const { document } = await openWith('end-open.psirt.yaml', start + scores(before, last));
    const run = vscode.commands.executeCommand(command, document.uri);
    for (const id of [before, last]) {
      await stepOf(id);
      await skipInList();
    }
    await run;
    await message(language === 'ja' ? '2件' : '2 services have not been answered yet');
    await act('page.screenshot', { file: `pictures/guided-end-${language}.png` });
    await button(language === 'ja' ? '残り' : 'Score the Rest');
    await stepOf(before);
  });

  it('shows the same in the grid: what is left, then that all is done', async () => {
    await openEmptyGrid();
    const { document } = await openWith('end-grid.psirt.yaml', start + scores(before, last));
    await act('panel.click', { selector: 'button.guide', marker: places.sideBar });
    for (const id of [before, last]) {
      await inPanel(`[data-step="${id}"] .step-title:focus`, places.sideBar);
      await act('panel.press', { key: 'ArrowRight' });
    }
    await inPanel(`[data-step="done"]:has-text("${language === 'ja' ? '2件' : '2 services'}")`, places.sideBar);
    await act('panel.click', { selector: '[data-step="done"] .step-foot button', marker: places.sideBar });
    for (const id of [before, last]) {
      await inPanel(`[data-step="${id}"] .step-title:focus`, places.sideBar);
      await act('panel.press', { key: '1' });
      await untilText(document, (text) => text.includes(`"${id}": 1`), `${id} is 1`);
    }
    await inPanel('[data-step="done"]', places.sideBar);
    const said = await evaluate<string>('document.querySelector(\'[data-step="done"]\').innerText');
    assert.ok(!/未回答|not been answered/.test(said), said);
  });
});

describeOnce('Guided scoring in the grid', () => {
  afterEach(closeAll);

  it('asks before the reason of an exclusion is lost, and has the keyboard again afterwards', async () => {
    await openEmptyGrid();
    const text = `${start}  "1.1":\n    excluded: Sold last year\n`;
    const { document } = await openWith('guided-grid-reason.psirt.yaml', text);
    await inPanel('[data-service="1.1"]', places.sideBar);
    await act('panel.click', { selector: 'button.guide', marker: places.sideBar });
    await inPanel('[data-step="1.2"] .step-title:focus', places.sideBar);
    await act('panel.press', { key: 'ArrowLeft' });
    await inPanel('[data-step="1.1"] .step-title:focus', places.sideBar);
    await act('panel.press', { key: 'x' });
    await act('page.waitFor', { selector: '.quick-input-list .monaco-list-row.focused:has-text("Sold last year")' });
    await press('Escape');
    await hidden();
    await inPanel('[data-step="1.1"] .step-title:focus', places.sideBar);
    assert.equal(document.getText(), text);
    await act('panel.press', { key: 'x' });
    await act('page.waitFor', { selector: '.quick-input-list .monaco-list-row.focused:has-text("Sold last year")' });
    await press('Enter');
    await untilText(document, (now) => now === `${start}  "1.1":\n`, '1.1 counts again');
    await inPanel('[data-step="1.1"] .step-title:focus', places.sideBar);
    await act('panel.press', { key: 'Control+z' });
    await untilText(document, (now) => now === text, 'the reason is there again');
  });

  it('begins beside the text by the command, with the keyboard in it, and ends in the grid', async () => {
    const { document } = await openWith('guided-command.psirt.yaml', `${start}  "1.1": 2\n`);
    await vscode.commands.executeCommand('psirtMaturity.scoreStepByStep', document.uri);
    const marker = await guidedPlace();
    await inPanel('[data-step="1.2"] .step-title:focus', marker);
    await act('panel.press', { key: '4' });
    await untilText(document, (text) => text.includes('"1.2": 4'), '1.2 is 4');
    await inPanel('[data-step="1.3"] .step-title:focus', marker);
    await act('panel.press', { key: 'Escape' });
    await inPanel('[data-service="1.3"] :focus', marker);
  });

  it('leads from service to service by keys and clicks', async () => {
    await openEmptyGrid();
    const { document } = await openWith('guided-grid.psirt.yaml', start);
    await inPanel('[data-service="1.1"]', places.sideBar);
    await act('panel.click', { selector: 'button.guide', marker: places.sideBar });
    await inPanel('[data-step="1.1"] .step-title:focus', places.sideBar);
    await looksWell(['axe'], places.sideBar);
    await act('panel.press', { key: '3' });
    await untilText(document, (text) => text === `${start}  "1.1": 3\n`, '1.1 is 3');
    await inPanel('[data-step="1.2"] .step-title:focus', places.sideBar);
    await act('panel.press', { key: 'ArrowDown' });
    await inPanel('[data-choice="0"]:focus', places.sideBar);
    await act('panel.press', { key: 'ArrowDown' });
    await act('panel.press', { key: 'Enter' });
    await untilText(document, (text) => text.includes('"1.2": 1'), '1.2 is 1');
    await inPanel('[data-step="1.3"]', places.sideBar);
    await act('panel.press', { key: 'ArrowLeft' });
    await inPanel('[data-step="1.2"] [data-choice="1"][aria-pressed="true"]', places.sideBar);
    await act('panel.click', { selector: '[data-choice="4"]', marker: places.sideBar });
    await untilText(document, (text) => text.includes('"1.2": 4'), '1.2 is 4');
    await inPanel('[data-step="1.3"] .step-title:focus', places.sideBar);
    await act('panel.press', { key: 'Control+z' });
    await untilText(document, (text) => text.includes('"1.2": 1'), '1.2 is 1 again');
    // The editor had the focus, to undo.
    await inPanel('[data-step="1.3"] .step-title:focus', places.sideBar);
    await act('panel.press', { key: 'Escape' });
    await inPanel('[data-service="1.3"] :focus', places.sideBar);
  });
});
