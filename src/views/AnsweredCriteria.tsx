import type { JSX } from 'preact';
import type { CriterionState } from '../assessment/model';
import { criterionMark, stateOfCriterion } from '../language/criterion-words';
import type { Translate } from '../messages/messages';
import type { CriterionStates } from '../scoring/suggest';
import { criterionText } from '../sheet/criteria';
import type { Criterion } from '../sheet/sheet';

interface Props {
  readonly criteria: readonly Criterion[];
  readonly states: CriterionStates;
  readonly t: Translate;
  /** Answers a criterion, or takes the answer back; without it the list is to be read. */
  readonly answer?: (criterion: string, state: CriterionState | null) => void;
}

/** The criteria of a level, each with its answer; those without one are still to be answered. */
export function AnsweredCriteria({ criteria, states, t, answer }: Props): JSX.Element | null {
  if (!criteria.length) return null;
  return (
    <ul class="criteria">
      {criteria.map((criterion) => {
        const state = states[criterion.id];
        const words = state ? stateOfCriterion(criterion, state, t) : t('criterion.open');
        return (
          <li class={state ?? 'open'}>
            {answer ? (
              <button
                type="button"
                class="criterion"
                role="checkbox"
                aria-checked={checked(state)}
                title={words}
                onClick={() => answer(criterion.id, following(state))}
              >
                <Text criterion={criterion} state={state} words={words} t={t} />
              </button>
            ) : (
              <Text criterion={criterion} state={state} words={words} t={t} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface TextProps {
  readonly criterion: Criterion;
  readonly state: CriterionState | undefined;
  readonly words: string;
  readonly t: Translate;
}

function Text({ criterion, state, words, t }: TextProps): JSX.Element {
  return (
    <>
      <span class="mark" aria-hidden="true">
        {criterionMark(state)}
      </span>{' '}
      <b>{criterion.id}</b> {criterionText(criterion, t)} <span class="answer">({words})</span>
    </>
  );
}

function checked(state: CriterionState | undefined): 'true' | 'mixed' | 'false' {
  if (state === 'partly') return 'mixed';
  return state === 'met' ? 'true' : 'false';
}

/** The next state as a click or the space bar goes round: met, partly, unmet, no answer. */
function following(state: CriterionState | undefined): CriterionState | null {
  if (state === undefined) return 'met';
  const next: Readonly<Record<CriterionState, CriterionState | null>> = {
    met: 'partly',
    partly: 'unmet',
    unmet: null,
    'not-applicable': null,
  };
  return next[state];
}
