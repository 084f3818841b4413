/**
 * Views of assessments in VS Code's Markdown preview. This file contains what is needed immediately; the rest is loaded
 * for the first fence.
 */
import type { MarkdownIt } from 'markdown-it';
import type * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';
import { once } from '../core/once';
import type { FencedViews } from './fenced-views';

/** The interface that the preview expects of an extension. */
export interface MarkdownPlugin {
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

export function markdownFences(analyses: Analyses, subscriptions: vscode.Disposable[]): MarkdownPlugin {
  let views: FencedViews | undefined;
  const load = once(async () => {
    const { FencedViews } = await import('./fenced-views');
    views = new FencedViews(analyses);
    subscriptions.push(views);
    views.refreshPreviews(true);
  });
  const html = (content: string, from: vscode.Uri | undefined): string => {
    if (!views) void load();
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
        // VS Code passes the document being rendered here.
        const from = (env as { readonly currentDocument?: vscode.Uri } | undefined)?.currentDocument;
        return `<div${self.renderAttrs(token)}>${html(token.content, from)}</div>\n`;
      };
      return markdown;
    },
  };
}
