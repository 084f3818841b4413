/** The edits that cite documents for several services and criteria at once. */
import type { Assessment } from '../assessment';
import { parseVariant } from '../parse-variant';
import { EditSteps } from '../yaml/edit-steps';
import { citeAllForCriterion } from './criterion-edit';
import { planCitation } from './evidence-edit';
import type { EditPlan } from './plan';

/** A link to cite for a service, or for one of its criteria. */
export interface NewCitation {
  readonly service: string;
  readonly criterion?: string;
  readonly link: string;
}

/** Plans the edits that cite all of them, or none: then it gives the first reason. Never throws. */
export function citeAll(assessment: Assessment, citations: readonly NewCitation[]): EditPlan {
  const byTarget = new Map<string, NewCitation[]>();
  for (const one of citations) {
    const target = JSON.stringify([one.service, one.criterion]);
    byTarget.set(target, [...(byTarget.get(target) ?? []), one]);
  }
  let steps = new EditSteps(assessment.text);
  for (const [first, ...others] of byTarget.values()) {
    if (!first) continue;
    const { service, criterion } = first;
    const links = [first, ...others].map(({ link }) => link);
    const now = parseVariant(steps.text);
    const plan =
      criterion === undefined ? planCitation(now, service, links) : citeAllForCriterion(now, service, criterion, links);
    if ('refused' in plan) return plan;
    steps = steps.then(plan.edits);
  }
  return { edits: steps.edits() };
}
