/** Inlay hints in VS Code: titles of services and summaries of levels. */
import * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';
import { selector } from '../core/assessment-documents';
import { markdownString } from '../core/markdown-string';

export function registerInlayHints(analyses: Analyses): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range) {
      const { inlayHintsOf } = await import('../../language/inlay-hints');
      const settings = vscode.workspace.getConfiguration('psirtMaturity.inlayHints', document);
      const kinds = { titles: settings.get<boolean>('titles', true), levels: settings.get<boolean>('levels', true) };
      return inlayHintsOf({ ...analyses.wordsOf(document), ...analyses.of(document) }, kinds).flatMap(
        ({ offset, label, afterComment, tooltip }) => {
          const position = document.positionAt(offset);
          if (!range.contains(position)) return [];
          const hint = new vscode.InlayHint(position, afterComment ? `   · ${label}` : label);
          hint.paddingLeft = true;
          hint.tooltip = markdownString(tooltip);
          return hint;
        },
      );
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerInlayHintsProvider(selector, provider),
    analyses.onDidChangeWords(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration(
      (change) => change.affectsConfiguration('psirtMaturity.inlayHints') && changed.fire(),
    ),
  );
}
