import type { JSX } from 'preact';
import { offeredLevels } from '../language/guided-scoring';
import type { Translate } from '../messages/messages';
import { levelReaching, type LevelNumber, type Service } from '../sheet/sheet';
import { AnsweredCriteria, answering, type Answering } from './AnsweredCriteria';
import type { ServiceDetails } from './model';
import type { Callbacks } from './props';
import { isRated, levelSummary, levelWords, stateText, type Row } from './rows';
import { Suggested } from './Suggested';

interface Props {
  readonly row: Row;
  /** The evidence and notes of its criteria. */
  readonly details?: ServiceDetails['criteria'];
  readonly t: Translate;
  readonly on?: Callbacks;
  readonly readOnly: boolean;
}

/** All levels to choose from, from 0 upwards, each a button with its full description. */
export function StepLevels({ row, details, t, on, readOnly }: Props): JSX.Element {
  const { service, scored } = row;
  const answers = answering(row, on, readOnly);
  return (
    <>
      {scored.state === 'excluded' && <p class="exclusion">{stateText(row, t)}</p>}
      <Suggested row={row} t={t} on={answers && on} />
      <ol class="step-levels" start={0}>
        {offeredLevels(service).map((level) => (
          <li>
            <button
              type="button"
              class={`step-level level-${level}`}
              data-choice={level}
              aria-pressed={scored.score === level}
              aria-disabled={readOnly || !isRated(row)}
              onClick={() => on?.score(service.id, level)}
            >
              <span class="number">{level}</span>{' '}
              <span>
                <span class="level-summary">{levelSummary(service, level, t)}</span>{' '}
                <Marks row={row} level={level} t={t} />{' '}
                <span class="level-text">{service.levels[level] && levelWords(service.levels[level], t)}</span>
                <Added service={service} level={level} t={t} />
              </span>
            </button>
            {answers && <StepCriteria row={row} level={level} details={details} t={t} on={answers} />}
          </li>
        ))}
      </ol>
    </>
  );
}

/** The criteria of a level as check boxes, collapsed so that scoring by number stays quick. */
function StepCriteria({ row, level, details, t, on }: StepCriteriaProps): JSX.Element | null {
  const criteria = row.service.levels[level]?.criteria ?? [];
  if (!criteria.length) return null;
  return (
    <details class="criteria-box">
      <summary>{t('view.criteria')}</summary>
      <AnsweredCriteria criteria={criteria} states={row.scored.criteria ?? {}} details={details} t={t} on={on} />
    </details>
  );
}

interface StepCriteriaProps extends Pick<Props, 'row' | 'details' | 't'> {
  readonly level: LevelNumber;
  readonly on: Answering;
}

/** What a level adds to the one below: the functions of the framework that only it cites. */
function Added({ service, level, t }: { service: Service; level: LevelNumber; t: Translate }): JSX.Element | null {
  const below = new Set(service.levels.slice(0, level).flatMap((lower) => lower?.references ?? []));
  const added = service.levels[level]?.references.filter((reference) => !below.has(reference)) ?? [];
  if (below.size === 0 || added.length === 0) return null;
  return <span class="added">{t('view.step-adds', { functions: added.join(t('view.separator')) })}</span>;
}

function Marks({
  row: { service, scored },
  level,
  t,
}: {
  row: Row;
  level: LevelNumber;
  t: Translate;
}): JSX.Element | null {
  const marks = [
    scored.score === level && t('view.cell-score'),
    levelReaching(service, scored.target) === level && t('view.cell-target'),
  ].filter(Boolean);
  return marks.length ? <span class="marks">{marks.join(' · ')}</span> : null;
}
