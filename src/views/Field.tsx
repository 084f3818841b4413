import type { JSX, TargetedInputEvent, TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** What is recorded. */
  readonly value: string;
  readonly type?: 'text' | 'date' | 'number';
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly class?: string;
  /** Records another value; an empty one records nothing. */
  readonly commit: (value: string) => void;
  /** The value must not be empty. */
  readonly required?: boolean;
  /** Names that are suggested, by the id of their list. */
  readonly list?: string;
}

/**
 * One value of the file as an input: recorded when it is left or Enter is pressed, as it was again by Escape. What is
 * typed stays while the panel is
 * drawn again.
 */
export function Field(props: Props): JSX.Element {
  const { label, value, type = 'text', readOnly = false, commit, required = false } = props;
  const [draft, setDraft] = useState<string>();
  const finish = ({ currentTarget }: TargetedInputEvent<HTMLInputElement>): void => {
    const next = currentTarget.value.trim();
    // Each digit of a year is a change: a day of the first millennium is not meant.
    if (type === 'date' && next !== '' && next < '1000') return;
    setDraft(undefined);
    if (next !== value && !(required && next === '')) commit(next);
  };
  return (
    <input
      type={type}
      class={`field ${props.class ?? ''}`}
      aria-label={label}
      title={label}
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

/** Escape takes back what is typed, before it gives the keyboard to the grid again. */
export function takeBack(
  event: TargetedKeyboardEvent<HTMLElement>,
  draft: string | undefined,
  reset: () => void,
): void {
  if (event.key !== 'Escape' || draft === undefined) return;
  event.preventDefault();
  reset();
}
