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
import { earlierName } from './summary/digest';
import { comparedWithEarlier } from '../comparison/comparison';
import type { Checked } from '../check/result';

/** What changed since the version asked for: the averages by area, and the services that changed. */
export function ChangeSection({
  checked,
  sheet,
  t,
}: {
  checked: Checked;
  sheet: Sheet;
  t: Translate;
}): JSX.Element | null {
  const compared = comparedWithEarlier(checked);
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
      <h2>{t('change.since', { name: earlierName(before) })}</h2>
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

/** The averages before and after, a row for each area. */
function Averages({ areas, t }: { readonly areas: readonly Moved[]; readonly t: Translate }): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          {(['change.area', 'change.before', 'change.after', 'change.difference'] as const).map((key, index) => (
            <th scope="col" class={index ? 'figure' : undefined}>
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <tr>
            <th scope="row">{area.name}</th>
            <td class="figure">{formatMean(area.before.mean)}</td>
            <td class="figure">{formatMean(area.after.mean)}</td>
            <td class="figure">{differenceText(area)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
