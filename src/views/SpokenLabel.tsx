import type { JSX } from 'preact';

/**
 * The label of a number for screen readers and copied text; in the layout its place says what it is. Ends with a space
 * that does not collapse.
 */
export function SpokenLabel({ text }: { readonly text: string }): JSX.Element {
  return <span class="unseen">{`${text}\u00a0`}</span>;
}
