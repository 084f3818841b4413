import type { JSX } from 'preact';

/** What a number is, for those who hear it and those who copy it; who sees it knows by its place. A space that does not collapse ends it. */
export function SpokenLabel({ text }: { readonly text: string }): JSX.Element {
  return <span class="unseen">{`${text}\u00a0`}</span>;
}
