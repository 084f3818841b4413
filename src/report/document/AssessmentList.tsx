import type { JSX } from 'preact';
import { isScorable } from '../../assessment/scorable';
import type { MessageKey, Translate } from '../../messages/messages';
import { formatMean, formatNumber } from '../../scoring/score';
import type { Sheet } from '../../sheet/sheet';
import { RollUp, type RollUpRow } from '../../views/RollUp';
import { coverageText } from '../../views/rows';
import { reportTitle, titlesOf } from './report-words';
import type { Checked } from '../check/result';

/** A column's heading; figures are aligned to the right. */
interface Column {
  readonly key: MessageKey;
  readonly figure?: boolean;
}

const columns: readonly Column[] = [
  { key: 'report.column.assessment' },
  { key: 'view.average', figure: true },
  { key: 'report.column.target', figure: true },
  { key: 'report.column.coverage' },
  { key: 'view.filter-below', figure: true },
  { key: 'report.column.assessed' },
];

/** Several assessments on one page: a row for each, which leads to it. */
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
      <table>
        <thead>
          <tr>
            {columns.map(({ key, figure }) => (
              <th scope="col" class={figure ? 'figure' : undefined}>
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checked.map((one, index) => (
            <Row checked={one} title={titles[index] ?? ''} address={`#assessment-${index + 1}`} t={t} />
          ))}
        </tbody>
      </table>
      <h2>{t('view.roll-title')}</h2>
      <RollUp rows={rollUpRows(checked, titles)} sheet={sheet} t={t} />
    </section>
  );
}

interface RowProps {
  readonly checked: Checked;
  readonly title: string;
  /** Where the assessment stands in this document. */
  readonly address: string;
  readonly t: Translate;
}

function Row({ checked: { assessment, scored }, title, address, t }: RowProps): JSX.Element {
  const { overall } = scored;
  return (
    <tr>
      <th scope="row">
        <a href={address}>{title}</a>
      </th>
      <td class="figure">{formatMean(overall.mean)}</td>
      <td class="figure">{formatNumber(overall.target)}</td>
      <td>{coverageText(overall, t)}</td>
      <td class="figure">{overall.belowTarget}</td>
      <td>{assessment.assessed?.value ?? '–'}</td>
    </tr>
  );
}

/** The rows of the heat map: files that cannot be judged have no scores to show. */
function rollUpRows(checked: readonly Checked[], titles: readonly string[]): RollUpRow[] {
  return checked.flatMap(({ assessment, path, scored }, index) => {
    const row = { name: titles[index] ?? '', path, assessed: assessment.assessed?.value, scored };
    return isScorable(assessment) ? [row] : [];
  });
}
