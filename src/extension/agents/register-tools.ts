/** Registers the tools for agents in VS Code's chat; their code is loaded when the first one is called. */
import * as vscode from 'vscode';
import type { ToolName } from '../../agents/shapes';
import type { Analyses } from '../core/analyses';
import { once } from '../core/once';

const names: readonly ToolName[] = [
  'read_sheet',
  'read_assessment',
  'find_evidence',
  'plan_edit',
  'apply_edit',
  'compare',
];

export function registerAgentTools(analyses: Analyses): vscode.Disposable {
  const tools = once(async () => new (await import('./agent-tools')).AgentTools(analyses));
  const registered = names.map((name) =>
    vscode.lm.registerTool<object>(`psirt-maturity_${name}`, {
      prepareInvocation: async ({ input }) => (await tools()).prepare(name, input),
      invoke: async ({ input }) => (await tools()).invoke(name, input),
    }),
  );
  return vscode.Disposable.from(...registered);
}
