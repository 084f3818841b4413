/** Hovers in VS Code. */
import * as vscode from 'vscode';
import { hoverAt } from '../language/hover';
import type { Analyses } from './analyses';
import { selector } from './documents';
import { rangeOf } from './ranges';
import { isOurs } from './yaml-servers';

export function registerHover(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    provideHover(document, position) {
      if (!isOurs('hover', document)) return undefined;
      const hover = hoverAt({ ...analyses.words, ...analyses.of(document) }, document.offsetAt(position));
      return hover && new vscode.Hover(new vscode.MarkdownString(hover.markdown), rangeOf(document, hover.span));
    },
  });
}
