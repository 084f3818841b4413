/** Changes an assessment in two steps: first a plan with its diff, then the same plan applied by its digest. */
import { createTwoFilesPatch } from 'diff';
import type { Assessment } from '../assessment/assessment';
import { planAnswer } from '../assessment/edit/criterion-edit';
import { planEdit } from '../assessment/edit/edit';
import { planCitation } from '../assessment/edit/evidence-edit';
import { setNote } from '../assessment/edit/note-edit';
import type { EditPlan } from '../assessment/edit/plan';
import { isExternal } from '../assessment/evidence/links';
import type { CriterionState } from '../assessment/vocabulary';
import { parseAssessment } from '../assessment/parse';
import { applyEdits } from '../assessment/yaml/text-edit';
import { findCriterion } from '../sheet/criteria';
import { findService } from '../sheet/sheet';
import type { Input, Output } from './shapes';
import { isAbout, checkedAt, problemOf, quote } from './tools';
import { AgentFailure, type AgentWorkspace } from './workspace';

/** Limit of plans kept for applying. */
const mostPlans = 50;

/** A planned edit. */
export interface Plan {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly diff: string;
}

export class Plans {
  private readonly known = new Map<string, Plan>();

  constructor(private readonly workspace: AgentWorkspace) {}

  /**
   * Plans an edit of one service. Throws `AgentFailure` where it cannot be made, or cites a document that does not
   * exist.
   */
  async plan(input: Input<'plan_edit'>): Promise<Output<'plan_edit'>> {
    const { workspace } = this;
    const { path, service } = input;
    const { assessment } = await checkedAt(workspace, path);
    await assertExists(workspace, path, input.evidence ?? []);
    assertCriteria(workspace, service, Object.keys(input.criteria ?? {}));
    const after = stepsOf(input).reduce((now, step) => made(now, step(now)), assessment);
    if (after.text === assessment.text) throw new AgentFailure('agent.nothing-to-do', { path });
    const diff = createTwoFilesPatch(path, path, assessment.text, after.text, undefined, undefined, { context: 3 });
    const plan = { path, before: assessment.text, after: after.text, diff };
    const digest = await digestOf(plan);
    this.keep(digest, plan);
    const checked = await checkedAt(workspace, path, after.text);
    const about = checked.problems.filter((problem) => isAbout(checked, problem, service));
    return { digest, path, diff: quote(path, diff), problems: about.map((problem) => problemOf(checked, problem)) };
  }

  /** The plan with a digest. Throws `AgentFailure` where there is none. */
  of(digest: string): Plan {
    const plan = this.known.get(digest);
    if (!plan) throw new AgentFailure('agent.unknown-plan');
    return plan;
  }

  /** Applies a planned edit, once. Throws `AgentFailure` where the file has changed since. */
  async apply({ digest }: Input<'apply_edit'>): Promise<Output<'apply_edit'>> {
    const { path, before, after } = this.of(digest);
    if ((await this.workspace.files.read(path)) !== before) throw new AgentFailure('agent.changed', { path });
    await this.workspace.files.write(path, after, before);
    this.known.delete(digest);
    return { applied: true, path };
  }

  private keep(digest: string, plan: Plan): void {
    const [oldest] = this.known.keys();
    if (this.known.size >= mostPlans && oldest !== undefined) this.known.delete(oldest);
    this.known.set(digest, plan);
  }
}

type Step = (assessment: Assessment) => EditPlan;

function stepsOf({ service, score, excluded, criteria = {}, evidence = [], note }: Input<'plan_edit'>): Step[] {
  const answers = Object.entries(criteria).map(
    ([id, state]): Step =>
      (now) =>
        planAnswer(now, service, id, state as CriterionState),
  );
  return [
    ...(excluded === undefined
      ? []
      : [(now: Assessment) => planEdit(now, { kind: 'exclude', service, reason: excluded })]),
    ...(score === undefined ? [] : [(now: Assessment) => planEdit(now, { kind: 'score', service, score })]),
    ...answers,
    ...(evidence.length ? [(now: Assessment) => planCitation(now, service, evidence)] : []),
    ...(note === undefined ? [] : [(now: Assessment) => setNote(now, service, note)]),
  ];
}

function made(assessment: Assessment, plan: EditPlan): Assessment {
  if ('refused' in plan) throw new AgentFailure(plan.refused.key, plan.refused.parameters);
  return plan.edits.length ? parseAssessment(applyEdits(assessment.text, plan.edits)) : assessment;
}

/**
 * Throws `AgentFailure` where a link leads to no file. Addresses on the web are not checked: nothing is ever fetched.
 */
async function assertExists({ files }: AgentWorkspace, path: string, links: readonly string[]): Promise<void> {
  const cited = await files.cited(
    path,
    links.map((link) => [link, false]),
  );
  for (const link of links) {
    const document = cited.get(link);
    const isThere = document?.exists && (!document.headings || document.headings.has(document.fragment));
    if (!isThere && !isExternal(link)) throw new AgentFailure('agent.no-evidence', { link });
  }
}

function assertCriteria({ sheet }: AgentWorkspace, id: string, criteria: readonly string[]): void {
  const service = findService(sheet, id);
  const unknown = criteria.find((criterion) => !service || !findCriterion(service, criterion));
  if (unknown !== undefined) throw new AgentFailure('agent.no-criterion', { criterion: unknown, service: id });
}

async function digestOf({ path, before, after }: Omit<Plan, 'diff'>): Promise<string> {
  const content = new TextEncoder().encode(JSON.stringify([path, before, after]));
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return `sha256-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
