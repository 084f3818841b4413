import type { JSX } from 'preact';
import type { Translate } from '../../messages/messages';
import {
  type AggregateChange,
  changedServices,
  changeText,
  differenceText,
  meanChangeText,
  tallyText,
} from '../../scoring/compare';
import { formatMean } from '../../scoring/score';
import { findArea, findService, nameOf, type Sheet } from '../../sheet/sheet';
import { ReportTable, type Column } from './ReportTable';
import { baselineName } from './summary/digest';
import { comparedWithBaseline } from '../comparison/comparison';
import type { Checked } from '../check/result';

/** The changes since the baseline: the averages by area, and the changed services. */
export function ChangeSection({
  checked,
  sheet,
  t,
}: {
  checked: Checked;
  sheet: Sheet;
  t: Translate;
}): JSX.Element | null {
  const compared = comparedWithBaseline(checked);
  if (!compared) return null;
  const { before, comparison } = compared;
  const areas = [
    { name: t('report.overall'), ...comparison.overall },
    ...comparison.areas.map((area) => ({
      name: nameOf(findArea(sheet, area.id) ?? { id: area.id, title: '' }),
      ...area,
    })),
  ];
  return (
    <section class="changes">
      <h2>{t('change.since', { name: baselineName(before) })}</h2>
      <p>
        {meanChangeText(comparison.overall, t)} · {tallyText(comparison, t)}
      </p>
      <ul>
        {changedServices(comparison).map((change) => (
          <li>
            <span class="id">{change.id}</span> {findService(sheet, change.id)?.title}: {changeText(change, t)}
          </li>
        ))}
      </ul>
      <Averages areas={areas} t={t} />
    </section>
  );
}

interface Moved extends AggregateChange {
  readonly name: string;
}

const columns: readonly Column[] = [
  { key: 'change.area', kind: 'name' },
  { key: 'change.before', kind: 'figure' },
  { key: 'change.after', kind: 'figure' },
  { key: 'change.difference', kind: 'figure' },
];

/** The averages before and after, one row per area. */
function Averages({ areas, t }: { readonly areas: readonly Moved[]; readonly t: Translate }): JSX.Element {
  return (
    <ReportTable
      columns={columns}
      rows={areas.map((area) => [
        area.name,
        formatMean(area.before.mean),
        formatMean(area.after.mean),
        differenceText(area),
      ])}
      t={t}
    />
  );
}
