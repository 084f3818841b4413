import type { ComponentChildren, JSX } from 'preact';
import type { Translate } from '../messages/messages';
import type { CriterionStates } from '../scoring/suggest';
import { describedLevels, isDescribed, levelNumbers, levelReaching, nextLevel, type Level } from '../sheet/sheet';
import { AnsweredCriteria, type Answering } from './AnsweredCriteria';
import { Description } from './Description';
import type { ServiceDetails } from './model';
import type { Heading } from './props';
import { isRated, type Row } from './rows';

interface Props {
  readonly row: Row;
  readonly t: Translate;
  /** The element of the headings, where they are not directly below a second-level one. */
  readonly heading?: Heading;
  /** The evidence and notes of its criteria. */
  readonly details?: ServiceDetails['criteria'];
  /** Callbacks to answer criteria, in an editable live view. */
  readonly on?: Answering;
}

/** The description of the scored level, or what to do where there is none. */
export function CurrentLevel({ row, heading, ...shared }: Props): JSX.Element | null {
  const { service, scored } = row;
  const { t } = shared;
  if (scored.state === 'unscored') return <p class="advice">{t('view.choose')}</p>;
  if (scored.score === null) return null;
  const level = service.levels[scored.score];
  return (
    <Statement as={heading} heading={t('view.now', { level: scored.score })} level={scored.score}>
      {level ? (
        <LevelText level={level} states={scored.criteria} {...shared} />
      ) : (
        <p>{whyUndescribed(row, scored.score, t)}</p>
      )}
    </Statement>
  );
}

/** The description of the next level that the sheet describes: what gains a level. */
export function NextLevel({ row, heading, ...shared }: Props): JSX.Element | null {
  const { service, scored } = row;
  const { t } = shared;
  if (scored.score === null) return null;
  const next = nextLevel(service, scored.score);
  if (!next) return <p class="advice">{t('view.next-none')}</p>;
  return (
    <Statement as={heading} heading={t('view.next', { level: next.number })} level={next.number}>
      <LevelText level={next.level} states={scored.criteria} {...shared} />
    </Statement>
  );
}

/** Every described level from 0 upwards, with score and target marked; expanded while the service is not scored. */
export function AllLevels({ row, ...shared }: Props): JSX.Element | null {
  const { service, scored } = row;
  const { t } = shared;
  if (!describedLevels(service)) return null;
  const target = levelReaching(service, scored.target);
  return (
    <details class="levels" open={scored.state === 'unscored'}>
      <summary>{t('view.levels')}</summary>
      {levelNumbers.map((number) => {
        const level = service.levels[number];
        const marks = [
          t('view.level', { level: number }),
          isRated(row) && number === target && t('view.cell-target'),
          number === scored.score && t('view.cell-score'),
        ];
        return (
          level && (
            <Statement heading={marks.filter(Boolean).join(' · ')} level={number}>
              <LevelText level={level} states={scored.criteria} {...shared} />
            </Statement>
          )
        );
      })}
    </details>
  );
}

function Statement({
  as: Title = 'h3',
  heading,
  level,
  children,
}: {
  as?: Heading;
  heading: string;
  level: number;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class={`statement level-${level}`}>
      <Title>{heading}</Title>
      {children}
    </section>
  );
}

function LevelText({
  level: { summary, description, criteria, guidance, examples },
  states,
  t,
  details,
  on,
}: {
  level: Level;
  /** The answers to the service's criteria; without any, criteria are not shown. */
  states?: CriterionStates;
} & Pick<Props, 'details' | 't' | 'on'>): JSX.Element {
  return (
    <>
      <p class="level-summary">{summary}</p>
      <Description text={description} t={t} />
      {on ? (
        <details class="criteria-box" open={states !== undefined}>
          <summary>{t('view.criteria')}</summary>
          <AnsweredCriteria criteria={criteria} states={states ?? {}} details={details} t={t} on={on} />
        </details>
      ) : (
        states && <AnsweredCriteria criteria={criteria} states={states} details={details} t={t} />
      )}
      {guidance !== undefined && <h4>{t('view.guidance')}</h4>}
      {guidance !== undefined && <Description text={guidance} t={t} />}
      {examples?.length ? <h4>{t('view.examples')}</h4> : null}
      {examples?.length ? <Description text={examples.map((example) => `- ${example}`).join('\n')} t={t} /> : null}
    </>
  );
}

function whyUndescribed({ service }: Row, score: number, t: Translate): string {
  const lowest = describedLevels(service)?.lowest;
  return isDescribed(service, score) && lowest !== undefined
    ? t('view.not-there-yet', { lowest })
    : t('view.undescribed');
}
