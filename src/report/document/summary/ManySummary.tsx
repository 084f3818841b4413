import type { ComponentChildren, JSX } from 'preact';
import { isScorable } from '../../../assessment/scorable';
import type { Translate } from '../../../messages/messages';
import { formatMean, formatNumber } from '../../../scoring/score';
import { RollUp } from '../../../views/RollUp';
import { coverageText } from '../../../views/rows';
import type { ReportInput } from '../../report';
import { reportTitle } from '../report-words';
import { rollUpRow } from '../AssessmentList';
import { listColumns } from '../AssessmentList';
import { ReportTable, type Column } from '../ReportTable';
import { Sentences } from './OneSummary';
import type { Ranked } from './ranking';
import { sentencesOfAll } from './sentences';

interface Props extends Pick<ReportInput, 'sheet' | 't' | 'today'> {
  /** In display order. */
  readonly all: readonly Ranked[];
}

/** The first pages of a report of several assessments: their ranking, and a heat map across the page. */
export function ManySummary(props: Props): JSX.Element {
  const { all, sheet, t } = props;
  const checked = all.map(({ one }) => one);
  const scorable = all.filter(({ one }) => isScorable(one.assessment));
  const rows = scorable.map(({ one, title }) => rollUpRow(one, title));
  return (
    <>
      <section class="overview short">
        <h1>{reportTitle(checked, t)}</h1>
        <Sentences sentences={sentencesOfAll(checked, props)} t={t} />
        <h2>{t('report.short.ranking')}</h2>
        <ReportTable columns={columns} rows={all.map((row) => rankingCells(row, placeOf(row, all), t))} t={t} />
      </section>
      {rows.length > 0 && (
        <section class="side-by-side">
          <h2>{t('view.roll-title')}</h2>
          <RollUp shown={{ groups: [{ rows }], unscored: [], folded: [] }} sheet={sheet} t={t} />
        </section>
      )}
    </>
  );
}

const columns: readonly Column[] = [{ key: 'report.short.rank', kind: 'figure' }, ...listColumns];

/** The rank, from 1; equal averages share it. */
function placeOf({ one }: Ranked, all: readonly Ranked[]): number | undefined {
  const { mean } = one.scored.overall;
  if (mean === null) return undefined;
  return all.filter(({ one: { scored } }) => (scored.overall.mean ?? -1) > mean).length + 1;
}

function rankingCells({ one, anchor, title }: Ranked, place: number | undefined, t: Translate): ComponentChildren[] {
  const { assessment, scored } = one;
  const { overall } = scored;
  const scorable = isScorable(assessment);
  return [
    place ?? '–',
    <a href={`#${anchor}`}>{title}</a>,
    formatMean(overall.mean),
    scorable ? formatNumber(overall.target) : '–',
    scorable ? coverageText(overall, t) : t('overview.unjudged'),
    scorable ? overall.belowTarget : '–',
    assessment.assessed?.value ?? '–',
  ];
}
