/** Exclusions with a placeholder for the reason. */
import type { Assessment } from '../assessment';
import { scalarText } from '../yaml/text-edit';
import { planEdit } from './edit';
import type { EditPlan } from './plan';
import { placeholderIn } from './proof';

/** The placeholder for a reason, in quotes, since the typed text may contain characters such as a colon. */
export function reasonPlaceholder(reason: string): string {
  return placeholderIn(JSON.stringify(reason));
}

/** Excludes a service, as a snippet with a placeholder for the reason. */
export function excludeWithPlaceholder(assessment: Assessment, service: string, reason: string): EditPlan {
  const plan = planEdit(assessment, { kind: 'exclude', service, reason });
  if ('refused' in plan) return plan;
  const written = scalarText(reason);
  const edits = plan.edits.map(({ span, newText }) => {
    const at = newText.lastIndexOf(written);
    const behind = newText.slice(at + written.length);
    return { span, newText: at < 0 ? newText : newText.slice(0, at) + reasonPlaceholder(reason) + behind };
  });
  return { edits };
}
