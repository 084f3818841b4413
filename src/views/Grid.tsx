import type { JSX } from 'preact';
import { formatMean } from '../scoring/score';
import { levelNumbers } from '../sheet/sheet';
import { GridRow } from './GridRow';
import type { Cursor, ViewProps } from './props';
import { areaRows, areaText, coverageText, floorText, type AreaRows } from './rows';

interface Props extends ViewProps {
  /** Ids of the services to show; all of them when left out. */
  readonly shown?: ReadonlySet<string>;
  /** The grid's tab stop; its row is the selected one. */
  readonly cursor?: Cursor | null;
  /** The service whose details show. */
  readonly selected?: string;
  readonly readOnly?: boolean;
}

/** The maturity grid: services by area, columns for the levels 0 to 5 and the gap to the target. */
export function Grid(props: Props): JSX.Element {
  const { sheet, view, t, on, shown, readOnly } = props;
  const areas = areaRows(sheet, view.scored)
    .map((area) => ({ ...area, rows: area.rows.filter(({ service }) => !shown || shown.has(service.id)) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <div role={on ? 'grid' : 'table'} class="grid" aria-label={t('view.grid')} aria-colcount={8} aria-readonly={on && readOnly ? 'true' : undefined}>
      <Header {...props} />
      {areas.map((area) => (
        <AreaGroup key={area.area.id} {...props} group={area} />
      ))}
    </div>
  );
}

function Header({ t }: Props): JSX.Element {
  return (
    <div role="row" class="header">
      <div role="columnheader" class="title" aria-colindex={1}>
        {t('view.service')}
      </div>
      {levelNumbers.map((level) => (
        <div role="columnheader" class="cell" aria-colindex={level + 2} aria-label={t('view.level', { level })}>
          {level}
        </div>
      ))}
      <div role="columnheader" class="gap" aria-colindex={8}>
        {t('view.gap')}
      </div>
    </div>
  );
}

function AreaGroup({ group, ...props }: Props & { group: AreaRows }): JSX.Element {
  const { t, on, cursor, selected, readOnly } = props;
  const { area, scored, rows } = group;
  return (
    <div role="rowgroup" class="area" id={`area-${area.id}`} aria-label={area.title}>
      <div role="row" class="area-row">
        <div role="rowheader" class="title" aria-colindex={1} aria-colspan={7} title={area.summary}>
          <span class="id">{area.id}</span>{' '}
          <span class="name">{area.title}</span>
        </div>
        <div role={on ? 'gridcell' : 'cell'} class="area-mean" aria-colindex={8} title={areaText(area, scored, t)}>
          <span class="facts">
            {[coverageText(scored, t), floorText(scored, t), t('view.below', { count: scored.belowTarget })].join(' · ')}
          </span>{' '}
          <span class="mean">
            <span class="unseen">{t('view.average')} </span>
            {formatMean(scored.mean)}
          </span>
        </div>
      </div>
      {rows.map((row) => (
        <GridRow
          key={row.service.id}
          row={row}
          t={t}
          on={on}
          selected={row.service.id === selected}
          column={row.service.id === cursor?.service ? cursor.column : undefined}
          readOnly={readOnly ?? false}
        />
      ))}
    </div>
  );
}
