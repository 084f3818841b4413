/** The few words for what a criterion is answered with. */
import type { CriterionState } from '../assessment/model';
import type { Translate } from '../messages/messages';
import { ours, type Own } from '../messages/safe-text';
import type { Criterion } from '../sheet/sheet';

/** A state as it is read: what is in place is met or not, what is missing applies or does not. */
export function stateOfCriterion({ kind }: Pick<Criterion, 'kind'>, state: CriterionState, t: Translate): Own {
  return t(`criterion.${kind}.${state}`);
}

/** A sign for an answer: `✓` met, `◐` partly, `✗` not, `–` not applicable, `○` none yet. */
export function criterionMark(state: CriterionState | undefined): Own {
  return state ? marks[state] : ours`○`;
}

const marks: Readonly<Record<CriterionState, Own>> = {
  met: ours`✓`,
  partly: ours`◐`,
  unmet: ours`✗`,
  'not-applicable': ours`–`,
};
