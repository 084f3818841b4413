/**
 * Views of assessments in VS Code's own preview of Markdown. Here is what has to be there at once; the rest is loaded
 * for the first fence.
 */
import type { MarkdownIt } from 'markdown-it';
import type * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';
import type { FencedViews } from './fenced-views';

/** What the preview asks of an extension that was activated. */
export interface MarkdownPlugin {
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

export function markdownFences(analyses: Analyses, subscriptions: vscode.Disposable[]): MarkdownPlugin {
  let views: FencedViews | undefined;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    const { FencedViews } = await import('./fenced-views');
    views = new FencedViews(analyses);
    subscriptions.push(views);
    views.refreshPreviews(true);
  };
  const html = (content: string, from: vscode.Uri | undefined): string => {
    if (!views) loading ??= load();
    return views?.html(content, from) ?? '';
  };
  return {
    extendMarkdownIt(markdown) {
      const { fence } = markdown.renderer.rules;
      markdown.renderer.rules.fence = (tokens, index, options, env, self) => {
        const token = tokens[index];
        if (token?.info.trim() !== 'psirt')
          return fence?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options);
        token.attrJoin('class', 'psirt-view');
        // VS Code says here which document it renders.
        const from = (env as { readonly currentDocument?: vscode.Uri } | undefined)?.currentDocument;
        return `<div${self.renderAttrs(token)}>${html(token.content, from)}</div>\n`;
      };
      return markdown;
    },
  };
}
