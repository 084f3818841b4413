/** Writes the scores of several assessors into the agreed file. */
import type { Assessment } from '../assessment';
import { parseVariant } from '../parse-variant';
import { EditSteps } from '../yaml/edit-steps';
import { applyEdits } from '../yaml/text-edit';
import { planEdit } from './edit';
import type { EditPlan, Refusal } from './plan';
import { setVotes, type Votes } from './votes-edit';

/** The votes to store for one service, and its agreed score, if there is one. */
export interface Reconciled {
  readonly id: string;
  readonly votes: Votes;
  readonly score?: number;
}

/** The edits that write votes and scores, as one step; refused as a whole where any of them is. */
export function planReconciled(assessment: Assessment, services: readonly Reconciled[]): EditPlan {
  let steps = new EditSteps(assessment.text);
  for (const { id, votes, score } of services) {
    const now = () => parseVariant(steps.text);
    const plans = [
      () => setVotes(now(), id, votes),
      () => (score === undefined ? { edits: [] } : planEdit(now(), { kind: 'score', service: id, score })),
    ];
    for (const plan of plans) {
      const made = plan();
      if ('refused' in made) return made;
      steps = steps.then(made.edits);
    }
  }
  return { edits: steps.edits() };
}

/** The text of a file with votes and scores, each written by the smallest edits; and refusals, with their services. */
export function reconciledText(
  assessment: Assessment,
  services: readonly Reconciled[],
): { readonly text: string; readonly refusals: readonly (Refusal & { readonly id: string })[] } {
  const refusals: (Refusal & { readonly id: string })[] = [];
  let now = assessment;
  const make = (id: string, plan: EditPlan) => {
    if ('refused' in plan) refusals.push({ ...plan.refused, id });
    else if (plan.edits.length) now = parseVariant(applyEdits(now.text, plan.edits));
  };
  for (const { id, votes, score } of services) {
    make(id, setVotes(now, id, votes));
    if (score !== undefined) make(id, planEdit(now, { kind: 'score', service: id, score }));
  }
  return { text: now.text, refusals };
}
