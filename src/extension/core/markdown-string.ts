/** Markdown as VS Code takes it: made of what our escapes have gone over alone. */
import * as vscode from 'vscode';
import type { HoverMarkdown } from '../../messages/safe-text';

/** The Markdown to be shown, without HTML, commands and icons. */
export function markdownString(markdown: HoverMarkdown): vscode.MarkdownString {
  return new vscode.MarkdownString(markdown);
}
