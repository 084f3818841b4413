import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import type { AreaChange, Comparison } from '../scoring/compare';
import type { ScoredArea } from '../scoring/score';
import type { Area } from '../sheet/sheet';
import { AreaBar } from './AreaBar';
import { areaChangeOf, areaMean } from './change-marks';
import type { ViewProps } from './props';
import { areaAnchor, areaRows, areaText, coverageText } from './rows';

interface Props extends ViewProps {
  /** The changes since the baseline. */
  readonly comparison?: Comparison;
}

/** The six areas with their averages; each links to its rows in the grid, where the page has one (`anchor`). */
export function AreaList({ sheet, view, t, on, anchor, comparison }: Props): JSX.Element {
  return (
    <ul class={comparison ? 'area-list compared' : 'area-list'} aria-label={t('view.areas')}>
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
              <Line area={area} scored={scored} change={areaChangeOf(comparison, area.id)} t={t} />
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

interface LineProps {
  readonly area: Area;
  readonly scored: ScoredArea;
  readonly change?: AreaChange;
  readonly t: Translate;
}

function Line({ area, scored, change, t }: LineProps): JSX.Element {
  return (
    <>
      <span class="id">{area.id}</span> <span class="name">{area.title}</span> <AreaBar scored={scored} />
      <span class="mean">{areaMean(change, scored.mean, t)}</span>{' '}
      <span class="coverage">{coverageText(scored, t)}</span>
      <span class="coverage-short" aria-hidden="true">
        {scored.scored}/{scored.applicable}
      </span>
    </>
  );
}
