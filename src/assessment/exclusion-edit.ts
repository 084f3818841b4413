import type { Assessment } from './assessment';
import { planEdit } from './edit';
import { placeholder } from './proof';
import { scalarText, type TextEdit } from './text-edit';

/** Excludes a service with a placeholder for the reason; `undefined` where `planEdit` refuses. */
export function excludeWithPlaceholder(assessment: Assessment, service: string, reason: string): TextEdit[] | undefined {
  const plan = planEdit(assessment, { kind: 'exclude', service, reason });
  if ('refused' in plan) return undefined;
  const written = scalarText(reason);
  return plan.edits.map(({ span, newText }) => {
    const at = newText.lastIndexOf(written);
    return { span, newText: at < 0 ? newText : newText.slice(0, at) + placeholder(1, written) + newText.slice(at + written.length) };
  });
}
