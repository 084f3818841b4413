/** Hovers on evidence links: the cited section, or what is wrong with the link. */
import * as vscode from 'vscode';
import { evidenceAt } from '../../language/citations';
import type { Analyses } from '../core/analyses';
import { homeOf } from './cited-documents';
import { selector } from '../core/assessment-documents';
import { markdownString } from '../core/markdown-string';
import { rangeOf } from '../core/ranges';
import { isOurs } from '../language/yaml-servers';

export function registerEvidenceHover(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position) {
      const { assessment } = analyses.of(document);
      const offset = document.offsetAt(position);
      if (!isOurs('hover', document) || !evidenceAt(assessment, offset)) return undefined;
      const [{ evidenceHoverAt }, { filesNear }] = await Promise.all([
        import('../../language/evidence'),
        import('./files-near'),
      ]);
      const { uri } = document;
      const nameOf = (place: string) => vscode.workspace.asRelativePath(uri.with({ path: place }));
      const context = { t: analyses.words.t, documents: analyses.cited.of(document), nameOf };
      const hover = await evidenceHoverAt(assessment, offset, homeOf(uri), filesNear(uri), context);
      return hover && new vscode.Hover(markdownString(hover.markdown), rangeOf(document, hover.span));
    },
  });
}
