import type { Span } from '../assessment/yaml/tree';

/**
 * Completions without those that what is typed leads to, where it is one of them already, letter for letter: accepting
 * that would do nothing but take a key, and accepting another (`2.5` for `2`) would change what is complete.
 */
export function unlessComplete<T extends { readonly span: Span; readonly insertText: string }>(
  text: string,
  completions: readonly T[],
): readonly T[] {
  const typed = ({ start, end }: Span) => text.slice(start, end);
  if (!completions.some(({ span, insertText }) => insertText === typed(span))) return completions;
  return completions.filter(({ span, insertText }) => !insertText.startsWith(typed(span)));
}
