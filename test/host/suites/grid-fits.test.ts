/**
 * The panel is the grid: how many of the 28 services are to be seen at once, in the places and sizes that people have.
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { serviceIds } from '../../../src/sheet/sheet';
import { yaml } from '../../support/yaml';
import { act, evaluate, inPanel, looksWell, openDetails, places } from '../support/bridge';
import { closeAll, fileUri, language, open, openWith, removeLeftovers } from '../support/workspace';

const example = language === 'ja' ? 'payment-terminal.psirt.yaml' : 'edge-router.psirt.yaml';

/**
 * What lies wholly within the part that the grid scrolls in: rows, headings of areas, and whether the selected row is
 * among them.
 */
const inView = `(() => {
  const room = document.querySelector('.main').getBoundingClientRect();
  const inside = (row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= room.top - 1 && bottom <= Math.min(room.bottom, innerHeight) + 1;
  };
  const count = (selector) => [...document.querySelectorAll(selector)].filter(inside).length;
  const [rows, areas, selected] = ['[data-service]', '[data-area]', '.row.selected'].map(count);
  return { width: innerWidth, height: innerHeight, rows, areas, selected };
})()`;

interface InView {
  readonly rows: number;
  readonly areas: number;
  readonly selected: number;
}

/** Waits until as many rows are to be seen: VS Code lays its parts out when it likes. */
async function untilRows(least: number, marker: string): Promise<InView> {
  const end = Date.now() + 5000;
  for (;;) {
    const seen = await evaluate<InView>(inView, marker);
    if (seen.rows >= least) return seen;
    if (Date.now() > end) {
      await act('page.screenshot', { file: `pictures/grid-fits-${language}.png` });
      return assert.fail(`${JSON.stringify(seen)}: less than ${least} rows`);
    }
  }
}

/** Whether the details show is kept, with or without a service in them: another suite may have left them open. */
function closeDetails(marker: string): Promise<unknown> {
  return evaluate(`document.querySelector('.details-toggle[aria-pressed="true"]')?.click()`, marker);
}

describe('All services are to be seen at once', () => {
  // The measures hold with three assessments listed above the grid, and with twelve.
  before(async () => {
    await removeLeftovers();
    const text = new TextEncoder().encode(yaml`
      sheet: psirt-maturity@1.0
      services:
        "1.1": 2
    `);
    for (let number = 1; number <= 9; number++)
      await vscode.workspace.fs.writeFile(fileUri(`listed-${number}.psirt.yaml`), text);
  });
  after(async () => {
    await removeLeftovers();
    await act('page.setViewport', { width: 1280, height: 800 });
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await act('page.sideBar', { width: 300 });
  });
  afterEach(closeAll);

  async function inSideBar(width: number, height: number, sideBar: number): Promise<void> {
    await open(example);
    await act('page.setViewport', { width, height });
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await act('page.sideBar', { width: sideBar });
    await inPanel('[data-service="1.1"]', places.sideBar);
    await closeDetails(places.sideBar);
  }

  for (const [height, sideBar] of [
    [900, 250],
    [900, 300],
    [900, 400],
    [1080, 300],
  ] as const) {
    it(`in a side bar of ${sideBar} px, in a window ${height} px high`, async () => {
      await inSideBar(height === 900 ? 1440 : 1920, height, sideBar);
      const { areas } = await untilRows(28, places.sideBar);
      assert.equal(areas, 6);
      await looksWell(['cutOff', 'overlaps'], places.sideBar);
      await act('page.screenshot', { file: `pictures/side-bar-${sideBar}-${height}-${language}.png` });
    });
  }

  it('in the secondary side bar', async () => {
    await inSideBar(1440, 900, 300);
    void vscode.commands.executeCommand('workbench.action.moveView');
    // VS Code itself speaks English in these tests.
    for (const choice of [language === 'ja' ? '成熟度グリッド' : 'Maturity Grid', 'New Secondary'])
      await act('page.click', { selector: `.quick-input-list .monaco-list-row[aria-label*="${choice}"]` });
    try {
      await act('page.waitFor', { selector: '.part.auxiliarybar .pane-body' });
      await inPanel('[data-service="1.1"]', places.sideBar);
      const { areas } = await untilRows(28, places.sideBar);
      assert.equal(areas, 6);
      await looksWell(['cutOff', 'overlaps'], places.sideBar);
      await act('page.screenshot', { file: `pictures/secondary-${language}.png` });
    } finally {
      await vscode.commands.executeCommand('workbench.action.resetViewLocations');
      await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
    }
  });

  it('in the side bar: with details open twelve of them and the selected one, however long the subject is', async () => {
    const { document } = await open(example);
    const text = document.getText().replace(/^subject: .*$/m, `subject: ${'Firmware '.repeat(22)}`);
    await openWith('long-subject.psirt.yaml', text);
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await act('page.setViewport', { width: 1440, height: 900 });
    await act('page.sideBar', { width: 300 });
    await inPanel('[data-service="5.2"]', places.sideBar);
    await closeDetails(places.sideBar);
    await untilRows(28, places.sideBar);
    await openDetails('5.2', places.sideBar);
    const { selected } = await untilRows(12, places.sideBar);
    assert.equal(selected, 1);
    await looksWell(['cutOff', 'overlaps'], places.sideBar);
    await act('page.screenshot', { file: `pictures/side-bar-details-${language}.png` });
    await act('panel.click', { selector: '.details .toggle', marker: places.sideBar });
  });

  for (const [name, width, height, alone, rows, withDetails] of [
    ['a tab beside the file', 1440, 900, false, 26, 12],
    ['a tab beside the file in a large window', 1920, 1080, false, 28, 12],
    ['the only tab', 1440, 900, true, 28, 28],
    ['the only tab of a small window', 900, 700, true, 18, 12],
  ] as const) {
    it(`in ${name}, without and with details`, async () => {
      await open(example);
      await vscode.commands.executeCommand('workbench.action.closeSidebar');
      await act('page.setViewport', { width, height });
      await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
      await inPanel('[data-service="1.1"]', places.tab);
      await closeDetails(places.tab);
      if (alone) {
        await vscode.commands.executeCommand('workbench.action.joinAllGroups');
        await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
      }
      await untilRows(rows, places.tab);
      await openDetails('2.4', places.tab);
      const { selected } = await untilRows(withDetails, places.tab);
      assert.equal(selected, 1);
      await looksWell(['cutOff', 'overlaps'], places.tab);
      await act('page.screenshot', { file: `pictures/tab-${width}-${alone ? 'alone' : 'beside'}-${language}.png` });
      await act('panel.click', { selector: '.details .toggle', marker: places.tab });
    });
  }

  it('in guided scoring in the only tab: all levels of the service with the longest texts', async () => {
    const before = serviceIds.filter((id) => id < '3.1').map((id) => `  "${id}": 2\n`);
    const text = `sheet: psirt-maturity@1.0\nservices:\n${before.join('')}  "3.1": { criteria: { 2a: met, 3a: unmet } }\n`;
    await openWith('longest.psirt.yaml', text);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await act('page.setViewport', { width: 1440, height: 900 });
    await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
    await vscode.commands.executeCommand('workbench.action.joinAllGroups');
    await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
    await act('panel.click', { selector: 'button.guide', marker: places.tab });
    await inPanel('[data-step="3.1"]', places.tab);
    await act('page.screenshot', { file: `pictures/guided-${language}.png` });
    const hidden = await evaluate<string[]>(
      `(() => {
        const { bottom } = document.querySelector('.step-body').getBoundingClientRect();
        return [...document.querySelectorAll('.step-levels > li')]
          .filter((level) => level.getBoundingClientRect().bottom > bottom + 1).map(({ innerText }) => innerText);
      })()`,
      places.tab,
    );
    assert.deepEqual(hidden, []);
  });
});
