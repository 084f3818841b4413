/** The improvement plan as a table for a tracker: one row per action, and per gap without one. */
import { isScorable } from '../../assessment/scorable';
import type { Printable } from '../../messages/safe-text';
import { planSource } from '../../views/assessment-view';
import { improvementPlan, type PlannedService } from '../../views/improvement-plan';
import { csvTable, type Cell } from './csv-table';
import type { ReportInput } from '../report';
import type { Checked } from '../check/result';

const fields = [
  'file',
  'rank',
  'id',
  'title',
  'score',
  'target',
  'gap',
  'next_level',
  'next_summary',
  'action',
  'owner',
  'due',
  'done',
];

/** The plans of the assessments. `rank` counts the services below target, heaviest gap first; others have none. */
export function planCsv({ checked, sheet }: Pick<ReportInput, 'checked' | 'sheet'>): Printable {
  const scorable = checked.filter(({ assessment }) => isScorable(assessment));
  return csvTable(
    fields,
    scorable.flatMap((one) => planRows(one, sheet)),
  );
}

function planRows(one: Checked, sheet: ReportInput['sheet']): Cell[][] {
  const { gaps, others } = improvementPlan(sheet, planSource(one));
  return [
    ...gaps.flatMap((planned, index) => serviceRows(one.path, index + 1, planned)),
    ...others.flatMap((planned) => serviceRows(one.path, '', planned)),
  ];
}

function serviceRows(path: string, rank: Cell, { service, scored, next, actions }: PlannedService): Cell[][] {
  const start = [
    path,
    rank,
    service.id,
    service.title,
    scored.score ?? '',
    scored.target,
    scored.gap ?? '',
    next?.number ?? '',
    next?.level.summary ?? '',
  ];
  if (actions.length === 0) return [[...start, '', '', '', '']];
  return actions.map(({ action, owner = '', due = '', done }) => [...start, action, owner, due, done ? 'yes' : '']);
}
