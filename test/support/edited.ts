import type { EditPlan } from '../../src/assessment/edit/plan';
import { applyEdits } from '../../src/assessment/yaml/text-edit';

export const made = (text: string, plan: EditPlan) =>
  'refused' in plan ? plan.refused.key : applyEdits(text, plan.edits);
