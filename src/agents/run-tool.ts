/** Runs tools by name, with unvalidated input. */
import type { MessageKey, Translate } from '../messages/messages';
import { Plans, type Plan } from './edits';
import { findEvidence } from './find-evidence';
import { shapes, type Input, type ToolName } from './shapes';
import { compareAssessments, readAssessment, readSheet } from './tools';
import { AgentFailure, type AgentWorkspace } from './workspace';

export class Tools {
  private readonly plans: Plans;

  constructor(private readonly workspace: AgentWorkspace) {
    this.plans = new Plans(workspace);
  }

  /** The result of a tool. Throws `AgentFailure`. */
  async run(name: ToolName, input: unknown): Promise<Record<string, unknown>> {
    const { workspace, plans } = this;
    switch (name) {
      case 'read_sheet':
        return readSheet(workspace, checked(name, input));
      case 'read_assessment':
        return readAssessment(workspace, checked(name, input));
      case 'find_evidence':
        return findEvidence(workspace, checked(name, input));
      case 'plan_edit':
        return plans.plan(checked(name, input));
      case 'apply_edit':
        return plans.apply(checked(name, input));
      case 'compare':
        return compareAssessments(workspace, checked(name, input));
    }
  }

  /** The plan that is to be applied. Throws `AgentFailure` where there is none. */
  planned(input: unknown): Plan {
    return this.plans.of(checked('apply_edit', input).digest);
  }
}

function checked<T extends ToolName>(name: T, input: unknown): Input<T> {
  const { success, data } = shapes[name].input.safeParse(input);
  if (!success) throw new AgentFailure('agent.bad-input', { tool: name });
  return data as Input<T>;
}

/** The title and description of a tool. */
export function wordsOf(name: ToolName, t: Translate): { readonly title: string; readonly description: string } {
  const key = name.replace('_', '-');
  return { title: t(`agent.tool.${key}` as MessageKey), description: t(`agent.tool.${key}.text` as MessageKey) };
}
