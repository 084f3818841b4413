import type { JSX } from 'preact';
import { About } from './About';
import { AreaList } from './AreaList';
import { Method } from './Method';
import type { BaselineView } from './model';
import type { ViewProps } from './props';
import { Radar } from './Radar';
import { coverageText, floorText } from './rows';
import { Scale } from './Scale';

interface Props extends ViewProps {
  readonly readOnly: boolean;
  /** The baseline, if the assessment is compared with one. */
  readonly baseline?: BaselineView;
}

/** The tab behind the strip's figures: the scale, the areas as bars and radar, and the method. */
export function Overview({ readOnly, baseline, ...props }: Props): JSX.Element {
  const { sheet, view, t, on } = props;
  const { overall } = view.scored;
  return (
    <section class="overview" aria-label={t('view.tab-overview')}>
      {on && <About view={view} t={t} on={on} readOnly={readOnly} />}
      <div class="overview-scale">
        <p class="facts">
          {[coverageText(overall, t), floorText(overall, t), t('view.below', { count: overall.belowTarget })].join(
            ' · ',
          )}
        </p>
        <Scale aggregate={overall} t={t} />
      </div>
      <div class="overview-areas">
        <AreaList {...props} comparison={baseline?.comparison} />
        <figure class="radar-figure">
          <Radar {...props} baseline={baseline?.comparison.areas.map(({ before }) => before)} />
          {baseline && <figcaption>{t('view.radar-earlier', { name: baseline.name })}</figcaption>}
        </figure>
      </div>
      <Method sheet={sheet} t={t} open />
    </section>
  );
}
