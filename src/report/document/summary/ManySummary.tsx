import type { JSX } from 'preact';
import { isScorable } from '../../../assessment/scorable';
import { formatMean, formatNumber } from '../../../scoring/score';
import { RollUp } from '../../../views/RollUp';
import { coverageText } from '../../../views/rows';
import type { ReportInput } from '../../report';
import { reportTitle } from '../report-words';
import { Sentences } from './OneSummary';
import type { Ranked } from './ranking';
import { sentencesOfAll } from './sentences';

interface Props extends Pick<ReportInput, 'sheet' | 't' | 'today'> {
  /** In the order to be shown. */
  readonly all: readonly Ranked[];
}

/** The first pages of a report of several assessments: how they rank, and a heat map across the page. */
export function ManySummary(props: Props): JSX.Element {
  const { all, sheet, t } = props;
  const checked = all.map(({ one }) => one);
  const judged = all.filter(({ one }) => isScorable(one.assessment));
  const rows = judged.map(({ one: { assessment, path, scored }, title }) => {
    return { name: title, path, assessed: assessment.assessed?.value, scored };
  });
  return (
    <>
      <section class="overview short">
        <h1>{reportTitle(checked, t)}</h1>
        <Sentences sentences={sentencesOfAll(checked, props)} t={t} />
        <h2>{t('report.short.ranking')}</h2>
        <Ranking {...props} />
      </section>
      {rows.length > 0 && (
        <section class="side-by-side">
          <h2>{t('view.roll-title')}</h2>
          <RollUp rows={rows} sheet={sheet} t={t} />
        </section>
      )}
    </>
  );
}

function Ranking({ all, t }: Props): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" class="figure">
            {t('report.short.rank')}
          </th>
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
        {all.map((row) => (
          <RankingRow row={row} place={placeOf(row, all)} t={t} />
        ))}
      </tbody>
    </table>
  );
}

/** From 1; the same for equal averages. */
function placeOf({ one }: Ranked, all: readonly Ranked[]): number | undefined {
  const { mean } = one.scored.overall;
  if (mean === null) return undefined;
  return all.filter(({ one: { scored } }) => (scored.overall.mean ?? -1) > mean).length + 1;
}

function RankingRow({ row, place, t }: { row: Ranked; place?: number } & Pick<Props, 't'>): JSX.Element {
  const { assessment, scored } = row.one;
  const { overall } = scored;
  const judged = isScorable(assessment);
  return (
    <tr>
      <td class="figure">{place ?? '–'}</td>
      <th scope="row">
        <a href={`#${row.anchor}`}>{row.title}</a>
      </th>
      <td class="figure">{formatMean(overall.mean)}</td>
      <td class="figure">{judged ? formatNumber(overall.target) : '–'}</td>
      <td>{judged ? coverageText(overall, t) : t('overview.unjudged')}</td>
      <td class="figure">{judged ? overall.belowTarget : '–'}</td>
      <td class="day">{assessment.assessed?.value ?? '–'}</td>
    </tr>
  );
}
