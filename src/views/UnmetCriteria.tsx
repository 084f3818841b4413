import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { unmetCriteria } from '../scoring/roll-up';
import type { Scored } from '../scoring/score';
import { criterionText } from '../sheet/criteria';
import type { Sheet } from '../sheet/sheet';

interface Props {
  readonly assessments: readonly Scored[];
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** Limit of criteria shown: the list is for acting on, not for completeness. */
export const shownUnmet = 10;

/** The criteria that most of the assessments do not meet; nothing where none is unmet in two of them. */
export function UnmetCriteria({ assessments, sheet, t }: Props): JSX.Element | null {
  const unmet = unmetCriteria(sheet, assessments).slice(0, shownUnmet);
  if (!unmet.length) return null;
  return (
    <div class="weak">
      <h2>{t('view.roll-unmet')}</h2>
      <ul>
        {unmet.map(({ service, criterion, unmet: count, answered }) => (
          <li>
            <span class="name">
              {service.id} {criterion.id} {criterionText(criterion, t)}
            </span>{' '}
            <span class="figure">{t('view.roll-unmet-count', { count, answered })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
