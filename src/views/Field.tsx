import type { JSX, TargetedInputEvent, TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import { named } from './named';

interface Props {
  readonly label: string;
  /** The recorded value. */
  readonly value: string;
  readonly type?: 'text' | 'date' | 'number';
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly class?: string;
  /** Records another value; an empty one removes it. */
  readonly commit: (value: string) => void;
  /** The value must not be empty. */
  readonly required?: boolean;
  /** The id of a list with suggested names. */
  readonly list?: string;
}

/**
 * A value of the file as an input. It is recorded on blur or Enter and reset by Escape. Typed text survives a new
 * rendering of the panel.
 */
export function Field(props: Props): JSX.Element {
  const { label, value, type = 'text', readOnly = false, commit, required = false } = props;
  const [draft, setDraft] = useState<string>();
  const finish = ({ currentTarget }: TargetedInputEvent<HTMLInputElement>): void => {
    const next = currentTarget.value.trim();
    // Each typed digit of the year is a change event, and years before 1000 are incomplete.
    if (type === 'date' && next !== '' && next < '1000') return;
    setDraft(undefined);
    if (next !== value && !(required && next === '')) commit(next);
  };
  return (
    <input
      type={type}
      class={`field ${props.class ?? ''}`}
      {...named(label)}
      placeholder={props.placeholder}
      list={props.list}
      readOnly={readOnly}
      value={draft ?? value}
      {...(type === 'number' && { min: 0, max: 5, step: 0.5 })}
      {...(type === 'date' && { min: '1990-01-01', max: '9999-12-31' })}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onChange={finish}
      onKeyDown={(event) => takeBack(event, draft, () => setDraft(undefined))}
    />
  );
}

/** Escape first resets the typed text; the next one returns the focus to the grid. */
export function takeBack(
  event: TargetedKeyboardEvent<HTMLElement>,
  draft: string | undefined,
  reset: () => void,
): void {
  if (event.key !== 'Escape' || draft === undefined) return;
  event.preventDefault();
  reset();
}
