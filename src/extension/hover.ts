/** Hovers in VS Code; what explains is loaded when it is first asked to. */
import * as vscode from 'vscode';
import type { Analyses } from './analyses';
import { selector } from './documents';
import { markdownString } from './markdown-string';
import { rangeOf } from './ranges';
import { isOurs } from './yaml-servers';

export function registerHover(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position) {
      if (!isOurs('hover', document)) return undefined;
      const { hoverAt } = await import('../language/hover');
      const hover = hoverAt({ ...analyses.wordsOf(document), ...analyses.of(document) }, document.offsetAt(position));
      return hover && new vscode.Hover(markdownString(hover.markdown), rangeOf(document, hover.span));
    },
  });
}
