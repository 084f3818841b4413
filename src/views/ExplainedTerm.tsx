import type { ComponentChildren, JSX, TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly meaning: string;
  /** The term as written. */
  readonly children: ComponentChildren;
}

/**
 * A term whose meaning is shown on hover, focus or touch, and read out with it. Escape hides it. It needs no script, so
 * it works in a saved page as well; it is not a `button`, whose text would not wrap with the surrounding words.
 */
export function ExplainedTerm({ meaning, children }: Props): JSX.Element {
  const id = useId();
  return (
    <>
      <span
        role="button"
        tabIndex={0}
        class="glossary-term"
        aria-describedby={id}
        onKeyDown={dismiss}
        onBlur={recall}
        onMouseLeave={recall}
      >
        {children}
      </span>
      <span role="tooltip" class="meaning-tip" id={id}>
        {meaning}
      </span>
    </>
  );
}

function dismiss(event: TargetedKeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' || event.currentTarget.dataset.dismissed !== undefined) return;
  event.currentTarget.dataset.dismissed = '';
  event.preventDefault();
}

function recall({ currentTarget }: TargetedEvent<HTMLElement>): void {
  delete currentTarget.dataset.dismissed;
}
