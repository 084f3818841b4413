/** Creates VS Code's Markdown strings from escaped Markdown only. */
import * as vscode from 'vscode';
import type { HoverMarkdown } from '../../messages/safe-text';

/** The Markdown for display, without HTML, commands and icons. */
export function markdownString(markdown: HoverMarkdown): vscode.MarkdownString {
  return new vscode.MarkdownString(markdown);
}
