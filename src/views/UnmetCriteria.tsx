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

/** How many of them are shown: a list to act on, not to read through. */
export const shownUnmet = 10;

/** The criteria that are unmet in most of some assessments; nothing where none is in two of them. */
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
