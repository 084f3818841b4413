import type { JSX } from 'preact';
import type { Aggregate } from '../scoring/score';
import { maximum } from './props';

/** An average as a bar with a mark at its target; the figures are beside it. */
export function AreaBar({ scored }: { readonly scored: Pick<Aggregate, 'mean' | 'target'> }): JSX.Element {
  return (
    <svg class="bar" height="12" aria-hidden="true">
      <rect class="track" y="3" width="100%" height="6" fill="currentColor" opacity="0.12" />
      <rect class="fill" y="3" width={share(scored.mean ?? 0)} height="6" fill="currentColor" />
      <svg x={share(scored.target)} width="1" overflow="visible">
        <path class="target-mark" d="M0 0v12" stroke="currentColor" stroke-width="2" stroke-dasharray="3 1.5" />
      </svg>
    </svg>
  );
}

/** The position of a value on the scale, in per cent of its length. */
export function share(value: number): string {
  return `${(value / maximum) * 100}%`;
}
