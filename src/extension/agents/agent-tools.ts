/** The tools for agents in VS Code, for its folders and open documents. */
import * as vscode from 'vscode';
import { Tools, wordsOf } from '../../agents/run-tool';
import type { ToolName } from '../../agents/shapes';
import { AgentFailure } from '../../agents/workspace';
import { escapeMarkdown } from '../../language/markdown';
import { joined, ours } from '../../messages/safe-text';
import type { Analyses } from '../core/analyses';
import { markdownString } from '../core/markdown-string';
import { workspaceFiles } from './workspace-files';

export class AgentTools {
  private readonly tools: Tools;

  constructor(private readonly analyses: Analyses) {
    this.tools = new Tools({
      files: workspaceFiles(),
      // Evaluated at each use, since the language may change.
      get sheet() {
        return analyses.words.sheet;
      },
      get t() {
        return analyses.words.t;
      },
      now: () => new Date(),
    });
  }

  /** Asks for confirmation before an edit, showing its diff. Throws an error meant for the model. */
  prepare(name: ToolName, input: unknown): vscode.PreparedToolInvocation | undefined {
    if (name !== 'apply_edit') return undefined;
    const { t } = this.analyses.words;
    return this.told(() => {
      const { diff } = this.tools.planned(input);
      // White space at the start of a line would not be displayed.
      const lines = diff.split('\n').map((line) => escapeMarkdown(line.replace(/^[-+ ]? */, blanks)));
      return {
        confirmationMessages: { title: wordsOf(name, t).title, message: markdownString(joined(lines, ours`  \n`)) },
      };
    });
  }

  /** Runs a tool. Throws an error meant for the model. */
  async invoke(name: ToolName, input: unknown): Promise<vscode.LanguageModelToolResult> {
    const given = await this.tools.run(name, input).catch((error: unknown) => this.told(() => thrown(error)));
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(given))]);
  }

  private told<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw error instanceof AgentFailure ? new Error(this.analyses.words.t(error.key, error.parameters)) : error;
    }
  }
}

function blanks(start: string): string {
  return start.replaceAll(' ', '\u00a0');
}

function thrown(error: unknown): never {
  throw error;
}
