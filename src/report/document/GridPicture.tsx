import type { JSX } from 'preact';
import type { Translate } from '../../messages/messages';
import { formatMean, formatNumber, type Scored } from '../../scoring/score';
import { isDescribed, levelNumbers, levelReaching, nameOf, type LevelNumber, type Sheet } from '../../sheet/sheet';
import {
  areaRows,
  areaText,
  coverageText,
  gapMark,
  isRated,
  stateText,
  type AreaRows,
  type Row,
} from '../../views/rows';
import { padStart, shorten, simpleWidth } from '../terminal/columns';
import { printable } from '../../messages/printable';
import { SvgHead } from './SvgHead';

interface Props {
  readonly name: string;
  readonly sheet: Sheet;
  readonly scored: Scored;
  readonly t: Translate;
}

const titles = 330;
const cell = { width: 44, height: 20 };
const step = 24;
const levelsEnd = titles + levelNumbers.length * cell.width;
const width = levelsEnd + 56;
const head = 40;

/** The grid with the numbers of its levels, as standalone SVG. */
export function GridPicture({ name, sheet, scored, t }: Props): JSX.Element {
  const areas = areaRows(sheet, scored);
  const lines = areas.flatMap((area) => [
    <AreaLine area={area} />,
    ...area.rows.map((row) => <ServiceLine row={row} t={t} />),
  ]);
  const height = head + lines.length * step + 8;
  const { overall } = scored;
  const figures = t('report.average', { mean: formatMean(overall.mean), target: formatNumber(overall.target) });
  const description = [
    `${figures}; ${coverageText(overall, t)}`,
    ...areas.map(({ area, scored: own }) => areaText(area, own, t)),
  ].join('. ');
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${name}: ${t('view.grid')}. ${description}`}
    >
      <SvgHead title={`${name}: ${t('view.grid')}`} description={description} />
      <Hatch />
      <rect class="fill-plate" width={width} height={height} />
      <g class="fill-fg" font-size="13" aria-hidden="true">
        <text x="8" y="26" font-size="15" font-weight="600">
          {shorten(printable(name), 42, simpleWidth)}
        </text>
        <text x={width - 8} y="26" text-anchor="end">
          {figures}
        </text>
        {lines.map((line, index) => (
          <g transform={`translate(0 ${head + index * step})`}>{line}</g>
        ))}
      </g>
    </svg>
  );
}

function Hatch(): JSX.Element {
  return (
    <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path class="stroke-hatch" d="M0 0V5" stroke-width="1.4" />
    </pattern>
  );
}

function AreaLine({ area: { area, scored } }: { area: AreaRows }): JSX.Element {
  return (
    <g font-weight="600">
      <text x="8" y="16">
        {nameOf(area)}
      </text>
      <text x={width - 8} y="16" text-anchor="end">
        {formatMean(scored.mean)}
      </text>
      <path class="stroke-line" d={`M8 22.5H${width - 8}`} />
    </g>
  );
}

function ServiceLine({ row, t }: { row: Row; t: Translate }): JSX.Element {
  const { service, scored } = row;
  const short = (scored.gap ?? 0) > 0;
  return (
    <>
      <text class="fill-dim" x="8" y="15">
        {padStart(service.id, 3, simpleWidth)}
      </text>
      <text class={isRated(row) ? undefined : 'fill-dim'} x="38" y="15">
        {shorten(printable(service.title), 44, simpleWidth)}
      </text>
      {isRated(row) ? (
        levelNumbers.map((level) => <LevelBox row={row} level={level} />)
      ) : (
        <text class="fill-dim" x={titles + 4} y="15">
          {shorten(printable(stateText(row, t)), 40, simpleWidth)}
        </text>
      )}
      <text
        class={short ? undefined : 'fill-dim'}
        x={width - 8}
        y="15"
        text-anchor="end"
        font-weight={short ? 600 : undefined}
      >
        {gapMark(scored)}
      </text>
    </>
  );
}

function LevelBox({ row: { service, scored }, level }: { row: Row; level: LevelNumber }): JSX.Element {
  const isScore = scored.score === level;
  const passed = scored.score !== null && scored.score > level;
  const x = titles + level * cell.width;
  const box = { x: x + 1.5, y: 1.5, width: cell.width - 3, height: cell.height - 1, rx: 2 };
  const target = {
    class: isScore ? 'stroke-on-level' : 'stroke-fg',
    fill: 'none',
    'stroke-width': 2,
    'stroke-dasharray': '4 3',
  };
  return (
    <>
      {(isScore || passed) && (
        <rect {...box} class={`fill-level-${scored.score}`} fill-opacity={isScore ? undefined : 0.14} />
      )}
      {!service.levels[level] && <rect {...box} fill="url(#hatch)" />}
      <rect {...box} class="stroke-line" fill="none" />
      {levelReaching(service, scored.target) === level && <rect {...box} {...target} />}
      {(isScore || isDescribed(service, level)) && (
        <LevelNumeral x={x + cell.width / 2} level={level} isScore={isScore} passed={passed} />
      )}
    </>
  );
}

interface NumeralProps {
  readonly x: number;
  readonly level: LevelNumber;
  readonly isScore: boolean;
  readonly passed: boolean;
}

function LevelNumeral({ x, level, isScore, passed }: NumeralProps): JSX.Element {
  const dimmed = passed ? undefined : 'fill-dim';
  return (
    <text
      class={isScore ? 'fill-on-level' : dimmed}
      x={x}
      y="15.5"
      text-anchor="middle"
      font-size="12"
      font-weight={isScore ? 700 : undefined}
    >
      {level}
    </text>
  );
}
