import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act } from '../support/bridge';
import { choosePath, fileDialog } from '../support/questions';
import { closeAll, fileUri, itOnce, language, open, until } from '../support/workspace';

/** The page that shows the sheet. */
const marker = '.tab #psirt-panel .sheet';
const japanese = language === 'ja';

const waitFor = (selector: string): Promise<unknown> => act('panel.waitFor', { selector, marker });
const evaluate = <T>(expression: string): Promise<T> => act<T>('panel.eval', { expression, marker });
const textOf = (selector: string): Promise<string> =>
  evaluate(`document.querySelector(${JSON.stringify(selector)}).textContent`);
const openSheet = async (place?: object): Promise<void> => {
  await vscode.commands.executeCommand('psirtMaturity.openSheet', place);
  await waitFor('.sheet-service');
};

describe('The maturity sheet', () => {
  before(async () => {
    await vscode.extensions.getExtension('psirt-maturity.psirt-maturity')?.activate();
  });
  afterEach(closeAll);

  it('opens without an assessment, in the reader’s language, once', async () => {
    await openSheet();
    assert.equal(await evaluate('document.querySelectorAll(".sheet-service").length'), 28);
    assert.match(await textOf('h1'), japanese ? /^PSIRT成熟度シート/ : /^PSIRT maturity sheet/);
    await openSheet();
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
  });

  it('finds as it is typed into, leads from find to find, and clears', async () => {
    await openSheet();
    await act('panel.press', { key: '/', selector: 'main', marker });
    await act('panel.type', { selector: '.search', text: japanese ? 'バグバー' : 'bug bar', marker });
    await waitFor('mark[data-current]');
    const outcome = await textOf('.outcome');
    const count = await evaluate<number>('document.querySelectorAll("mark[data-found]").length');
    assert.ok(count > 5 && outcome.includes(String(count)), outcome);
    await act('panel.press', { selector: '.search', key: 'Enter', marker });
    assert.equal(
      await evaluate(
        '[...document.querySelectorAll("mark[data-found]")].findIndex((mark) => "current" in mark.dataset)',
      ),
      1,
    );
    await act('panel.press', { selector: '.search', key: 'Escape', marker });
    await waitFor('.sheet-explanations');
    assert.equal(await evaluate('document.querySelectorAll("mark").length'), 0);
  });

  it('switches its language, and shows both side by side', async () => {
    await openSheet();
    await act('panel.click', { selector: `input[value=${japanese ? 'en' : 'ja'}]`, marker });
    await waitFor(`.column[lang=${japanese ? 'en' : 'ja'}]`);
    assert.equal(await evaluate(`document.querySelectorAll('.column[lang=${language}]').length`), 0);
    await act('panel.click', { selector: 'input[value=all]', marker });
    await waitFor('.column + .column');
    // The heading of a level stands in both columns, and so does its text.
    const level = "[id='service-1.1-0']";
    for (const part of [`${level} h4 .column`, `${level} .column:not(h4 .column)`])
      assert.deepEqual(
        await evaluate(`[...document.querySelectorAll(${JSON.stringify(part)})].map((column) => column.lang)`),
        japanese ? ['ja', 'en'] : ['en', 'ja'],
      );
  });

  itOnce('marks the active assessment, and follows it', async () => {
    await open('edge-router.psirt.yaml');
    await openSheet();
    await waitFor('[id="service-1.1-3"].scored.target');
    const first = await textOf('.sheet-text > .state');
    await open('payment-terminal.psirt.yaml');
    await openSheet();
    await act('panel.waitFor', { selector: `.sheet-text > .state:not(:text-is(${JSON.stringify(first)}))`, marker });
    // Excluded in this file: its levels are not marked, and the reason stands there.
    assert.equal(await evaluate('document.querySelectorAll("[id=\'service-1.6\'] .badge").length'), 0);
  });

  it('explains a term to the keyboard, until Escape', async () => {
    await openSheet({ service: '3.1', level: 0 });
    // Until it has led there, it would take the focus again.
    await waitFor('[id="service-3.1-0"]:focus');
    const term = '[id="service-3.1-0"] .glossary-term';
    await waitFor(term);
    await evaluate(`document.querySelector(${JSON.stringify(term)}).focus()`);
    await waitFor(`${term} + .meaning-tip`);
    await act('panel.press', { selector: term, key: 'Escape', marker });
    await act('panel.waitFor', { selector: `${term} + .meaning-tip`, state: 'hidden', marker });
  });

  itOnce('is where a service of the grid is read on', async () => {
    await open('edge-router.psirt.yaml');
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await act('panel.click', { selector: '[data-service="4.2"] .title', marker: '.side-bar #psirt-panel' });
    await act('panel.click', { selector: '.read .link', marker: '.side-bar #psirt-panel' });
    await waitFor('[id="service-4.2"]');
    const atTop =
      'Math.abs(document.getElementById("service-4.2").getBoundingClientRect().top - document.querySelector("main").getBoundingClientRect().top) < 40';
    // It is drawn first, and led there then.
    const untilAtTop = `new Promise((resolve) => { const look = () => (${atTop} ? resolve(true) : setTimeout(look, 20)); look(); setTimeout(() => resolve(false), 10_000); })`;
    assert.equal(await evaluate(untilAtTop), true);
  });

  itOnce('leads from a function to the levels that cite it', async () => {
    const found = vscode.commands.executeCommand('psirtMaturity.findReference', { reference: '1.2.1.1' });
    await act('page.waitFor', { selector: '.quick-input-list .monaco-list-row.focused' });
    assert.match(await act<string>('page.text', { selector: '.quick-input-titlebar' }), /1\.2\.1\.1/);
    await act('page.press', { key: 'ArrowDown' });
    await act('page.press', { key: 'Enter' });
    await found;
    await waitFor('[id="service-1.2-3"]:focus');
  });

  it('is saved as a page of its own, in the languages shown', async () => {
    await openSheet();
    const target = fileUri('saved-sheet.html');
    await act('panel.click', { selector: '.sheet-bar > .secondary', marker });
    await fileDialog();
    await choosePath(target.path);
    // Toasts are off in a VS Code under test: what offers to open the file, once all of it is written, waits in the
    // centre.
    await vscode.commands.executeCommand('notifications.showList');
    await act('page.waitFor', {
      selector: '.notifications-center.visible .notification-list-item:has-text("saved-sheet.html")',
    });
    const html = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.match(html, new RegExp(`^<!DOCTYPE html>\\n<html lang="${language}">`));
    await vscode.workspace.fs.delete(target);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  itOnce('has its state again after a reload of its page', async () => {
    await openSheet();
    await act('panel.click', { selector: 'input[value=all]', marker });
    await act('panel.type', { selector: '.search', text: 'SLA', marker });
    await waitFor('mark[data-current]');
    await evaluate('document.documentElement.dataset.before = ""');
    await vscode.commands.executeCommand('workbench.action.webview.reloadWebviewAction');
    const anew = '.tab:not([data-before]) #psirt-panel .sheet';
    await act('panel.waitFor', { selector: '.column + .column mark[data-found]', marker: anew });
    assert.equal(
      await act('panel.eval', { expression: 'document.querySelector(".search").value', marker: anew }),
      'SLA',
    );
  });

  after(() =>
    until(
      vscode.window.tabGroups.onDidChangeTabs,
      () => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0),
      'all tabs are closed',
    ),
  );
});
