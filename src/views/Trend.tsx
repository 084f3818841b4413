import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { formatMean, formatNumber } from '../scoring/score';
import type { TrendPoint } from '../scoring/trend';
import { nameOf, type Sheet } from '../sheet/sheet';
import { maximum, suggestedBand } from './props';
import { pathThrough, stepsThrough, trendLine, type Pick } from './trend-lines';

interface Props {
  readonly points: readonly TrendPoint[];
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** The averages over time: the overall chart large, those of the areas small below, and all figures as a table. */
export function Trend({ points, sheet, t }: Props): JSX.Element {
  if (points.length < 2) return <p class="advice">{t('view.trend-short')}</p>;
  return (
    <div class="trend">
      <Chart points={points} pick={({ overall }) => overall} title={t('view.average')} large t={t} />
      <div class="trend-areas">
        {sheet.areas.map((area) => (
          <Chart points={points} pick={pickArea(area.id)} title={nameOf(area)} t={t} />
        ))}
      </div>
      <details class="trend-table">
        <summary>{t('view.trend-table')}</summary>
        <Table points={points} sheet={sheet} t={t} />
      </details>
    </div>
  );
}

const pickArea =
  (id: string): Pick =>
  ({ areas }) =>
    areas.find((area) => area.id === id);

interface ChartProps {
  readonly points: readonly TrendPoint[];
  readonly pick: Pick;
  readonly title: string;
  readonly large?: boolean;
  readonly t: Translate;
}

/**
 * One figure over time, with its target as a dashed line. The lines are stretched to the width, dots and text are not.
 */
function Chart({ points, pick, title, large = false, t }: ChartProps): JSX.Element {
  const { means, targets } = trendLine(points, pick);
  const [first, last] = [points[0], points.at(-1)];
  const ends = { title, from: meanOf(first, pick), since: dayOf(first), to: meanOf(last, pick), until: dayOf(last) };
  return (
    <figure class={`trend-chart${large ? ' large' : ''}`}>
      <figcaption>
        <span class="name">{title}</span> <span class="change">{t('view.trend-change', ends)}</span>
      </figcaption>
      <svg
        class="trend-plot"
        width="100%"
        height={large ? 180 : 70}
        role="img"
        aria-label={t('view.trend-label', ends)}
      >
        <Scales large={large} />
        <Lines means={means} targets={targets} />
        {means.map(
          (place, index) => place && <Dot {...place} title={pointText(points[index], pick, t)} r={large ? 3.5 : 2.5} />,
        )}
      </svg>
      {large && (
        <p class="trend-days" aria-hidden="true">
          <span>{ends.since}</span> <span>{ends.until}</span>
        </p>
      )}
    </figure>
  );
}

/** The lines of averages and targets, stretched to the available room. */
function Lines({ means, targets }: ReturnType<typeof trendLine>): JSX.Element {
  return (
    <svg
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      width="100%"
      height="100%"
      overflow="visible"
      aria-hidden="true"
    >
      <path
        class="trend-target"
        d={stepsThrough(targets)}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-dasharray="4 3"
        vector-effect="non-scaling-stroke"
      />
      <path
        class="trend-mean"
        d={pathThrough(means)}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        vector-effect="non-scaling-stroke"
      />
    </svg>
  );
}

/** Lines at the whole levels, with numbers where there is room, and the band that the sheet suggests. */
function Scales({ large }: { large: boolean }): JSX.Element {
  const at = (value: number): string => `${100 - (value / maximum) * 100}%`;
  return (
    <g aria-hidden="true">
      <rect
        class="band"
        x="0"
        width="100%"
        y={at(suggestedBand.to)}
        height={`${((suggestedBand.to - suggestedBand.from) / maximum) * 100}%`}
        fill="currentColor"
        opacity="0.15"
      />
      {[0, 1, 2, 3, 4, 5].map((level) => (
        <>
          <line
            class="level-line"
            x1="0"
            x2="100%"
            y1={at(level)}
            y2={at(level)}
            stroke="currentColor"
            stroke-opacity="0.2"
          />
          {large && (
            <text x="-6" y={at(level)} dy="4" text-anchor="end" font-size="11" fill="currentColor">
              {level}
            </text>
          )}
        </>
      ))}
    </g>
  );
}

function Dot({ x, y, r, title }: { x: number; y: number; r: number; title: string }): JSX.Element {
  return (
    <circle class="trend-dot" cx={`${x}%`} cy={`${y}%`} r={r} fill="currentColor">
      <title>{title}</title>
    </circle>
  );
}

function Table({ points, sheet, t }: Props): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('view.trend-day')}</th>
          <th scope="col">{t('view.trend-version')}</th>
          <th scope="col">{t('view.average')}</th>
          {sheet.areas.map(({ id, title }) => (
            <th scope="col" title={title}>
              {id}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr>
            <td>{dayOf(point)}</td>
            <td>{point.label}</td>
            <td>{formatMean(point.overall.mean)}</td>
            {sheet.areas.map(({ id }) => (
              <td>{meanOf(point, pickArea(id))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function pointText(point: TrendPoint | undefined, pick: Pick, t: Translate): string {
  const figure = point && pick(point);
  return figure
    ? t('view.trend-point', {
        date: dayOf(point),
        label: point.label,
        mean: formatMean(figure.mean),
        target: formatNumber(figure.target),
      })
    : '';
}

function meanOf(point: TrendPoint | undefined, pick: Pick): string {
  return formatMean((point && pick(point)?.mean) ?? null);
}

function dayOf(point: TrendPoint | undefined): string {
  return point?.date.slice(0, 10) ?? '';
}
