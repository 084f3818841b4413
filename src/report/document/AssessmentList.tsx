import type { ComponentChildren, JSX } from 'preact';
import { isScorable } from '../../assessment/scorable';
import type { Translate } from '../../messages/messages';
import { individualProgress } from '../../scoring/individuals';
import { formatMean, formatNumber } from '../../scoring/score';
import type { Sheet } from '../../sheet/sheet';
import { RollUp } from '../../views/RollUp';
import type { RollUpRow } from '../../views/roll-up-order';
import { coverageText } from '../../views/rows';
import { ReportTable, type Column } from './ReportTable';
import { reportTitle, titlesOf } from './report-words';
import type { Checked } from '../check/result';

/** The columns of a list of assessments. */
export const listColumns: readonly Column[] = [
  { key: 'report.column.assessment', kind: 'name' },
  { key: 'view.average', kind: 'figure' },
  { key: 'report.column.target', kind: 'figure' },
  { key: 'report.column.coverage' },
  { key: 'view.filter-below', kind: 'figure' },
  { key: 'report.column.assessed', kind: 'day' },
];

/** Several assessments on one page: one row each, which links to its part. */
export function AssessmentList({
  checked,
  sheet,
  t,
}: {
  checked: readonly Checked[];
  sheet: Sheet;
  t: Translate;
}): JSX.Element {
  const titles = titlesOf(checked, t);
  return (
    <section class="overview">
      <h1>{reportTitle(checked, t)}</h1>
      <ReportTable
        columns={listColumns}
        rows={checked.map((one, index) => cellsOf(one, titles[index] ?? '', `#assessment-${index + 1}`, t))}
        t={t}
      />
      <h2>{t('view.roll-title')}</h2>
      <RollUp
        shown={{ groups: [{ rows: rollUpRows(checked, titles) }], unscored: [], folded: [] }}
        sheet={sheet}
        t={t}
      />
    </section>
  );
}

/** The cells of a row; `address` is the element id of the assessment in this document. */
function cellsOf({ assessment, scored }: Checked, title: string, address: string, t: Translate): ComponentChildren[] {
  const { overall } = scored;
  return [
    <a href={address}>{title}</a>,
    formatMean(overall.mean),
    formatNumber(overall.target),
    coverageText(overall, t),
    overall.belowTarget,
    assessment.assessed?.value ?? '–',
  ];
}

/** A row of the heat map. */
export function rollUpRow({ assessment, path, scored, individuals }: Checked, name: string): RollUpRow {
  const individual = individuals?.length ? individualProgress(individuals) : undefined;
  return { name, path, assessed: assessment.assessed?.value, scored, individual };
}

/** The rows of the heat map, without files that cannot be scored. */
function rollUpRows(checked: readonly Checked[], titles: readonly string[]): RollUpRow[] {
  return checked.flatMap((one, index) => (isScorable(one.assessment) ? [rollUpRow(one, titles[index] ?? '')] : []));
}
