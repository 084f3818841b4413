import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { formatMean, type ScoredArea } from '../scoring/score';
import type { Area } from '../sheet/sheet';
import { AreaBar } from './AreaBar';
import type { ViewProps } from './props';
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
      <span class="id">{area.id}</span> <span class="name">{area.title}</span> <AreaBar scored={scored} />
      <span class="mean">{formatMean(scored.mean)}</span> <span class="coverage">{coverageText(scored, t)}</span>
      <span class="coverage-short" aria-hidden="true">
        {scored.scored}/{scored.applicable}
      </span>
    </>
  );
}
