import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import type { RolledUp, RolledUpService, RollUp as Rolled } from '../scoring/roll-up';
import { formatMean, formatNumber, type Aggregate, type ScoredArea, type ScoredService } from '../scoring/score';
import { findService, nameOf, type Area, type Sheet } from '../sheet/sheet';
import type { RollUpRow, SideBySide, SideBySideChoice, SortColumn, UnscoredFile } from './roll-up-order';
import { coverageText, stateText } from './rows';
import { SpokenLabel } from './SpokenLabel';

export interface HeatMapProps {
  readonly shown: SideBySide;
  readonly rolled: Rolled;
  /** Show coverage, target and day beside the average. */
  readonly facts?: boolean;
  readonly sheet: Sheet;
  readonly t: Translate;
  /** Callbacks of a live view; without them the view is a picture. */
  readonly on?: RollUpCallbacks;
  /** The sorting of a live view. */
  readonly sorting?: Pick<SideBySideChoice, 'sort' | 'isDescending'>;
}

export interface RollUpCallbacks {
  /** Opens an assessment, optionally at a service. */
  open(row: RollUpRow, service?: string): void;
  sort(column: SortColumn): void;
  /** Folds or unfolds the services of an area. */
  fold(area: string): void;
}

/** The heat map of assessments and services, with their common figures below. */
export function HeatMap(props: HeatMapProps): JSX.Element {
  const { shown, rolled, facts, sheet, t, on } = props;
  const areas = columnsOf(props);
  const width = 2 + (facts ? 3 : 0) + areas.reduce((sum, { services }) => sum + services.length + 1, 0);
  return (
    <div class={`heat-map${facts ? ' with-facts' : ''}`} tabIndex={0} role="region" aria-label={t('view.roll-map')}>
      <table>
        <Head {...props} areas={areas} />
        {shown.groups.map(({ folder, rows }) => (
          <tbody key={folder ?? ''}>
            {folder !== undefined && (
              <tr class="folder">
                <th scope="rowgroup" colSpan={width}>
                  <span>{`${folder} (${rows.length})`}</span>
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <Assessment
                key={row.path}
                row={row}
                facts={facts}
                areas={areas}
                sheet={sheet}
                t={t}
                open={on && ((service) => on.open(row, service))}
              />
            ))}
          </tbody>
        ))}
        {shown.unscored.length > 0 && <Unscored files={shown.unscored} width={width} t={t} />}
        <Foot rolled={rolled} facts={facts} areas={areas} t={t} />
      </table>
    </div>
  );
}

/** An area with the services that have their own columns: none where it is folded. */
type AreaColumns = Pick<Area, 'id' | 'title' | 'services'>;

function columnsOf({ sheet, shown: { folded } }: HeatMapProps): AreaColumns[] {
  return sheet.areas.map((area) => (folded.includes(area.id) ? { ...area, services: [] } : area));
}

type HeadProps = HeatMapProps & { readonly areas: readonly AreaColumns[] };

/** Two rows of headings: the areas, and below them their averages and services. */
function Head({ areas, facts, t, on, sorting }: HeadProps): JSX.Element {
  const heading = (column: SortColumn, text: string, className: string) => (
    <Heading on={on} sorting={sorting} column={column} span={2} className={className}>
      {text}
    </Heading>
  );
  return (
    <thead>
      <tr>
        {heading('name', t('view.roll-assessment'), 'name')}
        {heading('average', t('view.average'), 'overall')}
        {facts && heading('coverage', t('report.column.coverage'), 'covered')}
        {facts && heading('target', t('report.column.target'), 'aim')}
        {facts && heading('day', t('report.column.assessed'), 'day')}
        {areas.map((area) => (
          <AreaHeading area={area} fold={on && (() => on.fold(area.id))} />
        ))}
      </tr>
      <tr>
        {areas.map((area) => (
          <>
            <Heading
              on={on}
              sorting={sorting}
              column={area.id}
              title={t('view.roll-area-mean', { name: nameOf(area) })}
            >
              {t('view.roll-mean-mark')}
            </Heading>
            {area.services.map((service) => (
              <Heading on={on} sorting={sorting} column={service.id} title={nameOf(service)}>
                {service.id}
              </Heading>
            ))}
          </>
        ))}
      </tr>
    </thead>
  );
}

/** The name of an area above its columns; in a live view it folds those of its services. */
function AreaHeading({ area, fold }: { area: AreaColumns; fold?: () => void }): JSX.Element {
  const { id, services } = area;
  return (
    <th scope="colgroup" colSpan={services.length + 1} class="area-name" title={nameOf(area)}>
      {fold ? (
        <button type="button" aria-expanded={services.length > 0} aria-label={nameOf(area)} onClick={fold}>
          <span aria-hidden="true">{services.length > 0 ? `▾ ${nameOf(area)}` : `▸ ${id}`}</span>
        </button>
      ) : (
        <span>{services.length > 0 ? nameOf(area) : id}</span>
      )}
    </th>
  );
}

interface HeadingProps extends Pick<HeatMapProps, 'on' | 'sorting'> {
  readonly column: SortColumn;
  readonly span?: number;
  readonly className?: string;
  readonly title?: string;
  readonly children: string;
}

/** The heading of a column; in a live view a click sorts by it, and a second one reverses the order. */
function Heading({ on, sorting, column, span, className, title, children }: HeadingProps): JSX.Element {
  const explained = title ? <abbr title={title}>{children}</abbr> : children;
  const isSorted = sorting?.sort === column;
  const sorted = sorting?.isDescending ? 'descending' : 'ascending';
  const order = isSorted ? sorted : 'none';
  return (
    <th scope="col" rowSpan={span} class={className} title={title} aria-sort={on && order}>
      {on ? (
        <button type="button" aria-label={title} onClick={() => on.sort(column)}>
          {children}
          {order !== 'none' && <span aria-hidden="true">{order === 'ascending' ? ' ↑' : ' ↓'}</span>}
        </button>
      ) : (
        explained
      )}
    </th>
  );
}

interface AssessmentProps extends Pick<HeatMapProps, 'facts' | 'sheet' | 't'> {
  readonly row: RollUpRow;
  readonly areas: readonly AreaColumns[];
  readonly open?: (service?: string) => void;
}

function Assessment({ row, facts, areas, sheet, t, open }: AssessmentProps): JSX.Element {
  const { name, path, assessed, scored, individual } = row;
  const progress = individual && t('view.individual-progress', { ...individual });
  const tooltip = [name, progress, path, assessed && t('view.assessed', { date: assessed })]
    .filter(Boolean)
    .join(' · ');
  return (
    <tr>
      <th scope="row" class="name" title={tooltip}>
        {open ? (
          <button type="button" class="link" onClick={() => open()}>
            {name}
          </button>
        ) : (
          name
        )}
        {progress && <span class="progress"> {progress}</span>}
      </th>
      <Mean {...scored.overall} className="overall" />
      {facts && <Facts row={row} t={t} />}
      {areas.map(({ id, services }) => (
        <AreaScores
          area={scored.areas.find((area) => area.id === id)}
          shown={services.length > 0}
          sheet={sheet}
          t={t}
          open={open}
        />
      ))}
    </tr>
  );
}

/** Coverage, target and day; a day more than six months ago is marked. */
function Facts({ row: { scored, assessed, isStale }, t }: { row: RollUpRow; t: Translate }): JSX.Element {
  const { overall } = scored;
  return (
    <>
      <td class="covered" title={coverageText(overall, t)}>{`${overall.scored}/${overall.applicable}`}</td>
      <td class="aim">{formatNumber(overall.target)}</td>
      <td class={`day${isStale ? ' stale' : ''}`} title={isStale ? t('view.roll-stale') : undefined}>
        {isStale && <SpokenLabel text={t('view.roll-stale')} />}
        {assessed ?? '–'}
      </td>
    </>
  );
}

interface AreaScoresProps extends Pick<AssessmentProps, 'sheet' | 't' | 'open'> {
  readonly area: ScoredArea | undefined;
  /** The services have their own columns. */
  readonly shown: boolean;
}

function AreaScores({ area, shown, sheet, t, open }: AreaScoresProps): JSX.Element | null {
  if (!area) return null;
  return (
    <>
      <Mean {...area} />
      {shown &&
        area.services.map((service) => (
          <Score service={service} sheet={sheet} t={t} open={open && (() => open(service.id))} />
        ))}
    </>
  );
}

function Mean({ mean, target, className = '' }: Pick<Aggregate, 'mean' | 'target'> & { className?: string }) {
  const below = mean !== null && mean < target ? ' below' : '';
  return <td class={`mean${below} ${className}`.trim()}>{formatMean(mean)}</td>;
}

interface ScoreProps extends Pick<HeatMapProps, 'sheet' | 't'> {
  readonly service: ScoredService;
  readonly open?: () => void;
}

/** A score in the colour of its level; below target it is marked by more than colour. */
function Score({ service, sheet, t, open }: ScoreProps): JSX.Element {
  const inSheet = findService(sheet, service.id);
  const words = inSheet ? `${nameOf(inSheet)}: ${stateText({ service: inSheet, scored: service }, t)}` : '';
  const classes = [
    service.state,
    service.score !== null && `score-${service.score}`,
    service.gap ? 'below' : '',
  ].filter(Boolean);
  return (
    <td class={classes.join(' ')} title={words} onClick={open} tabIndex={open && -1}>
      {service.score ?? (service.state === 'unscored' ? '?' : '–')}
    </td>
  );
}

/** The files that cannot be scored, with the reason for each. */
function Unscored({ files, width, t }: { files: readonly UnscoredFile[]; width: number; t: Translate }): JSX.Element {
  return (
    <tbody class="unscored-files">
      <tr class="folder">
        <th scope="rowgroup" colSpan={width}>
          <span>{`${t('view.roll-unscored')} (${files.length})`}</span>
        </th>
      </tr>
      {files.map(({ path, reason }) => (
        <tr key={path}>
          <th scope="row" class="name" title={path}>
            {path}
          </th>
          <td class="why" colSpan={width - 1}>
            <span>{reason}</span>
          </td>
        </tr>
      ))}
    </tbody>
  );
}

type FootProps = Pick<HeatMapProps, 'rolled' | 'facts' | 't'> & { readonly areas: readonly AreaColumns[] };

/** The common figures: mean, lowest value, and how many reach their target. */
function Foot({ rolled, facts, areas, t }: FootProps): JSX.Element {
  const figures: readonly (RolledUp | RolledUpService)[] = areas.flatMap(({ id, services }) => {
    const area = rolled.areas.find((one) => one.id === id);
    return area ? [area, ...(services.length > 0 ? area.services : [])] : [];
  });
  const line = (label: string, value: (one: RolledUp | RolledUpService) => string): JSX.Element => (
    <tr>
      <th scope="row" class="name">
        {label}
      </th>
      <td class="overall">{value(rolled.overall)}</td>
      {facts && ['covered', 'aim', 'day'].map((name) => <td class={name} />)}
      {figures.map((one) => (
        <td>{value(one)}</td>
      ))}
    </tr>
  );
  return (
    <tfoot>
      {line(t('view.roll-mean'), ({ mean }) => formatMean(mean))}
      {line(t('view.roll-minimum'), (one) =>
        'weakEverywhere' in one ? String(one.minimum ?? '–') : formatMean(one.minimum),
      )}
      {line(t('view.roll-reached'), ({ atTarget, scored }) => (scored ? `${atTarget}/${scored}` : '–'))}
    </tfoot>
  );
}
