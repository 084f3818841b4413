import type { JSX } from 'preact';
import { isScorable } from '../../../assessment/scorable';
import type { Translate } from '../../../messages/messages';
import { changedServices, changeText } from '../../../scoring/compare';
import { formatNumber } from '../../../scoring/score';
import { findService, nameOf } from '../../../sheet/sheet';
import { AreaList } from '../../../views/AreaList';
import { Grid } from '../../../views/Grid';
import type { AssessmentView } from '../../../views/model';
import { Radar } from '../../../views/Radar';
import { Summary } from '../../../views/Summary';
import { Trend } from '../../../views/Trend';
import type { Checked } from '../../check/result';
import { comparedWithBaseline } from '../../comparison/comparison';
import type { ReportInput } from '../../report';
import { ReportTable, type Column } from '../ReportTable';
import { shownPath } from '../../terminal/table';
import { baselineName, openActions, weakServices } from './digest';
import { paragraphOf, sentencesOf, type Sentence } from './sentences';

interface Props extends Pick<ReportInput, 'sheet' | 't' | 'today'> {
  readonly checked: Checked;
  readonly view: AssessmentView;
  /** Its name among others. */
  readonly title: string;
  /** The element id of the assessment within the page. */
  readonly anchor: string;
  /** It is one of several, so that it has to fit on one page. */
  readonly isOneOfMany: boolean;
}

/** Limits of the lists, so that a page holds them: beside the grid, and where there is none. */
const most = { own: { weak: 5, actions: 5, changes: 5 }, shared: { weak: 5, actions: 5, changes: 4 } } as const;

/** One assessment on a page: sentences, areas, radar, grid, weakest services, changes and plan. */
export function OneSummary(props: Props): JSX.Element {
  const { checked, view, title, sheet, t, anchor, isOneOfMany } = props;
  const scorable = isScorable(checked.assessment);
  const shared = { sheet, view, t, anchor };
  const baseline = comparedWithBaseline(checked)?.before.scored.areas;
  return (
    <article id={anchor} class="short">
      <header class="head">
        <Summary view={view} t={t} fileName={title} />
        {isOneOfMany && <p class="path">{shownPath(checked.path, t)}</p>}
      </header>
      <Sentences sentences={sentencesOf(checked, props)} t={t} />
      {scorable && (
        <>
          <section class="areas">
            <h2>{t('view.areas')}</h2>
            <div class="areas-flow">
              <AreaList {...shared} />
              <Radar {...shared} baseline={baseline} />
            </div>
          </section>
          <div class={isOneOfMany ? undefined : 'one-page'}>
            {!isOneOfMany && (
              <section class="grid-section">
                <h2>{t('view.grid')}</h2>
                <Grid {...shared} />
              </section>
            )}
            <div class="lists">
              <Weakest {...props} />
              <Actions {...props} />
              <Changes {...props} />
            </div>
          </div>
          {checked.history && (
            <section class="trend-section">
              <h2>{t('view.trend')}</h2>
              <Trend points={checked.history} sheet={sheet} t={t} />
            </section>
          )}
        </>
      )}
    </article>
  );
}

/** Sentences as a paragraph. */
export function Sentences({ sentences, t }: { sentences: readonly Sentence[]; t: Translate }): JSX.Element {
  return (
    <p class="sentences">
      <WholeDates>{paragraphOf(sentences, t)}</WholeDates>
    </p>
  );
}

/** A text whose dates do not break at their hyphens. */
function WholeDates({ children }: { children: string }): JSX.Element {
  const pieces = children.split(/(\d{4}-\d{2}-\d{2})/);
  return <>{pieces.map((piece, index) => (index % 2 ? <span class="whole">{piece}</span> : piece))}</>;
}

function limitsOf({ isOneOfMany }: Props) {
  return isOneOfMany ? most.shared : most.own;
}

const weakColumns: readonly Column[] = [
  { key: 'report.column.service', kind: 'name' },
  { key: 'report.column.score', kind: 'figure' },
  { key: 'report.column.target', kind: 'figure' },
  { key: 'report.column.next-asks' },
];

function Weakest(props: Props): JSX.Element | null {
  const { checked, sheet, t } = props;
  const all = weakServices(checked, sheet);
  const shown = all.slice(0, limitsOf(props).weak);
  if (all.length === 0) return null;
  const left = all.length - shown.length;
  return (
    <section class="listed">
      <h2>{t('report.short.weakest')}</h2>
      <ReportTable
        columns={weakColumns}
        rows={shown.map(({ service, scored, next }) => [
          nameOf(service),
          scored.score,
          formatNumber(scored.target),
          next && `${next.number}: ${next.level.summary}`,
        ])}
        t={t}
      />
      {left > 0 && <p class="more">{t('report.short.more-weak', { count: left })}</p>}
    </section>
  );
}

const actionColumns: readonly Column[] = [
  { key: 'report.column.due', kind: 'day' },
  { key: 'report.column.action' },
  { key: 'report.column.owner' },
  { key: 'report.column.service' },
];

function Actions(props: Props): JSX.Element | null {
  const { checked, sheet, t, today } = props;
  const all = openActions(checked.assessment, sheet, today);
  const shown = all.slice(0, limitsOf(props).actions);
  if (all.length === 0) return null;
  const left = all.length - shown.length;
  return (
    <section class="listed">
      <h2>{t('report.short.actions')}</h2>
      <ReportTable
        columns={actionColumns}
        rows={shown.map(({ due, action, owner, service, title, isOverdue }) => [
          <>
            {due || '–'}
            {isOverdue && <strong> {t('report.short.overdue')}</strong>}
          </>,
          action,
          owner || '–',
          <>
            {service} <span class="title">{title}</span>
          </>,
        ])}
        t={t}
      />
      {left > 0 && <p class="more">{t('report.short.more-actions', { count: left })}</p>}
    </section>
  );
}

function Changes(props: Props): JSX.Element | null {
  const { checked, sheet, t } = props;
  const compared = comparedWithBaseline(checked);
  const all = compared ? changedServices(compared.comparison) : [];
  const shown = all.slice(0, limitsOf(props).changes);
  if (!compared || all.length === 0) return null;
  const left = all.length - shown.length;
  return (
    <section class="listed changes-list">
      <h2>
        <WholeDates>{t('change.since', { name: baselineName(compared.before) })}</WholeDates>
      </h2>
      <ul>
        {shown.map((change) => (
          <li>
            {nameOf(findService(sheet, change.id) ?? { id: change.id, title: '' })}: {changeText(change, t)}
          </li>
        ))}
      </ul>
      {left > 0 && <p class="more">{t('report.short.more-changes', { count: left })}</p>}
    </section>
  );
}
