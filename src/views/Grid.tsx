import type { JSX } from 'preact';
import type { Comparison } from '../scoring/compare';
import { levelNumbers } from '../sheet/sheet';
import { areaChangeOf, areaMean, changeOf } from './compared-rows';
import { cellAttributes, elementsFor } from './elements';
import { GridRow } from './GridRow';
import type { Cursor, ViewProps } from './props';
import { areaAnchor, areaRows, areaText, coverageText, floorText, type AreaRows } from './rows';
import { SpokenLabel } from './SpokenLabel';

interface Props extends ViewProps {
  /** Ids of the services to show; all of them when left out. */
  readonly shown?: ReadonlySet<string>;
  /** The grid's tab stop; its row is the selected one. */
  readonly cursor?: Cursor | null;
  /** The service whose details show. */
  readonly selected?: string;
  readonly readOnly?: boolean;
  /** What changed since another version: shown in place of the gaps. */
  readonly comparison?: Comparison;
}

/** The maturity grid: services by area, columns for the levels 0 to 5 and the gap to the target. As a picture it is a table. */
export function Grid(props: Props): JSX.Element {
  const { sheet, view, t, on, shown, readOnly } = props;
  const areas = areaRows(sheet, view.scored)
    .map((area) => ({ ...area, rows: area.rows.filter(({ service }) => !shown || shown.has(service.id)) }))
    .filter(({ rows }) => rows.length > 0);
  const { Table } = elementsFor(on);
  return (
    <Table
      role={on && 'grid'}
      class="grid"
      aria-label={t('view.grid')}
      aria-colcount={on && 8}
      aria-readonly={on && readOnly ? 'true' : undefined}
    >
      {on ? (
        <Header {...props} />
      ) : (
        <thead>
          <Header {...props} />
        </thead>
      )}
      {areas.map((area) => (
        <AreaGroup key={area.area.id} {...props} group={area} />
      ))}
    </Table>
  );
}

function Header({ t, on, comparison }: Props): JSX.Element {
  const { Row, Head } = elementsFor(on);
  return (
    <Row role={on && 'row'} class="header">
      <Head class="title" {...cellAttributes(on, 'columnheader', 1)}>
        {t('view.service')}
      </Head>
      {levelNumbers.map((level) => (
        <Head class="cell" {...cellAttributes(on, 'columnheader', level + 2)} aria-label={t('view.level', { level })}>
          {level}
        </Head>
      ))}
      <Head class="gap" {...cellAttributes(on, 'columnheader', 8)}>
        {t(comparison ? 'view.change' : 'view.gap')}
      </Head>
    </Row>
  );
}

function AreaGroup({ group, ...props }: Props & { group: AreaRows }): JSX.Element {
  const { t, on, cursor, selected, readOnly, anchor, comparison } = props;
  const { area, scored, rows } = group;
  const { Group, Row, Head, Cell } = elementsFor(on);
  return (
    <Group role={on && 'rowgroup'} class="area" id={areaAnchor(area, anchor)} aria-label={on && area.title}>
      <Row role={on && 'row'} class="area-row">
        <Head class="title" {...cellAttributes(on, 'rowheader', 1, 7)} title={area.summary}>
          <span class="id">{area.id}</span> <span class="name">{area.title}</span>
        </Head>
        <Cell class="area-mean" {...cellAttributes(on, 'gridcell', 8)} title={areaText(area, scored, t)}>
          <span class="facts">
            {[coverageText(scored, t), floorText(scored, t), t('view.below', { count: scored.belowTarget })].join(
              ' · ',
            )}
          </span>{' '}
          <span class="mean">
            <SpokenLabel text={t('view.average')} />
            {areaMean(areaChangeOf(comparison, area.id), scored.mean, t)}
          </span>
        </Cell>
      </Row>
      {rows.map((row) => (
        <GridRow
          key={row.service.id}
          row={row}
          t={t}
          on={on}
          selected={row.service.id === selected}
          change={changeOf(comparison, row.service.id)}
          column={row.service.id === cursor?.service ? cursor.column : undefined}
          readOnly={readOnly ?? false}
        />
      ))}
    </Group>
  );
}
