import type { JSX } from 'preact';
import type { ItemRef } from '../assessment/edit/recording';
import type { MessageKey } from '../messages/messages';
import { criterionText } from '../sheet/criteria';
import { Field } from './Field';
import { Found } from './Found';
import { improvementPlan } from './improvement-plan';
import { Way } from './Plan';
import {
  type PlanState,
  chosenRows,
  planChoices,
  planColumns,
  planRows,
  wholePlan,
  type PlanChoice,
  type PlanColumn,
  type PlanRow,
} from './plan-rows';
import type { Callbacks, ViewProps } from './props';
import { gapMark, gapText } from './rows';

interface Props extends Omit<ViewProps, 'on'> {
  readonly on: Callbacks;
  readonly choice: PlanChoice;
  /** The current day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly readOnly: boolean;
}

/** The improvement plan as a sortable, filterable and editable table; above it the shortest way to the target. */
export function PlanTable(props: Props): JSX.Element {
  const { sheet, view, t, choice, today } = props;
  const plan = improvementPlan(sheet, view);
  const rows = planRows(sheet, view, today);
  return (
    <section class="plan-view" aria-label={t('view.plan-title')}>
      <Way {...props} plan={plan} />
      {plan.unscored > 0 && <p class="advice">{t('view.plan-unscored', { count: plan.unscored })}</p>}
      {rows.length > 0 && (
        <>
          <Choices {...props} rows={rows} />
          <div class="plan-scroll">
            <table class="plan-table" role="table">
              <Head {...props} />
              <tbody role="rowgroup">
                {chosenRows(rows, choice, t.language).map((row) => (
                  <Line key={`${row.planned.service.id} ${row.index} ${row.action?.action}`} {...props} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

/** The filters by owner and by due date. */
function Choices({ t, on, choice, rows }: Props & { rows: readonly PlanRow[] }): JSX.Element {
  const { owners, quarters } = planChoices(rows, t.language);
  const isWhole = choice.owner === '' && choice.due === '';
  return (
    <div class="plan-choices">
      <select
        aria-label={t('view.record-owner')}
        class="filter-choice"
        onChange={(event) => on.choosePlan({ owner: event.currentTarget.value })}
      >
        <Option value="" text={t('view.plan-all-owners')} chosen={choice.owner} />
        {owners.map((owner) => (
          <Option value={owner} text={owner} chosen={choice.owner} />
        ))}
      </select>
      <select
        aria-label={t('view.record-due')}
        class="filter-choice"
        onChange={(event) => on.choosePlan({ due: event.currentTarget.value })}
      >
        <Option value="" text={t('view.plan-all-days')} chosen={choice.due} />
        <Option value="overdue" text={t('view.plan-overdue')} chosen={choice.due} />
        {quarters.map((quarter) => (
          <Option value={quarter} text={quarter} chosen={choice.due} />
        ))}
      </select>
      {!isWhole && (
        <button type="button" class="link" onClick={() => on.choosePlan({ ...wholePlan, sort: choice.sort })}>
          {t('view.plan-show-all')}
        </button>
      )}
    </div>
  );
}

function Option({ value, text, chosen }: { value: string; text: string; chosen: string }): JSX.Element {
  return (
    <option value={value} selected={value === chosen}>
      {text}
    </option>
  );
}

const headings = {
  service: 'view.service',
  gap: 'view.gap',
  action: 'view.record-what',
  owner: 'view.record-owner',
  due: 'view.record-due',
  state: 'view.plan-state',
} as const satisfies Record<PlanColumn, string>;

function Head({ t, on, choice }: Props): JSX.Element {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {planColumns.map((column) => (
          <th
            scope="col"
            role="columnheader"
            class={column}
            aria-sort={choice.sort === column ? 'ascending' : undefined}
          >
            <button type="button" onClick={() => on.choosePlan({ sort: column })}>
              {t(headings[column])}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Line({ row, ...props }: Props & { row: PlanRow }): JSX.Element {
  const { t, on } = props;
  const { service, scored } = row.planned;
  return (
    <tr role="row" class={`planned ${row.state}`} data-planned={service.id}>
      <th scope="row" role="rowheader" class="service">
        <button type="button" class="link chosen" onClick={() => on.open(service.id)}>
          <span class="id">{service.id}</span> <Found text={service.title} />
        </button>
      </th>
      <td role="cell" class="gap" title={gapText(scored, t)}>
        {gapMark(scored)}
      </td>
      {row.action ? <Planned {...props} row={row} action={row.action} /> : <Unplanned {...props} row={row} />}
    </tr>
  );
}

type PlannedProps = Props & { readonly row: PlanRow; readonly action: NonNullable<PlanRow['action']> };

/** An action with editable values. */
function Planned({ t, on, today, readOnly, row, action }: PlannedProps): JSX.Element {
  const { id } = row.planned.service;
  const item: ItemRef = { list: 'plan', index: row.index, text: action.action };
  const set = (key: string) => (value: string) => on.record(id, { kind: 'set', item, key, value });
  const done = t('view.plan-done');
  return (
    <>
      <td role="cell" class="action">
        <Field
          label={t('view.record-what')}
          value={action.action}
          required
          readOnly={readOnly}
          commit={set('action')}
        />
      </td>
      <td role="cell" class="owner">
        <Field label={t('view.record-owner')} value={action.owner ?? ''} readOnly={readOnly} commit={set('owner')} />
      </td>
      <td role="cell" class="due">
        <Field
          type="date"
          label={t('view.record-due')}
          value={action.due ?? ''}
          readOnly={readOnly}
          commit={set('due')}
        />
      </td>
      <td role="cell" class="state">
        <label>
          <input
            type="checkbox"
            aria-label={`${done}${t('view.term-separator')}${action.action}`}
            checked={action.done}
            disabled={readOnly}
            onChange={() => set('done')(action.done ? '' : today)}
          />{' '}
          {t(stateKeys[row.state])}
        </label>
      </td>
    </>
  );
}

/** The message key for the state of an action. */
const stateKeys = {
  overdue: 'view.plan-overdue',
  done: 'view.plan-done',
  open: 'view.plan-open',
  none: 'view.plan-open',
} as const satisfies Record<PlanState, MessageKey>;

/** A gap without an action: what gains a level, and a button to plan it. */
function Unplanned({ t, on, readOnly, row }: Props & { row: PlanRow }): JSX.Element {
  const { service, next, open } = row.planned;
  return (
    <>
      <td role="cell" class="action" colSpan={3}>
        {next && <span class="advice">{next.level.summary} </span>}
        {!readOnly && (
          <button type="button" class="link plan-add" onClick={() => on.plan(service.id)}>
            {t('view.plan-add')}
          </button>
        )}
        {!readOnly && open.length > 0 && (
          <ul class="plan-open">
            {open.map((criterion) => (
              <li>
                <button
                  type="button"
                  class="link"
                  title={t('view.plan-criterion', { id: criterion.id, text: criterion.text })}
                  onClick={() => on.plan(service.id, criterion.id)}
                >
                  {criterion.id} {criterionText(criterion, t)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td role="cell" class="state">
        {t('view.plan-none')}
      </td>
    </>
  );
}
