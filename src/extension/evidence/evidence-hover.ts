/** Hovers on evidence links: the cited section, or what is wrong with the link. */
import * as vscode from 'vscode';
import { citationAt, type Citation } from '../../language/citations';
import type { HoverMarkdown } from '../../messages/safe-text';
import type { Analyses } from '../core/analyses';
import { readCited, resolveFrom } from './cited-documents';
import { selector } from '../core/documents';
import { markdownString } from '../core/markdown-string';
import { rangeOf } from '../core/ranges';
import { isOurs } from '../language/yaml-servers';

export function registerEvidenceHover(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position) {
      if (!isOurs('hover', document)) return undefined;
      const citation = citationAt(analyses.of(document).assessment, document.offsetAt(position));
      const markdown = citation && !citation.web ? await explain(analyses, document.uri, citation) : undefined;
      return markdown && citation
        ? new vscode.Hover(markdownString(markdown), rangeOf(document, citation.span))
        : undefined;
    },
  });
}

async function explain(
  { words }: Analyses,
  from: vscode.Uri,
  { link, path, heading }: Citation,
): Promise<HoverMarkdown | undefined> {
  const cited = await readCited(from, link);
  const uri = cited?.uri ?? resolveFrom(from, path);
  const { citationHover } = await import('../../language/citation-hover');
  const place = uri && vscode.workspace.asRelativePath(uri);
  const { markdown, tooLong, fragment = heading } = cited ?? {};
  return citationHover(words.t, { path, heading: fragment, place, exists: cited !== undefined, markdown, tooLong });
}
