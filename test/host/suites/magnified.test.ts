import * as vscode from 'vscode';
import { act, inPanel, looksWell, openDetails, places } from '../support/bridge';
import { closeAll, language, open } from '../support/workspace';

const example = language === 'ja' ? 'payment-terminal.psirt.yaml' : 'edge-router.psirt.yaml';
const fit = ['cutOff', 'overlaps', 'moving'];

/** A window of 1280 by 800 at 200 %, for someone who wants no motion. */
describe('At 200 % and without motion', () => {
  before(async () => {
    await act('page.calm', { calm: true });
    await act('page.setViewport', { width: 640, height: 400 });
  });
  after(async () => {
    await act('page.calm', { calm: false });
    await act('page.setViewport', { width: 1280, height: 800 });
  });
  afterEach(closeAll);

  it('the grid, the plan and the trend fit in the side bar, and scroll at once', async () => {
    await open(example);
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await openDetails('1.1', places.sideBar);
    await looksWell([...fit, 'axe'], places.sideBar);
    // The trend twice: its code is loaded the first time only.
    for (const tab of ['plan', 'trend', 'overview', 'trend', 'grid']) {
      await act('panel.click', { selector: `#tab-${tab}`, marker: places.sideBar });
      await inPanel(`#tab-${tab}[aria-selected="true"]`, places.sideBar);
      await inPanel(`#tab-panel.show-${tab} > *`, places.sideBar);
      await looksWell(fit, places.sideBar);
    }
    await act('page.screenshot', { file: `pictures/magnified-${language}.png` });
    await act('panel.click', { selector: '#tab-overview', marker: places.sideBar });
    await looksWell(fit, places.sideBar);
    await act('panel.click', { selector: '.area-list a', marker: places.sideBar });
    await inPanel('[data-area="1"] :focus', places.sideBar);
  });

  it('guided scoring, a tab, assessments side by side and the sheet fit as well', async () => {
    await open('new-product.psirt.yaml');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
    await inPanel('[data-service="1.1"]', places.tab);
    await looksWell(fit, places.tab);
    await act('panel.click', { selector: 'button.guide', marker: places.tab });
    await inPanel('[data-step]', places.tab);
    await looksWell(fit, places.tab);
    await closeAll();
    await vscode.commands.executeCommand('psirtMaturity.compareAssessments');
    await inPanel('[data-rows] .heat-map tfoot', '.side-by-side');
    await looksWell(fit, '.side-by-side');
    await closeAll();
    await vscode.commands.executeCommand('psirtMaturity.openSheet', { service: '1.1' });
    await inPanel('.sheet-service', '.tab #psirt-panel .sheet');
    await looksWell(fit, '.tab #psirt-panel .sheet');
  });
});
