/** Hovers in VS Code; their code is loaded on demand. */
import * as vscode from 'vscode';
import type { Language, Translate } from '../../messages/messages';
import type { Analyses } from '../core/analyses';
import { selector } from '../core/assessment-documents';
import { markdownString } from '../core/markdown-string';
import { rangeOf } from '../core/ranges';
import { loadRuleTexts } from '../core/words';
import { isOurs } from './yaml-servers';

export function registerHover(analyses: Analyses, extensionUri: vscode.Uri): vscode.Disposable {
  const withRules = new Map<Language, Promise<Translate>>();
  const textsOnRules = (): Promise<Translate> => {
    const { words } = analyses;
    const { language } = words.t;
    const known = withRules.get(language) ?? loadRuleTexts(extensionUri, words);
    withRules.set(language, known);
    return known;
  };
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position) {
      if (!isOurs('hover', document)) return undefined;
      const { assessment, ...rest } = analyses.of(document);
      const [{ hoverAt }, { sourcesFor }, t] = await Promise.all([
        import('../../language/hover'),
        import('../core/requirements'),
        textsOnRules(),
      ]);
      const sources = await sourcesFor(assessment, document.uri, analyses.words);
      const context = { ...analyses.wordsOf(document), ...rest, assessment, t, sources };
      const hover = hoverAt(context, document.offsetAt(position));
      return hover && new vscode.Hover(markdownString(hover.markdown), rangeOf(document, hover.span));
    },
  });
}
