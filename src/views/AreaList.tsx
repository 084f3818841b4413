import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { formatMean, type ScoredArea } from '../scoring/score';
import type { Area } from '../sheet/sheet';
import { maximum, type ViewProps } from './props';
import { areaAnchor, areaRows, areaText, coverageText } from './rows';

/** The six areas with their averages; each leads to its rows in the grid, where the page has one (`anchor`). */
export function AreaList({ sheet, view, t, on, anchor }: ViewProps): JSX.Element {
  return (
    <ul class="area-list" aria-label={t('view.areas')}>
      {areaRows(sheet, view.scored).map(({ area, scored }) => (
        <li key={area.id}>
          {on || anchor !== undefined ? (
            <a
              href={`#${areaAnchor(area, anchor)}`}
              title={areaText(area, scored, t)}
              onClick={
                on &&
                ((event) => {
                  event.preventDefault();
                  on.area(area.id);
                })
              }
            >
              <Line area={area} scored={scored} t={t} />
            </a>
          ) : (
            <span class="line" title={areaText(area, scored, t)}>
              <Line area={area} scored={scored} t={t} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Line({ area, scored, t }: { area: Area; scored: ScoredArea; t: Translate }): JSX.Element {
  return (
    <>
      <span class="id">{area.id}</span> <span class="name">{area.title}</span>{' '}
      <svg class="bar" height="12" aria-hidden="true">
        <rect class="track" y="3" width="100%" height="6" fill="currentColor" opacity="0.12" />
        <rect class="fill" y="3" width={share(scored.mean ?? 0)} height="6" fill="currentColor" />
        <svg x={share(scored.target)} width="1" overflow="visible">
          <path class="target-mark" d="M0 0v12" stroke="currentColor" stroke-width="2" stroke-dasharray="3 1.5" />
        </svg>
      </svg>
      <span class="mean">{formatMean(scored.mean)}</span> <span class="coverage">{coverageText(scored, t)}</span>
      <span class="coverage-short" aria-hidden="true">
        {scored.scored}/{scored.applicable}
      </span>
    </>
  );
}

function share(value: number): string {
  return `${(value / maximum) * 100}%`;
}
