/** Folding ranges and selection ranges in VS Code. */
import * as vscode from 'vscode';
import type { Fold } from '../../language/folding';
import type { Analyses } from '../core/analyses';
import { selector } from '../core/assessment-documents';
import { rangeOf } from '../core/ranges';

const kinds: Record<NonNullable<Fold['kind']>, vscode.FoldingRangeKind> = {
  comment: vscode.FoldingRangeKind.Comment,
  region: vscode.FoldingRangeKind.Region,
};

export function registerFolding(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(selector, {
    async provideFoldingRanges(document) {
      const { foldsOf } = await import('../../language/folding');
      const folds = foldsOf({ ...analyses.wordsOf(document), ...analyses.of(document) });
      return folds?.map(
        ({ startLine, endLine, kind }) => new vscode.FoldingRange(startLine, endLine, kind && kinds[kind]),
      );
    },
  });
}

export function registerSelectionRanges(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(selector, {
    async provideSelectionRanges(document, positions) {
      const { selectionsAt } = await import('../../language/selection');
      const context = { ...analyses.wordsOf(document), ...analyses.of(document) };
      return positions.map((position) => {
        const spans = selectionsAt(context, document.offsetAt(position));
        const outermost = spans.pop() ?? { start: 0, end: document.getText().length };
        // From the outermost to the innermost: each has the surrounding one as parent.
        return spans.reduceRight(
          (parent, span) => new vscode.SelectionRange(rangeOf(document, span), parent),
          new vscode.SelectionRange(rangeOf(document, outermost)),
        );
      });
    },
  });
}
