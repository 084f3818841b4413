/** The rows of the plan table: one per action, or per gap without an action; their sorting and filtering. */
import type { Language } from '../messages/messages';
import { nameOrder } from '../messages/name-order';
import { improvementPlan, type PlannedService } from './improvement-plan';
import type { ActionView, AssessmentView } from './model';
import type { Sheet } from '../sheet/sheet';

export const planColumns = ['service', 'gap', 'action', 'owner', 'due', 'state'] as const;
export type PlanColumn = (typeof planColumns)[number];

/** The user's choice of what is shown of the plan. */
export interface PlanChoice {
  readonly sort: PlanColumn;
  /** Only actions of this owner; empty for all. */
  readonly owner: string;
  /** Only actions that are overdue, or due in a quarter such as `2027-Q1`; empty for all. */
  readonly due: string;
}

export const wholePlan: PlanChoice = { sort: 'gap', owner: '', due: '' };

export type PlanState = 'none' | 'open' | 'overdue' | 'done';

/** A row of the plan. */
export interface PlanRow {
  readonly planned: PlannedService;
  readonly action?: ActionView;
  /** The index of the action among those of its service. */
  readonly index: number;
  readonly state: PlanState;
}

/** All rows: the gaps by weight, then the other services with actions. */
export function planRows(sheet: Sheet, view: AssessmentView, today: string): PlanRow[] {
  const { gaps, others } = improvementPlan(sheet, view);
  return [...gaps, ...others].flatMap((planned): PlanRow[] => {
    const plan = view.details[planned.service.id]?.plan ?? [];
    const actions = planned.actions.map((action) => ({
      planned,
      action,
      index: plan.indexOf(action),
      state: stateOf(action, today),
    }));
    return actions.length > 0 ? actions : [{ planned, index: -1, state: 'none' }];
  });
}

/** The rows of a choice, in its order; rows of equal rank keep theirs. */
export function chosenRows(rows: readonly PlanRow[], { sort, owner, due }: PlanChoice, language: Language): PlanRow[] {
  const compare = nameOrder(language);
  const text = (row: PlanRow): string => {
    if (sort === 'service') return row.planned.service.id;
    if (sort === 'due') return row.action?.due ?? '9999';
    if (sort === 'state') return String(stateOrder.indexOf(row.state));
    return (sort === 'owner' ? row.action?.owner : row.action?.action) ?? '\uffff';
  };
  const fits = ({ action, state }: PlanRow) =>
    (owner === '' || action?.owner === owner) &&
    (due === '' ||
      (due === 'overdue' ? state === 'overdue' : action?.due !== undefined && quarterOf(action.due) === due));
  const found = rows.filter(fits);
  return sort === 'gap' ? found : found.sort((a, b) => compare(text(a), text(b)));
}

/** The owners named in the plan and the quarters of due dates, each sorted. */
export function planChoices(rows: readonly PlanRow[], language: Language): { owners: string[]; quarters: string[] } {
  const owners = rows.flatMap(({ action }) => action?.owner ?? []);
  const quarters = rows.flatMap(({ action }) => (action?.due && !action.done ? [quarterOf(action.due)] : []));
  return { owners: [...new Set(owners)].sort(nameOrder(language)), quarters: [...new Set(quarters)].sort() };
}

/** The quarter of a day: `2027-Q1`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

const stateOrder: readonly PlanState[] = ['overdue', 'open', 'none', 'done'];

function stateOf({ done, due }: ActionView, today: string): PlanState {
  if (done) return 'done';
  return due !== undefined && due < today ? 'overdue' : 'open';
}
