/** Suppresses completions for values that are complete. */
import type { Span } from '../assessment/yaml/tree';

/**
 * The completions. Where the typed text equals one of them, those that begin with it are left out: accepting that one
 * would change nothing, and accepting another (`2.5` for `2`) would change a complete value.
 */
export function unlessComplete<T extends { readonly span: Span; readonly insertText: string }>(
  text: string,
  completions: readonly T[],
): readonly T[] {
  const typed = ({ start, end }: Span) => text.slice(start, end);
  if (!completions.some(({ span, insertText }) => insertText === typed(span))) return completions;
  return completions.filter(({ span, insertText }) => !insertText.startsWith(typed(span)));
}
