import type { Assessment } from '../assessment';
import { planEdit } from './edit';
import { placeholderIn } from './proof';
import { scalarText, type TextEdit } from '../yaml/text-edit';

/** The scalar of a reason to be typed over, in quotes: what is typed may hold what only they let pass, as a colon. */
export function reasonPlaceholder(reason: string): string {
  return placeholderIn(JSON.stringify(reason));
}

/** Excludes a service with a placeholder for the reason; `undefined` where `planEdit` refuses. */
export function excludeWithPlaceholder(
  assessment: Assessment,
  service: string,
  reason: string,
): TextEdit[] | undefined {
  const plan = planEdit(assessment, { kind: 'exclude', service, reason });
  if ('refused' in plan) return undefined;
  const written = scalarText(reason);
  return plan.edits.map(({ span, newText }) => {
    const at = newText.lastIndexOf(written);
    return {
      span,
      newText: at < 0 ? newText : newText.slice(0, at) + reasonPlaceholder(reason) + newText.slice(at + written.length),
    };
  });
}
