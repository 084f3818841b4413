import type { JSX } from 'preact';
import { named } from './named';

interface Props {
  readonly label: string;
  /** An SVG path in a square of 16. */
  readonly sign: string;
  readonly class?: string;
  readonly onClick: () => void;
}

/** A button with a sign; its label is its name and tooltip. */
export function ToolButton({ label, sign, class: more = '', onClick }: Props): JSX.Element {
  return (
    <button type="button" class={`tool ${more}`} {...named(label)} onClick={onClick}>
      <svg width="16" height="16" aria-hidden="true">
        <path d={sign} fill="none" stroke="currentColor" stroke-width="1.3" />
      </svg>
    </button>
  );
}
