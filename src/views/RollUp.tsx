import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { rollUp, type RolledUp, type RolledUpService, type RollUp as Rolled } from '../scoring/roll-up';
import type { IndividualProgress } from '../scoring/individuals';
import { formatMean, type Scored, type ScoredService } from '../scoring/score';
import { findService, nameOf, type Sheet } from '../sheet/sheet';
import { stateText } from './rows';
import { UnmetCriteria } from './UnmetCriteria';

/** One of the assessments side by side. */
export interface RollUpRow {
  /** What it is called. */
  readonly name: string;
  /** Where it is, to tell equal names apart. */
  readonly path: string;
  readonly assessed?: string;
  readonly scored: Scored;
  /** How many of its assessors' individual scorings are complete, where there are any. */
  readonly individual?: IndividualProgress;
}

interface Props {
  readonly rows: readonly RollUpRow[];
  /** How many of them the map shows; all when left out. All of them count. */
  readonly shown?: number;
  readonly sheet: Sheet;
  readonly t: Translate;
  /** What a live view tells its owner; without it the view is a picture. */
  readonly on?: RollUpCallbacks;
  /** By which column the rows are sorted. */
  readonly sort?: SortColumn;
}

/** A column: `name`, `average`, or the id of an area or service. */
export type SortColumn = string;

export interface RollUpCallbacks {
  /** Opens an assessment at a service, or at its start. */
  open(row: RollUpRow, service?: string): void;
  sort(column: SortColumn): void;
}

/** Assessments side by side: what is weak in all of them, and a heat map of assessments and services. */
export function RollUp({ rows, shown = rows.length, sheet, t, on, sort }: Props): JSX.Element {
  const rolled = rollUp(rows.map(({ scored }) => scored));
  return (
    <section class="roll-up">
      <p class="facts">
        {t('view.roll-facts', {
          count: rolled.assessments,
          mean: formatMean(rolled.overall.mean),
          minimum: formatMean(rolled.overall.minimum),
          reached: rolled.overall.atTarget,
          scored: rolled.overall.scored,
        })}
      </p>
      <Weak rolled={rolled} sheet={sheet} t={t} />
      <UnmetCriteria assessments={rows.map(({ scored }) => scored)} sheet={sheet} t={t} />
      <div class="heat-map" tabIndex={0} role="region" aria-label={t('view.roll-map')}>
        <table>
          <Head sheet={sheet} t={t} on={on} sort={sort} />
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <Assessment row={row} sheet={sheet} t={t} open={on && ((service) => on.open(row, service))} />
            ))}
          </tbody>
          <Foot rolled={rolled} t={t} />
        </table>
      </div>
      <p class="legend">{t('view.roll-legend')}</p>
    </section>
  );
}

function Weak({ rolled, sheet, t }: { rolled: Rolled; sheet: Sheet; t: Translate }): JSX.Element {
  const weak = rolled.areas
    .flatMap(({ services }) => services.filter(({ weakEverywhere }) => weakEverywhere))
    .sort((a, b) => (a.mean ?? 0) - (b.mean ?? 0));
  if (!weak.length) return <p class="advice">{t('view.roll-none-weak')}</p>;
  return (
    <div class="weak">
      <h2>{t('view.roll-weak')}</h2>
      <ul>
        {weak.map(({ id, mean, scored }) => (
          <li>
            <span class="name">{nameOf(findService(sheet, id) ?? { id, title: '' })}</span>{' '}
            <span class="figure">{t('view.roll-weak-mean', { mean: formatMean(mean), count: scored })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Two rows of headings: the areas, and below them their averages and services. */
function Head({ sheet, t, ...sorting }: Pick<Props, 'sheet' | 't' | 'on' | 'sort'>): JSX.Element {
  return (
    <thead>
      <tr>
        <Heading {...sorting} column="name" span={2}>
          {t('view.roll-assessment')}
        </Heading>
        <Heading {...sorting} column="average" span={2}>
          {t('view.average')}
        </Heading>
        {sheet.areas.map((area) => (
          <th scope="colgroup" colSpan={area.services.length + 1} class="area-name" title={nameOf(area)}>
            <span>{nameOf(area)}</span>
          </th>
        ))}
      </tr>
      <tr>
        {sheet.areas.map((area) => (
          <>
            <Heading {...sorting} column={area.id} title={t('view.roll-area-mean', { name: nameOf(area) })}>
              {t('view.roll-mean-mark')}
            </Heading>
            {area.services.map((service) => (
              <Heading {...sorting} column={service.id} title={nameOf(service)}>
                {service.id}
              </Heading>
            ))}
          </>
        ))}
      </tr>
    </thead>
  );
}

interface HeadingProps extends Pick<Props, 'on' | 'sort'> {
  readonly column: SortColumn;
  readonly span?: number;
  readonly title?: string;
  readonly children: string;
}

/** A column's heading; in a live view it sorts by the column. */
function Heading({ on, sort, column, span, title, children }: HeadingProps): JSX.Element {
  const sorted = sort === column;
  const explained = title ? <abbr title={title}>{children}</abbr> : children;
  return (
    <th
      scope="col"
      rowSpan={span}
      class={column === 'name' ? 'name' : undefined}
      title={title}
      aria-sort={on && (sorted ? 'ascending' : 'none')}
    >
      {on ? (
        <button type="button" aria-label={title} onClick={() => on.sort(column)}>
          {children}
          {sorted && <span aria-hidden="true"> ↑</span>}
        </button>
      ) : (
        explained
      )}
    </th>
  );
}

interface AssessmentProps {
  readonly row: RollUpRow;
  readonly sheet: Sheet;
  readonly t: Translate;
  readonly open?: (service?: string) => void;
}

function Assessment({ row, sheet, t, open }: AssessmentProps): JSX.Element {
  const { name, path, assessed, scored, individual } = row;
  const facts = [path, assessed && t('view.assessed', { date: assessed })].filter(Boolean).join(' · ');
  return (
    <tr>
      <th scope="row" class="name" title={facts}>
        {open ? (
          <button type="button" class="link" onClick={() => open()}>
            {name}
          </button>
        ) : (
          name
        )}
        {individual && <span class="progress"> {t('view.individual-progress', { ...individual })}</span>}
      </th>
      <Mean {...scored.overall} />
      {scored.areas.map((area) => (
        <>
          <Mean {...area} />
          {area.services.map((service) => (
            <Score service={service} sheet={sheet} t={t} open={open && (() => open(service.id))} />
          ))}
        </>
      ))}
    </tr>
  );
}

function Mean({ mean, target }: { mean: number | null; target: number }): JSX.Element {
  return <td class={`mean${mean !== null && mean < target ? ' below' : ''}`}>{formatMean(mean)}</td>;
}

/** A score in its level's colour; below target it is marked by more than colour. */
function Score({
  service,
  sheet,
  t,
  open,
}: {
  service: ScoredService;
  sheet: Sheet;
  t: Translate;
  open?: () => void;
}): JSX.Element {
  const inSheet = findService(sheet, service.id);
  const words = inSheet ? `${nameOf(inSheet)}: ${stateText({ service: inSheet, scored: service }, t)}` : '';
  const classes = [
    service.state,
    service.score !== null && `score-${service.score}`,
    service.gap ? 'below' : '',
  ].filter(Boolean);
  return (
    <td class={classes.join(' ')} title={words} onClick={open} tabIndex={open && -1}>
      {service.score ?? (service.state === 'unscored' ? '?' : '–')}
    </td>
  );
}

/** What all assessments come to: mean, lowest, and how many reach their target. */
function Foot({ rolled, t }: { rolled: Rolled; t: Translate }): JSX.Element {
  const figures: readonly (RolledUp | RolledUpService)[] = [
    rolled.overall,
    ...rolled.areas.flatMap((area) => [area, ...area.services]),
  ];
  const line = (label: string, value: (one: RolledUp | RolledUpService) => string): JSX.Element => (
    <tr>
      <th scope="row" class="name">
        {label}
      </th>
      {figures.map((one) => (
        <td>{value(one)}</td>
      ))}
    </tr>
  );
  return (
    <tfoot>
      {line(t('view.roll-mean'), ({ mean }) => formatMean(mean))}
      {line(t('view.roll-minimum'), (one) =>
        'weakEverywhere' in one ? String(one.minimum ?? '–') : formatMean(one.minimum),
      )}
      {line(t('view.roll-reached'), ({ atTarget, scored }) => (scored ? `${atTarget}/${scored}` : '–'))}
    </tfoot>
  );
}
