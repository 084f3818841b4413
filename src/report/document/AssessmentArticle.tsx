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
import { comparedWithBaseline } from '../comparison/comparison';
import { agreementIn } from '../../scoring/consensus';
import { baselineName } from './summary/digest';
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

/** One assessment in full: summary, contents, radar, grid, plan, services, problems. */
export function AssessmentArticle(props: Props): JSX.Element {
  const { checked, view, sheet, t, anchor } = props;
  return (
    <article id={anchor}>
      <header class="head">
        <Summary view={view} t={t} fileName={titleOf(checked, t)} />
        <Facts checked={checked} t={t} />
      </header>
      <Contents {...props} />
      {isScorable(checked.assessment) ? <Scores {...props} /> : <p class="unjudged">{t('overview.unjudged')}</p>}
      <div id={`${anchor}-requirements`}>
        <RequirementsSection checked={checked} view={view} sheet={sheet} t={t} />
      </div>
      <Problems checked={checked} t={t} anchor={anchor} />
    </article>
  );
}

/** All that a file that can be scored says: areas, grid, changes, trend, agreement, plan, services. */
function Scores({ checked, view, sheet, t, anchor }: Props): JSX.Element {
  const shared = { sheet, view, t, anchor };
  return (
    <>
      <section class="areas">
        <h2>{t('view.areas')}</h2>
        <div class="areas-flow">
          <AreaList {...shared} />
          <Radar {...shared} />
        </div>
      </section>
      <section class="grid-section" id={`${anchor}-grid`}>
        <h2>{t('view.grid')}</h2>
        <Grid {...shared} />
      </section>
      <div id={`${anchor}-changes`}>
        <ChangeSection checked={checked} sheet={sheet} t={t} />
      </div>
      {checked.history && (
        <section class="trend-section" id={`${anchor}-trend`}>
          <h2>{t('view.trend')}</h2>
          <Trend points={checked.history} sheet={sheet} t={t} />
        </section>
      )}
      <div id={`${anchor}-agreement`}>
        <AgreementSection assessment={checked.assessment} sheet={sheet} t={t} full />
      </div>
      <div id={`${anchor}-plan`}>
        <Plan {...shared} />
      </div>
      {areaRows(sheet, view.scored).map(({ area, rows }) => (
        <section class="services" id={`${anchor}-services-${area.id}`}>
          <h2>{nameOf(area)}</h2>
          {rows.map((row) => (
            <ServiceSection row={row} details={view.details[row.service.id]} t={t} />
          ))}
        </section>
      ))}
    </>
  );
}

/** The parts of the article that there are, as links. */
function Contents({ checked, sheet, t, anchor }: Props): JSX.Element {
  const { assessment, history, sources = [], problems } = checked;
  const scorable = isScorable(assessment);
  const compared = scorable && comparedWithBaseline(checked);
  const agreed = scorable && agreementIn(sheet, assessment).length > 0;
  const parts: readonly (readonly [id: string, name: string | false | undefined])[] = [
    ['grid', scorable && t('view.grid')],
    ['changes', compared && t('change.since', { name: baselineName(compared.before) })],
    ['trend', scorable && history && t('view.trend')],
    ['agreement', agreed && t('view.agreement')],
    ['plan', scorable && t('view.plan')],
    ...sheet.areas.map((area) => [`services-${area.id}`, scorable && nameOf(area)] as const),
    ['requirements', sources.length > 0 && t('crosswalk.title')],
    ['problems', problems.length > 0 && t('report.problems')],
  ];
  return (
    <section class="contents">
      <h2>{t('report.short.contents')}</h2>
      <ul>
        {parts.map(
          ([id, name]) =>
            name && (
              <li>
                <a href={`#${anchor}-${id}`}>{name}</a>
              </li>
            ),
        )}
      </ul>
    </section>
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
  { key: 'report.column.severity', kind: 'day' },
  { key: 'report.column.problem' },
  { key: 'report.column.rule' },
];

function Problems({ checked, t, anchor }: Pick<Props, 'checked' | 't' | 'anchor'>): JSX.Element | null {
  if (!checked.problems.length) return null;
  return (
    <section class="problems" id={`${anchor}-problems`}>
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
