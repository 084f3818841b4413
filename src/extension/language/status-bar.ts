/** The status bar: average, coverage and target of the current assessment; a click opens the grid. */
import * as vscode from 'vscode';
import { label } from '../../language/interface-text';
import { statusOf } from '../../language/status';
import type { ActiveAssessment } from '../core/active-assessment';
import type { Analyses } from '../core/analyses';
import { baseName, isAssessment } from '../core/assessment-documents';
import { gridTab } from '../panel/grid';

/** The pause in typing after which the figures are updated, in milliseconds. */
const pause = 150;

export function registerStatusBar(analyses: Analyses, active: ActiveAssessment): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('psirtMaturity.figures', vscode.StatusBarAlignment.Right, 110);
  item.command = 'psirtMaturity.openGridToSide';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const update = () => {
    clearTimeout(timer);
    const { t } = analyses.words;
    const document = shownAssessment(active);
    if (!document) return item.hide();
    const good = analyses.lastGood(document);
    const { text, tooltip, spoken } = statusOf(
      good && { scored: good.analysis.scored, stale: good.stale },
      label(analyses.of(document).assessment.subject?.value || baseName(document.uri)),
      t,
    );
    item.name = t('status.name');
    Object.assign(item, { text, tooltip, accessibilityInformation: { label: spoken, role: 'button' } });
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    { dispose: () => clearTimeout(timer) },
    active.onDidChange(update),
    analyses.onDidChangeWords(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.tabGroups.onDidChangeTabs(update),
    vscode.window.tabGroups.onDidChangeTabGroups(update),
    analyses.onDidChange(({ document, by }) => {
      if (document !== active.document || by !== 'text') return;
      clearTimeout(timer);
      timer = setTimeout(update, pause);
    }),
  );
}

/** The assessment in the active editor; in the grid's own tab, the one the grid shows. */
function shownAssessment(active: ActiveAssessment): vscode.TextDocument | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor) return isAssessment(editor.document) ? editor.document : undefined;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  // VS Code adds a prefix to the type of a webview.
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(gridTab) ? active.document : undefined;
}
