import type { ComponentChildren, JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { rollUp, type RollUp as Rolled } from '../scoring/roll-up';
import { formatMean } from '../scoring/score';
import { findService, nameOf, type Sheet } from '../sheet/sheet';
import { HeatMap, type HeatMapProps } from './HeatMap';
import type { RollUpRow } from './roll-up-order';
import { UnmetCriteria } from './UnmetCriteria';

interface Props extends Omit<HeatMapProps, 'rolled'> {
  /** The rows behind the figures, where fewer rows are shown. */
  readonly all?: readonly RollUpRow[];
}

/** Assessments side by side: their common weaknesses, and a heat map of assessments and services. */
export function RollUp(props: Props): JSX.Element {
  const { shown, sheet, t, on, all } = props;
  const rows = all ?? shown.groups.flatMap((group) => group.rows);
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
      <InCommon on={on} t={t}>
        <Weak rolled={rolled} sheet={sheet} t={t} />
        <UnmetCriteria assessments={rows.map(({ scored }) => scored)} sheet={sheet} t={t} />
      </InCommon>
      <HeatMap {...props} rolled={rolled} />
      <p class="legend">{t('view.roll-legend')}</p>
    </section>
  );
}

/** The common weaknesses: collapsed in a live view, where the heat map needs the room. */
function InCommon({ on, t, children }: Pick<Props, 'on' | 't'> & { children: ComponentChildren }): JSX.Element {
  if (!on) return <>{children}</>;
  return (
    <details class="in-common">
      <summary>{t('view.roll-common')}</summary>
      {children}
    </details>
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
