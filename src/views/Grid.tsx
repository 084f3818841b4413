import type { JSX } from 'preact';
import type { Comparison } from '../scoring/compare';
import { levelNumbers } from '../sheet/sheet';
import { AreaBar } from './AreaBar';
import { areaChangeOf, areaMean, changeOf } from './change-marks';
import { cellAttributes, elementsFor } from './elements';
import { GridRow, type GridConflict } from './GridRow';
import { marksOf } from './Marks';
import type { ConflictView } from './model';
import type { Cursor, ViewProps } from './props';
import { areaAnchor, areaRows, areaText, coverageText, floorText, type AreaRows } from './rows';
import { SpokenLabel } from './SpokenLabel';

interface Props extends ViewProps {
  /** Ids of the services to show; all when absent. */
  readonly shown?: ReadonlySet<string>;
  /** The cell with the grid's tab stop; its row is the selected one. */
  readonly cursor?: Cursor | null;
  /** The service whose details are shown. */
  readonly selected?: string;
  readonly readOnly?: boolean;
  /** The changes since the baseline, shown in place of the gaps. */
  readonly comparison?: Comparison;
  /** The merge conflicts of the file. */
  readonly conflicts?: readonly ConflictView[];
  /** Areas whose rows are folded. */
  readonly folded?: ReadonlySet<string>;
  /** The cells show the summaries of the levels. */
  readonly texts?: boolean;
  /** The current day, for overdue actions. */
  readonly today?: string;
}

/**
 * The maturity grid: services by area, with columns for the levels 0 to 5 and the gap to the target. As a picture it is
 * an HTML table.
 */
export function Grid(props: Props): JSX.Element {
  const { sheet, view, t, on, shown, readOnly, texts } = props;
  const areas = areaRows(sheet, view.scored)
    .map((area) => ({ ...area, rows: area.rows.filter(({ service }) => !shown || shown.has(service.id)) }))
    .filter(({ rows }) => rows.length > 0);
  const { Table } = elementsFor(on);
  return (
    <Table
      role={on && 'grid'}
      class={on && texts ? 'grid texts' : 'grid'}
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
  const { t, on, cursor, selected, readOnly, view, today } = props;
  const { area, rows } = group;
  const { Group } = elementsFor(on);
  return (
    <Group role={on && 'rowgroup'} class="area" id={areaAnchor(area, props.anchor)} aria-label={on && area.title}>
      <AreaRow {...props} group={group} />
      {(props.folded?.has(area.id) ? [] : rows).map((row) => (
        <GridRow
          key={row.service.id}
          row={row}
          t={t}
          on={on}
          selected={row.service.id === selected}
          marks={on && marksOf({ view, service: row.service.id, scored: row.scored, today, t })}
          change={changeOf(props.comparison, row.service.id)}
          conflict={conflictOf(props.conflicts, row.service.id)}
          column={row.service.id === cursor?.service ? cursor.column : undefined}
          readOnly={readOnly ?? false}
        />
      ))}
    </Group>
  );
}

/** The values of a service on the sides of a merge conflict; `undefined` where it is in none. */
function conflictOf(conflicts: Props['conflicts'], id: string): GridConflict | undefined {
  const conflict = conflicts?.find(({ services }) => services.some((service) => service.id === id));
  const service = conflict?.services.find((one) => one.id === id);
  return conflict && service && { ...service, title: conflict.title };
}

/** The heading of an area with its average; in a live grid it folds the rows below. */
function AreaRow({ group, ...props }: Props & { group: AreaRows }): JSX.Element {
  const { t, on, comparison } = props;
  const { area, scored } = group;
  const { Row, Head, Cell } = elementsFor(on);
  const folding = on && foldingOf(props, area.id, on);
  return (
    <Row role={on && 'row'} class="area-row" data-area={on && area.id}>
      <Head class="title" {...cellAttributes(on, 'rowheader', 1, 7)} title={area.summary} {...folding}>
        {on && <Twistie />}
        <span class="id">{area.id}</span> <span class="name">{area.title}</span>
      </Head>
      <Cell class="area-mean" {...cellAttributes(on, 'gridcell', 8)} title={areaText(area, scored, t)}>
        <span class="facts">
          {[coverageText(scored, t), floorText(scored, t), t('view.below', { count: scored.belowTarget })].join(' · ')}
        </span>{' '}
        {on && <AreaBar scored={scored} />}
        <span class="mean">
          <SpokenLabel text={t('view.average')} />
          {areaMean(areaChangeOf(comparison, area.id), scored.mean, t)}
        </span>
      </Cell>
    </Row>
  );
}

/** The attributes that make an area's heading foldable and reachable by the cursor. */
function foldingOf({ cursor, folded }: Props, id: string, on: NonNullable<Props['on']>) {
  return {
    'data-column': 0,
    tabIndex: cursor?.service === id ? 0 : -1,
    'aria-expanded': !folded?.has(id),
    onClick: () => {
      on.select({ service: id, column: 0 });
      on.fold(id);
    },
  } as const;
}

function Twistie(): JSX.Element {
  return (
    <svg class="twistie" width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3 5l5 5 5-5" fill="none" stroke="currentColor" stroke-width="1.8" />
    </svg>
  );
}
