import type { JSX } from 'preact';
import type { CriterionState } from '../assessment/criterion-states';
import { criterionMark, stateOfCriterion } from '../language/criterion-words';
import type { Translate } from '../messages/messages';
import { placeChangeText, targetText, type CriterionChange, type ServiceChange } from '../scoring/compare';
import { criterionText, findCriterion } from '../sheet/criteria';
import type { Criterion, Service } from '../sheet/sheet';

interface Props {
  readonly service: Service;
  readonly change: ServiceChange | undefined;
  /** The name of the baseline. */
  readonly name: string;
  readonly t: Translate;
}

/** The changes of a service since the baseline: its level, its target, and the answers to its criteria. */
export function ServiceChanges({ service, change, name, t }: Props): JSX.Element | null {
  if (!change || change.kind === 'same') return null;
  const place = placeChangeText(change, t);
  return (
    <section class="service-changes">
      <h3>{t('change.since', { name })}</h3>
      <ul>
        {place && <li class="place">{place}</li>}
        {change.ownTarget && <li>{targetText(change, t)}</li>}
        {change.criteria.map((one) => (
          <Answer
            key={one.id}
            criterion={findCriterion(service, one.id)}
            change={one}
            before={change.before.criteria?.[one.id]}
            t={t}
          />
        ))}
      </ul>
    </section>
  );
}

interface AnswerProps {
  readonly criterion: Criterion | undefined;
  readonly change: CriterionChange;
  /** The answer in the baseline. */
  readonly before: CriterionState | undefined;
  readonly t: Translate;
}

/** A criterion with its answers before and now. */
function Answer({ criterion, change, before, t }: AnswerProps): JSX.Element | null {
  if (!criterion) return null;
  const words = (state: CriterionState | undefined) =>
    state ? stateOfCriterion(criterion, state, t) : t('criterion.open');
  return (
    <li>
      <span aria-hidden="true">{criterionMark(change.state)}</span> <b>{criterion.id}</b> {criterionText(criterion, t)}{' '}
      <span class="answer">({t('change.from-to', { from: words(before), to: words(change.state) })})</span>
    </li>
  );
}
