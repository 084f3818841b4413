import type { JSX } from 'preact';
import { isScorable } from '../../assessment/scorable';
import type { Translate } from '../../messages/messages';
import { nameOf, type Sheet } from '../../sheet/sheet';
import { AreaList } from '../../views/AreaList';
import { Grid } from '../../views/Grid';
import { CurrentLevel, NextLevel } from '../../views/Levels';
import type { AssessmentView, ServiceDetails } from '../../views/model';
import { Plan } from '../../views/Plan';
import { Radar } from '../../views/Radar';
import { Records } from '../../views/Records';
import { areaRows, stateText, type Row } from '../../views/rows';
import { Summary } from '../../views/Summary';
import { Trend } from '../../views/Trend';
import { Suggested } from '../../views/Suggested';
import { AgreementSection } from './AgreementSection';
import { ChangeSection } from './ChangeSection';
import { countProblems } from '../check/counts';
import { ReportTable, type Column } from './ReportTable';
import { RequirementsSection } from './RequirementsSection';
import { problemRows, titleOf } from './report-words';
import type { Checked } from '../check/result';
import { signatureTexts } from './signatures';
import { shownPath } from '../terminal/table';

interface Props {
  readonly checked: Checked;
  readonly view: AssessmentView;
  readonly sheet: Sheet;
  readonly t: Translate;
  /** The element id of the assessment within the page. */
  readonly anchor: string;
}

/** One assessment in full: summary, radar, grid, plan, services, problems. */
export function AssessmentArticle(props: Props): JSX.Element {
  const { checked, view, sheet, t, anchor } = props;
  const shared = { sheet, view, t, anchor };
  const scorable = isScorable(checked.assessment);
  return (
    <article id={anchor}>
      <header class="head">
        <Summary view={view} t={t} fileName={titleOf(checked, t)} />
        <Facts checked={checked} t={t} />
      </header>
      {scorable ? (
        <>
          <section class="areas">
            <h2>{t('view.areas')}</h2>
            <div class="areas-flow">
              <AreaList {...shared} />
              <Radar {...shared} />
            </div>
          </section>
          <section class="grid-section">
            <h2>{t('view.grid')}</h2>
            <Grid {...shared} />
          </section>
          <ChangeSection checked={checked} sheet={sheet} t={t} />
          {checked.history && (
            <section class="trend-section">
              <h2>{t('view.trend')}</h2>
              <Trend points={checked.history} sheet={sheet} t={t} />
            </section>
          )}
          <AgreementSection assessment={checked.assessment} sheet={sheet} t={t} full />
          <Plan {...shared} />
          {areaRows(sheet, view.scored).map(({ area, rows }) => (
            <section class="services">
              <h2>{nameOf(area)}</h2>
              {rows.map((row) => (
                <ServiceSection row={row} details={view.details[row.service.id]} t={t} />
              ))}
            </section>
          ))}
        </>
      ) : (
        <p class="unjudged">{t('overview.unjudged')}</p>
      )}
      <RequirementsSection checked={checked} view={view} sheet={sheet} t={t} />
      <Problems checked={checked} t={t} />
    </article>
  );
}

/** The sign-offs, and the path of the file. */
function Facts({ checked, t }: { checked: Checked; t: Translate }): JSX.Element {
  const facts = [...signatureTexts(checked.assessment, t), shownPath(checked.path, t)];
  return (
    <>
      {facts.map((fact) => (
        <p class="path">{fact}</p>
      ))}
    </>
  );
}

function ServiceSection({ row, details, t }: { row: Row; details?: ServiceDetails; t: Translate }): JSX.Element {
  const { service, scored } = row;
  return (
    <section class={`service ${scored.state}`}>
      <h3>
        <span class="id">{service.id}</span> {service.title}
      </h3>
      <p class="state">{stateText(row, t)}</p>
      <Suggested row={row} t={t} />
      <p class="objective">{service.objective}</p>
      {scored.score !== null && (
        <div class="levels">
          <CurrentLevel row={row} details={details?.criteria} t={t} heading="h4" />
          <NextLevel row={row} details={details?.criteria} t={t} heading="h4" />
        </div>
      )}
      {details && <Records service={service.id} details={details} t={t} heading="h4" />}
    </section>
  );
}

const problemColumns: readonly Column[] = [
  { key: 'report.column.line', kind: 'figure' },
  { key: 'report.column.severity' },
  { key: 'report.column.problem' },
  { key: 'report.column.rule' },
];

function Problems({ checked, t }: { checked: Checked; t: Translate }): JSX.Element | null {
  if (!checked.problems.length) return null;
  return (
    <section class="problems">
      <h2>{t('report.problems')}</h2>
      <p>{t('report.problem-count', { ...countProblems(checked.problems) })}</p>
      <ReportTable
        columns={problemColumns}
        rows={problemRows(checked, t).map(({ line, severity, message, rule }) => [
          line,
          severity,
          message,
          <code>{rule}</code>,
        ])}
        t={t}
      />
    </section>
  );
}
