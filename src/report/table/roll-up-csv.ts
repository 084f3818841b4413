/** Several assessments as a table: one row each, and their combined figures. */
import { isScorable } from '../../assessment/scorable';
import type { Printable } from '../../messages/safe-text';
import { rollUp, type RolledUp } from '../../scoring/roll-up';
import { csvTable, type Cell } from './csv-table';
import type { ReportInput } from '../report';

/**
 * CSV with unrounded averages; an unscored service has an empty cell. The first column gives the kind of row:
 * `assessment`, or at the end `mean`, `minimum` and `at_target`.
 */
export function rollUpCsv({ checked, sheet }: Pick<ReportInput, 'checked' | 'sheet'>): Printable {
  const scorable = checked.filter(({ assessment }) => isScorable(assessment));
  const fields = [
    'row',
    'file',
    'subject',
    'assessed',
    'average',
    'target',
    ...sheet.areas.flatMap(({ id, services }) => [`area_${id}`, ...services.map((service) => service.id)]),
  ];
  const rows = scorable.map(({ path, assessment, scored }): Cell[] => {
    const { subject, assessed } = assessment;
    const figures = scored.areas.flatMap((area) => [area.mean ?? '', ...area.services.map(({ score }) => score ?? '')]);
    return [
      'assessment',
      path,
      subject?.value ?? '',
      assessed?.value ?? '',
      scored.overall.mean ?? '',
      scored.overall.target,
      ...figures,
    ];
  });
  const rolled = rollUp(scorable.map(({ scored }) => scored));
  const summary = (name: string, value: (one: RolledUp) => Cell): Cell[] => {
    const figures = rolled.areas.flatMap((area) => [value(area), ...area.services.map(value)]);
    return [name, '', '', '', value(rolled.overall), '', ...figures];
  };
  return csvTable(fields, [
    ...rows,
    summary('mean', ({ mean }) => mean ?? ''),
    summary('minimum', ({ minimum }) => minimum ?? ''),
    summary('at_target', ({ atTarget }) => atTarget),
  ]);
}
