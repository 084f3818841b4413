/** Hovers in VS Code; what explains is loaded when it is first asked to. */
import * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';
import { selector } from '../core/documents';
import { markdownString } from '../core/markdown-string';
import { rangeOf } from '../core/ranges';
import { isOurs } from './yaml-servers';

export function registerHover(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position) {
      if (!isOurs('hover', document)) return undefined;
      const { hoverAt } = await import('../../language/hover');
      const hover = hoverAt({ ...analyses.wordsOf(document), ...analyses.of(document) }, document.offsetAt(position));
      return hover && new vscode.Hover(markdownString(hover.markdown), rangeOf(document, hover.span));
    },
  });
}
