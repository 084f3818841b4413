import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { formatMean, formatNumber } from '../scoring/score';
import { coverageText } from '../views/rows';
import { reportTitle, titleOf } from './report-words';
import type { Checked } from './result';

/** Several assessments on one page: a row for each, which leads to it. */
export function AssessmentList({ checked, t }: { checked: readonly Checked[]; t: Translate }): JSX.Element {
  return (
    <section class="overview">
      <h1>{reportTitle(checked, t)}</h1>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('report.column.assessment')}</th>
            <th scope="col" class="figure">{t('view.average')}</th>
            <th scope="col" class="figure">{t('report.column.target')}</th>
            <th scope="col">{t('report.column.coverage')}</th>
            <th scope="col" class="figure">{t('view.filter-below')}</th>
            <th scope="col">{t('report.column.assessed')}</th>
          </tr>
        </thead>
        <tbody>
          {checked.map((one, index) => {
            const { overall } = one.scored;
            return (
              <tr>
                <th scope="row">
                  <a href={`#assessment-${index + 1}`}>{titleOf(one, t)}</a>
                </th>
                <td class="figure">{formatMean(overall.mean)}</td>
                <td class="figure">{formatNumber(overall.target)}</td>
                <td>{coverageText(overall, t)}</td>
                <td class="figure">{overall.belowTarget}</td>
                <td>{one.assessment.assessed?.value ?? '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
