import type { JSX } from 'preact';
import { criterionMark, stateOfCriterion } from '../language/criterion-words';
import type { Translate } from '../messages/messages';
import type { CriterionStates } from '../scoring/suggest';
import { criterionText } from '../sheet/criteria';
import type { Criterion } from '../sheet/sheet';

interface Props {
  readonly criteria: readonly Criterion[];
  readonly states: CriterionStates;
  readonly t: Translate;
}

/** The criteria of a level, each with its answer; those without one are still to be answered. */
export function AnsweredCriteria({ criteria, states, t }: Props): JSX.Element | null {
  if (!criteria.length) return null;
  return (
    <ul class="criteria">
      {criteria.map((criterion) => {
        const state = states[criterion.id];
        return (
          <li class={state ?? 'open'}>
            <span class="mark" aria-hidden="true">
              {criterionMark(state)}
            </span>{' '}
            <b>{criterion.id}</b> {criterionText(criterion, t)}{' '}
            <span class="answer">({state ? stateOfCriterion(criterion, state, t) : t('criterion.open')})</span>
          </li>
        );
      })}
    </ul>
  );
}
