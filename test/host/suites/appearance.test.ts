import * as vscode from 'vscode';
import { act, evaluate, inPanel, looksWell, openDetails, places } from '../support/bridge';
import { chooseListed } from '../support/questions';
import { Repository } from '../support/repository';
import { closeAll, fileUri, language, open, openWith } from '../support/workspace';
import { yaml } from '../../support/yaml';

/** What a theme does to a view is the same in all languages, and what a language does to it in all themes. */
const themes =
  language === 'ja'
    ? ['Default High Contrast Light']
    : ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast'];
const checks = ['axe', 'faintTexts', 'faintMarks', 'faintRings'];
const example = language === 'ja' ? 'payment-terminal.psirt.yaml' : 'edge-router.psirt.yaml';
const start = yaml`
  sheet: psirt-maturity@1.0
  subject: Trial
  services:
`;
const wide = { width: 1900, height: 1000 };

describe('Appearance', () => {
  const folder = 'appearance';
  const repository = new Repository(folder);
  let present = '';

  async function setTheme(theme: string | undefined): Promise<void> {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
  }

  /** Looks at a panel, or at some elements in it, in each theme, from the present one on; a name is for pictures. */
  async function looksWellInAll(marker: string, within?: string, name?: string): Promise<void> {
    for (const theme of [present, ...themes.filter((other) => other !== present)]) {
      if (theme !== present) await setTheme(theme);
      present = theme;
      // A theme comes some time after its setting; newer versions of VS Code leave the first word of its name out.
      await inPanel(`[data-vscode-theme-id$="${theme.replace('Default ', '')}"]`, marker);
      await looksWell(checks, marker, within);
      if (name) await act('page.screenshot', { file: `pictures/${name}-${language}-${theme}.png` });
    }
  }

  before(async () => {
    await repository.create();
    // Colours that pass over into others are neither, for a moment.
    await act('page.calm', { calm: true });
    [present = ''] = themes;
    await setTheme(present);
  });
  after(async () => {
    await setTheme(undefined);
    await act('page.calm', { calm: false });
    await act('page.setViewport', { width: 1280, height: 800 });
    await repository.clear();
  });
  afterEach(closeAll);

  async function openTab(path: string): Promise<void> {
    await open(path);
    await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
    await inPanel('[data-service="1.1"]', places.tab);
  }

  it('the grid and its details, in the side bar and in a tab', async () => {
    await open(example);
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-service="1.1"]', places.sideBar);
    await openDetails('1.1', places.sideBar);
    await looksWellInAll(places.sideBar);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await act('page.setViewport', wide);
    await openTab(example);
    await openDetails('1.1', places.tab);
    await looksWellInAll(places.tab, undefined, 'grid');
  });

  it('evidence in trouble', async () => {
    await vscode.workspace.fs.writeFile(repository.uri('charter.md'), new TextEncoder().encode('# Roles\n'));
    const evidence = [
      'gone.md',
      'charter.md#none',
      '{ link: charter.md, expires: 2026-01-01 }',
      '{ link: charter.md, collected: 2999-01-01 }',
      'charter.md#roles',
    ];
    await openTab(example);
    await openWith(
      `${folder}/troubled.psirt.yaml`,
      yaml`
          ${start}  "1.1":
              score: 3
              evidence:
          ${evidence.map((item) => `      - ${item}\n`).join('')}`,
    );
    await act('page.setViewport', wide);
    await openDetails('1.1', places.tab);
    for (const kind of ['missing', 'no-heading', 'expired', 'future']) await inPanel(`.trouble.${kind}`, places.tab);
    await evaluate(`document.querySelector('.records').scrollIntoView()`, places.tab);
    await looksWellInAll(places.tab, '.records', 'evidence');
  });

  it('a comparison, the plan and the trend', async () => {
    await repository.commit('2026-01-10', { 'a.psirt.yaml': `${start}  "1.1": 4\n  "2.1": 1\n` });
    await repository.commit('2026-02-10', {
      'a.psirt.yaml': yaml`
          ${start}  "1.1": 2
            "2.1": 3
            "2.2": { score: 1, plan: [{ action: Publish, owner: Office, due: 2027-01-31 }] }
        `,
    });
    await openTab(`${folder}/a.psirt.yaml`);
    await act('panel.click', { selector: '#tab-plan', marker: places.tab });
    await inPanel('[data-planned="2.2"] .action input', places.tab);
    await looksWellInAll(places.tab, '#tab-panel', 'plan');
    await act('panel.click', { selector: '#tab-trend', marker: places.tab });
    await inPanel('.history[data-points="2"] .trend-mean', places.tab);
    await act('panel.click', { selector: '.trend-table summary', marker: places.tab });
    await looksWellInAll(places.tab, '#tab-panel', 'trend');
    await act('panel.click', { selector: '#tab-grid', marker: places.tab });
    await openWith(`${folder}/b.psirt.yaml`, `${start}  "1.1": 2\n  "2.1": 4\n`);
    const chosen = vscode.commands.executeCommand('psirtMaturity.compare');
    await chooseListed(`${folder}/a.psirt.yaml`);
    await chosen;
    await inPanel('.comparison', places.tab);
    await looksWellInAll(places.tab, '.panel', 'comparison');
  });

  it('guided scoring, in the place of the grid', async () => {
    await openWith('guided-themes.psirt.yaml', `${start}  "1.1": 2\n`);
    await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
    await act('panel.click', { selector: 'button.guide', marker: places.tab });
    await act('panel.click', { selector: '.step-foot button', marker: places.tab });
    await inPanel('[data-step="1.1"] [aria-pressed="true"]', places.tab);
    await looksWellInAll(places.tab, '.panel');
  });

  it('no assessment, one that can no longer be read, and one that never could', async () => {
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-state="empty"]', places.sideBar);
    await looksWellInAll(places.sideBar);
    const { document } = await openWith('broken-later.psirt.yaml', `${start}  "1.1": 2\n`);
    await inPanel('[data-state="assessment"]', places.sideBar);
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(document.positionAt(start.length), '  "1.\n'));
    await inPanel('.panel > .banner', places.sideBar);
    await looksWellInAll(places.sideBar);
    await openWith('broken-before.psirt.yaml', `${start}  "1.\n`);
    await inPanel('.panel-empty .banner', places.sideBar);
    await looksWellInAll(places.sideBar);
  });

  it('assessments side by side, so many that they scroll, with names of a single letter', async () => {
    const files = Array.from({ length: 40 }, (_, index) => fileUri(`many/${index}.psirt.yaml`));
    const text = new TextEncoder().encode(start.replace('Trial', 'A'));
    await Promise.all(files.map((uri) => vscode.workspace.fs.writeFile(uri, text)));
    await vscode.commands.executeCommand('psirtMaturity.compareAssessments');
    await inPanel('[data-rows] .heat-map tfoot', '.side-by-side');
    await looksWellInAll('.side-by-side', undefined, 'roll-up');
    await vscode.workspace.fs.delete(fileUri('many'), { recursive: true });
  });

  it('the sheet, in both languages and searched', async () => {
    await open(example);
    await vscode.commands.executeCommand('psirtMaturity.openSheet', { service: '3.1' });
    const marker = '.tab #psirt-panel .sheet';
    await act('panel.click', { selector: 'input[value=all]', marker });
    await act('panel.type', { selector: '.search', text: 'bug', marker });
    await inPanel('mark[data-current]', marker);
    await looksWellInAll(marker, undefined, 'sheet');
  });

  it('views within a Markdown document', async () => {
    const views = ['summary', 'radar', 'grid', 'plan'].map(
      (view) => `\`\`\`psirt\nassessment: ../${example}\nview: ${view}\n\`\`\`\n\n`,
    );
    await openWith(
      'docs/state.md',
      yaml`
          # State

          ${views.join('')}`,
    );
    await vscode.commands.executeCommand('markdown.showPreview');
    await inPanel('.psirt-view .plan-view', '.psirt-view');
    await looksWellInAll('.psirt-view', '.psirt-view', 'preview');
    await vscode.workspace.fs.delete(fileUri('docs/state.md'));
  });
});
