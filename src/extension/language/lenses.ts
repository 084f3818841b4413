/** Code lenses in VS Code: the figures above `services` and each area; a click opens the grid. */
import * as vscode from 'vscode';
import { hasConflicts } from '../../assessment/scorable';
import type { Analyses } from '../core/analyses';
import { selector } from '../core/assessment-documents';
import { rangeOf } from '../core/ranges';

export function registerLenses(analyses: Analyses): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document) {
      if (hasConflicts(analyses.of(document).assessment)) {
        const { conflictLensesOf } = await import('./conflict-lenses');
        return conflictLensesOf(document, analyses.wordsOf(document));
      }
      const good = analyses.lastGood(document);
      const isWanted = vscode.workspace
        .getConfiguration('psirtMaturity', document)
        .get<boolean>('lenses.enabled', true);
      if (!isWanted || !good) return [];
      const { lensesOf } = await import('../../language/lenses');
      const context = { ...analyses.wordsOf(document), ...analyses.of(document), scored: good.analysis.scored };
      const tooltip = analyses.words.t('lens.tooltip');
      return lensesOf(context, good.stale).map(({ title, span }) => {
        return new vscode.CodeLens(rangeOf(document, span), {
          title,
          tooltip,
          command: 'psirtMaturity.openGridToSide',
        });
      });
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(selector, provider),
    analyses.onDidChangeWords(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration(
      (change) => change.affectsConfiguration('psirtMaturity.lenses') && changed.fire(),
    ),
  );
}
