/** Words and signs for the answers to criteria. */
import type { CriterionState } from '../assessment/vocabulary';
import type { Translate } from '../messages/messages';
import { ours, type Own } from '../messages/safe-text';
import type { Criterion } from '../sheet/sheet';

/** The words for a state: a `reach` is met or not, a `lack` applies or does not. */
export function stateOfCriterion({ kind }: Pick<Criterion, 'kind'>, state: CriterionState, t: Translate): Own {
  return t(`criterion.${kind}.${state}`);
}

/** A sign for an answer: `✓` met, `◐` partly, `✗` not met, `–` not applicable, `○` none. */
export function criterionMark(state: CriterionState | undefined): Own {
  return state ? marks[state] : ours`○`;
}

const marks: Readonly<Record<CriterionState, Own>> = {
  met: ours`✓`,
  partly: ours`◐`,
  unmet: ours`✗`,
  'not-applicable': ours`–`,
};
