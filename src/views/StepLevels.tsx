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

/** All levels to choose from, from 0 upwards, each a button with its full description; what criteria suggest above. */
export function StepLevels({ row, details, t, on, readOnly }: Props): JSX.Element {
  const { service, scored } = row;
  const answers = answering(row, on, readOnly);
  return (
    <>
      {scored.state === 'excluded' && <p class="exclusion">{stateText(row, t)}</p>}
      <div class="step-choose">
        <h2>{t('view.step-levels')}</h2>
        <Suggested row={row} t={t} on={answers && on} />
      </div>
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
                {paragraphs(row, level, t).map((text) => (
                  <span class="level-text">{text}</span>
                ))}
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

function paragraphs({ service }: Row, level: LevelNumber, t: Translate): string[] {
  const described = service.levels[level];
  return described ? levelWords(described, t).split('\n\n') : [];
}

/** The criteria of a level as check boxes, collapsed to how many are answered so that scoring by number stays quick. */
function StepCriteria({ row, level, details, t, on }: StepCriteriaProps): JSX.Element | null {
  const criteria = row.service.levels[level]?.criteria ?? [];
  if (!criteria.length) return null;
  const states = row.scored.criteria ?? {};
  const answered = criteria.filter(({ id }) => states[id] !== undefined).length;
  return (
    <details class="criteria-box">
      <summary>
        <span class="unseen">{t('view.level', { level })}</span> {t('view.criteria')} {answered}/{criteria.length}
      </summary>
      <AnsweredCriteria criteria={criteria} states={states} details={details} t={t} on={on} />
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
