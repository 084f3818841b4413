import type { JSX } from 'preact';
import { standings, type Standing, type TouchedService } from '../../crosswalk/standing';
import type { Translate } from '../../messages/messages';
import { printable } from '../../messages/printable';
import { findService, nameOf, type Sheet } from '../../sheet/sheet';
import type { Checked } from '../check/result';
import { ReportTable, type Column } from './ReportTable';
import type { AssessmentView } from '../../views/model';
import { sourceFacts, standingWords, touchedFacts } from '../../views/requirement-words';

interface Props {
  readonly checked: Checked;
  readonly view: AssessmentView;
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** The requirements of the sources that an assessment names: what they touch, and its standing. */
export function RequirementsSection({ checked, view, sheet, t }: Props): JSX.Element | null {
  const { sources = [], scored } = checked;
  if (sources.length === 0) return null;
  return (
    <section class="changes requirements">
      <h2>{t('crosswalk.title')}</h2>
      <p>{t('crosswalk.orientation')}</p>
      {sources.map((source) => (
        <>
          <h3>{source.title}</h3>
          <p class="state">{sourceFacts(source, t, printable).join(t('view.separator'))}</p>
          <RequirementTable standing={standings(source, scored)} view={view} sheet={sheet} t={t} />
        </>
      ))}
    </section>
  );
}

interface TableProps extends Pick<Props, 'view' | 'sheet' | 't'> {
  readonly standing: readonly Standing[];
}

const columns: readonly Column[] = [
  { key: 'crosswalk.column.requirement' },
  { key: 'crosswalk.column.where' },
  { key: 'crosswalk.column.service' },
];

function RequirementTable({ standing, view, sheet, t }: TableProps): JSX.Element {
  return (
    <ReportTable
      columns={columns}
      rows={standing.map((one) => [
        <>
          <strong>{one.requirement.id}</strong> {one.requirement.subject}
        </>,
        standingWords(one, t),
        <ul>
          {one.services.map((touched) => (
            <li>
              {serviceText(touched, { view, sheet, t })}
              {touched.mapping.reason && <p class="why">{touched.mapping.reason}</p>}
            </li>
          ))}
        </ul>,
      ])}
      t={t}
    />
  );
}

function serviceText(touched: TouchedService, { view, sheet, t }: Pick<Props, 'view' | 'sheet' | 't'>): string {
  const id = touched.mapping.service;
  const service = findService(sheet, id);
  const name = service ? nameOf(service) : id;
  return [name, ...touchedFacts(touched, view.details[id], t)].join(t('view.separator'));
}
