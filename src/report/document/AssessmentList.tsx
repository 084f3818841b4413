import type { JSX } from 'preact';
import { isJudged } from '../../assessment/scorable';
import type { Translate } from '../../messages/messages';
import { formatMean, formatNumber } from '../../scoring/score';
import type { Sheet } from '../../sheet/sheet';
import { RollUp, type RollUpRow } from '../../views/RollUp';
import { coverageText } from '../../views/rows';
import { reportTitle, titlesOf } from './report-words';
import type { Checked } from '../check/result';

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
            <th scope="col">{t('report.column.assessment')}</th>
            <th scope="col" class="figure">
              {t('view.average')}
            </th>
            <th scope="col" class="figure">
              {t('report.column.target')}
            </th>
            <th scope="col">{t('report.column.coverage')}</th>
            <th scope="col" class="figure">
              {t('view.filter-below')}
            </th>
            <th scope="col">{t('report.column.assessed')}</th>
          </tr>
        </thead>
        <tbody>
          {checked.map((one, index) => {
            const { overall } = one.scored;
            return (
              <tr>
                <th scope="row">
                  <a href={`#assessment-${index + 1}`}>{titles[index]}</a>
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
      <h2>{t('view.roll-title')}</h2>
      <RollUp rows={rollUpRows(checked, titles)} sheet={sheet} t={t} />
    </section>
  );
}

/** The rows of the heat map: files that can not be judged have no scores to show. */
function rollUpRows(checked: readonly Checked[], titles: readonly string[]): RollUpRow[] {
  return checked.flatMap(({ assessment, path, scored }, index) => {
    const row = { name: titles[index] ?? '', path, assessed: assessment.assessed?.value, scored };
    return isJudged(assessment) ? [row] : [];
  });
}
