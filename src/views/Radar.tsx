import type { ComponentChildren, JSX } from 'preact';
import { formatMean, type Aggregate } from '../scoring/score';
import { maximum, type ViewProps } from './props';
import { areaRows, areaText, type AreaRows } from './rows';

const width = 340;
const height = 204;
const radius = 74;
const centre = { x: width / 2, y: height / 2 };

interface Point {
  readonly x: number;
  readonly y: number;
}

/** In the order of the areas. */
type BaselineMeans = readonly Pick<Aggregate, 'mean'>[];

interface Props extends Pick<ViewProps, 'sheet' | 'view' | 't'> {
  /** The averages of the areas in the baseline, drawn as a third polygon. */
  readonly baseline?: BaselineMeans;
}

/** Averages and targets of the areas as two polygons; an area without an average interrupts its polygon. */
export function Radar(props: Props): JSX.Element {
  return (
    <div class="radar">
      <RadarPicture {...props} />
    </div>
  );
}

/** The radar alone, as SVG; `children` are its first elements. */
export function RadarPicture({
  sheet,
  view,
  t,
  baseline,
  children,
}: Props & { children?: ComponentChildren }): JSX.Element {
  const areas = areaRows(sheet, view.scored);
  const points = areas.map(({ scored }, axis) =>
    scored.mean === null ? null : pointAt(axis, areas.length, scored.mean),
  );
  const targets = areas.map(({ scored }, axis) => pointAt(axis, areas.length, scored.target));
  const label = [t('view.radar'), ...areas.map(({ area, scored }) => areaText(area, scored, t))].join('. ');
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {children}
      <Web axes={areas.length} />
      {baseline && <BaselinePolygon means={baseline} />}
      <path
        class="radar-target"
        d={outline(targets)}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-dasharray="4 3"
      />
      <path
        class="radar-score"
        d={outline(points)}
        fill={points.includes(null) ? 'none' : 'currentColor'}
        fill-opacity="0.18"
        stroke="currentColor"
        stroke-width="2"
      />
      {points.map((point) => point && <circle class="radar-dot" cx={point.x} cy={point.y} r="3" fill="currentColor" />)}
      {areas.map((area, axis) => (
        <AxisName area={area} axis={axis} axes={areas.length} language={t.language} />
      ))}
    </svg>
  );
}

/** The averages of the areas in the baseline. */
function BaselinePolygon({ means }: { means: BaselineMeans }): JSX.Element {
  const points = means.map(({ mean }, axis) => (mean === null ? null : pointAt(axis, means.length, mean)));
  return (
    <path
      class="radar-baseline"
      d={outline(points)}
      fill="none"
      stroke="currentColor"
      stroke-opacity="0.6"
      stroke-width="1.5"
      stroke-dasharray="1 3"
    />
  );
}

function Web({ axes }: { axes: number }): JSX.Element {
  const all = Array.from({ length: axes }, (_, axis) => axis);
  return (
    <g class="radar-web" fill="none" stroke="currentColor" stroke-opacity="0.35">
      {[1, 2, 3, 4, 5].map((ring) => (
        <path d={outline(all.map((axis) => pointAt(axis, axes, ring)))} />
      ))}
      {all.map((axis) => {
        const { x, y } = pointAt(axis, axes, maximum);
        return <path d={`M${centre.x} ${centre.y}L${x} ${y}`} />;
      })}
    </g>
  );
}

function AxisName({
  area,
  axis,
  axes,
  language,
}: {
  area: AreaRows;
  axis: number;
  axes: number;
  language: string;
}): JSX.Element {
  const { x, y } = pointAt(axis, axes, maximum + 0.75);
  const side = x > centre.x ? 'start' : 'end';
  const anchor = Math.abs(x - centre.x) < 1 ? 'middle' : side;
  const mean = formatMean(area.scored.mean);
  const lines = anchor === 'middle' ? [`${area.area.title} `] : [...wrap(area.area.title, 92, language), ''];
  const lift = (y - centre.y) / 16;
  const top = round(y + 11 - (lines.length * 13) / 2);
  return (
    <g font-size="11" fill="currentColor" text-anchor={anchor} aria-hidden="true">
      <text class="radar-name" y={top}>
        {lines.map((line, index) => (
          <tspan x={x} y={round(top + index * 13)}>
            {line}
            {index === lines.length - 1 && <tspan font-weight="600">{mean}</tspan>}
          </tspan>
        ))}
      </text>
      <text class="radar-id">
        <tspan x={x} y={round(y - 2 + lift)}>
          {area.area.id}
        </tspan>
        <tspan x={x} y={round(y + 11 + lift)} font-weight="600">
          {mean}
        </tspan>
      </text>
    </g>
  );
}

/** The position of a value (0 to 5) on an axis; the first axis points up, the others follow clockwise. */
function pointAt(axis: number, axes: number, value: number): Point {
  const angle = (axis / axes) * 2 * Math.PI - Math.PI / 2;
  const length = (value / maximum) * radius;
  return { x: round(centre.x + length * Math.cos(angle)), y: round(centre.y + length * Math.sin(angle)) };
}

/** A closed polygon where no point is missing, otherwise lines between neighbouring points. */
function outline(points: readonly (Point | null)[]): string {
  const places = points.map((point) => point && `${point.x} ${point.y}`);
  if (!places.includes(null)) return `M${places.join('L')}Z`;
  return places.map((place, index) => segment(place, places[(index + 1) % places.length])).join('');
}

function segment(from: string | null, to: string | null | undefined): string {
  return from && to ? `M${from}L${to}` : '';
}

/**
 * Breaks a name between words into lines of about equal length, none wider than `room` pixels (at a font size of 11 px)
 * unless a single word is.
 */
function wrap(name: string, room: number, language: string): string[] {
  const count = Math.ceil(widthOf(name) / room);
  const even = Math.min(room, (widthOf(name) / count) * 1.3);
  const lines = [''];
  for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(name)) {
    const line = lines.at(-1) ?? '';
    if (line && isWordLike && widthOf(line + segment) > even) lines.push(segment);
    else lines[lines.length - 1] = line + segment;
  }
  return lines.map((line) => line.trim());
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\u2000' ? 6 : 11), 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
