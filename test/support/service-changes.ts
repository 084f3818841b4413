import type { EditPlan } from '../../src/assessment/edit/plan';
import { applyEdits } from '../../src/assessment/yaml/text-edit';
import { sheet } from './analyse';

/** The services that can be scored. */
export const all = sheet.areas.flatMap(({ services }) => services).filter(({ outOfScope }) => !outOfScope);

/** The text after a plan; `undefined` where it is refused. */
export function changed(text: string, plan: EditPlan): string | undefined {
  return 'edits' in plan ? applyEdits(text, plan.edits) : undefined;
}
