import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { formatMean, formatNumber, type Aggregate } from '../scoring/score';
import { levelNumbers } from '../sheet/sheet';
import { maximum, suggestedBand } from './props';

interface Props {
  readonly aggregate: Aggregate;
  readonly t: Translate;
}

/** The overall average and its target on a scale from 0 to 5, with the suggested band and a legend. */
export function Scale({ aggregate, t }: Props): JSX.Element {
  const mean = formatMean(aggregate.mean);
  const target = formatNumber(aggregate.target);
  return (
    <div class="scale">
      <svg class="scale-chart" width="100%" height="38" role="img" aria-label={t('view.scale', { mean, target })}>
        <rect class="track" x={at(0)} y="12" width={span(maximum)} height="8" fill="currentColor" opacity="0.12" />
        <rect
          class="band"
          x={at(suggestedBand.from)}
          y="12"
          width={span(suggestedBand.to - suggestedBand.from)}
          height="8"
          fill="currentColor"
          opacity="0.4"
        />
        {levelNumbers.map((number) => (
          <Tick number={number} />
        ))}
        <Mark at={aggregate.target}>
          <path class="target-mark" d="M0 8v16" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2" />
        </Mark>
        {aggregate.mean !== null && (
          <Mark at={aggregate.mean}>
            <path class="mean-mark" d="M-6 0H6L1 9V22H-1V9Z" fill="currentColor" />
          </Mark>
        )}
      </svg>
      <ul class="legend">
        <Key
          path={<path class="mean-mark" d="M0 2H12L7 8V14H5V8Z" fill="currentColor" />}
          text={t('view.legend-mean', { mean })}
        />
        <Key
          path={<path class="target-mark" d="M6 0v14" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2" />}
          text={t('view.legend-target', { target })}
        />
        <Key
          path={<path class="band" d="M0 3H12V11H0Z" fill="currentColor" opacity="0.4" />}
          text={t('view.legend-band')}
        />
      </ul>
    </div>
  );
}

function Tick({ number }: { number: number }): JSX.Element {
  return (
    <>
      <rect class="tick" x={at(number)} y="20" width="1" height="4" fill="currentColor" />
      <text x={at(number)} y="36" text-anchor="middle" fill="currentColor" font-size="11">
        {number}
      </text>
    </>
  );
}

function Mark({ at: value, children }: { at: number; children: JSX.Element }): JSX.Element {
  return (
    <svg x={at(value)} y="0" width="1" height="38" overflow="visible">
      {children}
    </svg>
  );
}

function Key({ path, text }: { path: JSX.Element; text: string }): JSX.Element {
  return (
    <li>
      <svg width="12" height="14" aria-hidden="true">
        {path}
      </svg>
      {text}
    </li>
  );
}

/** The position of a value, leaving 2 % at either end for the marks. */
function at(value: number): string {
  return `${2 + span100(value)}%`;
}

function span(values: number): string {
  return `${span100(values)}%`;
}

function span100(values: number): number {
  return Math.round((values / maximum) * 9600) / 100;
}
