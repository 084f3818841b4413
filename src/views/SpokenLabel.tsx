import type { JSX } from 'preact';

/**
 * A number's label for screen readers and copied text, where the layout explains it visually. Ends with a space that
 * does not collapse.
 */
export function SpokenLabel({ text }: { readonly text: string }): JSX.Element {
  return <span class="unseen">{`${text}\u00a0`}</span>;
}
