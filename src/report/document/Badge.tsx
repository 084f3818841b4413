import type { JSX } from 'preact';
import type { Translate } from '../../messages/messages';
import { formatMean, formatNumber, type Aggregate } from '../../scoring/score';
import { styleOf } from '../terminal/bar';
import { simpleWidth } from '../terminal/columns';
import { font } from './SvgHead';

interface Props {
  readonly name: string;
  readonly aggregate: Aggregate;
  /** The names of those who signed the present state off. */
  readonly signatures: readonly string[];
  readonly t: Translate;
}

/** White text has a contrast of at least 4.5 on each of these. */
const fills: Partial<Record<ReturnType<typeof styleOf>, string>> = {
  green: '#2f7d32',
  yellow: '#8a6100',
  red: '#b3303a',
};
const neutral = '#5b6570';
const padding = 6;

/**
 * The average and its target as a badge in the style of build servers: green when it is reached, otherwise yellow or
 * red.
 */
export function Badge({ name, aggregate, signatures, t }: Props): JSX.Element {
  const { mean, target } = aggregate;
  const label = t('report.badge');
  const value = mean === null ? '–' : `${formatMean(mean)} / ${formatNumber(target)}`;
  const said = [`${name}: ${label} ${value}`, ...signatures].join(' · ');
  const [left, right] = [widthOf(label) + 2 * padding, widthOf(value) + 2 * padding];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={left + right}
      height="20"
      viewBox={`0 0 ${left + right} 20`}
      role="img"
      aria-label={said}
    >
      <title>{said}</title>
      <clipPath id="corners">
        <rect width={left + right} height="20" rx="3" />
      </clipPath>
      <g clip-path="url(#corners)">
        <rect width={left} height="20" fill="#3d444d" />
        <rect x={left} width={right} height="20" fill={fills[styleOf(mean, target)] ?? neutral} />
      </g>
      <g fill="#fff" font-family={font} font-size="11">
        <text x={padding} y="14" textLength={left - 2 * padding} lengthAdjust="spacingAndGlyphs">
          {label}
        </text>
        <text x={left + padding} y="14" textLength={right - 2 * padding} lengthAdjust="spacingAndGlyphs">
          {value}
        </text>
      </g>
    </svg>
  );
}

/** The approximate width of a text at 11 px, to which it is then fitted. */
function widthOf(text: string): number {
  return Math.round(simpleWidth(text) * 6.4);
}
