/** An assessment as the table from which CISO Assistant's import wizard creates an audit. */
import type { ServiceEntry } from '../../assessment/assessment';
import { recordCells } from '../../exchange/csv-columns';
import type { Printable } from '../../messages/safe-text';
import { scoredServices, type ScoredService } from '../../scoring/score';
import { findService } from '../../sheet/sheet';
import type { ReportInput } from '../report';
import { csvTable, type Cell } from '../table/csv-table';
import { nodeUrn } from './urns';

const fields = [
  'urn',
  'assessable',
  'ref_id',
  'name',
  'description',
  'compliance_result',
  'requirement_progress',
  'score',
  'observations',
];

/**
 * The output of `report --format ciso-assistant`: one row for each area and service of the library from `sheet --format
 * ciso-assistant`. A score that reaches its target is compliant, 0 is non-compliant, and scores in between are
 * partially compliant; an excluded service is not applicable. Note, evidence and actions form the observation.
 */
export function auditCsv({ checked, sheet, t }: ReportInput): Printable {
  const rows = checked.flatMap(({ assessment, scored }) => {
    const services = new Map(scoredServices(scored).map((service) => [service.id, service]));
    return sheet.areas.flatMap(({ id, title, summary, services: own }) => [
      [nodeUrn(sheet, id), 'False', id, title, summary, '', '', '', ''],
      ...own.flatMap((service) => {
        const found = services.get(service.id);
        return found ? [rowOf(found, assessment.services.get(service.id), { sheet, t })] : [];
      }),
    ]);
  });
  return csvTable(fields, rows);
}

function rowOf(
  service: ScoredService,
  entry: ServiceEntry | undefined,
  { sheet, t }: Pick<ReportInput, 'sheet' | 't'>,
): Cell[] {
  const { id, state, score, reason } = service;
  const { title = '', objective = '' } = findService(sheet, id) ?? {};
  const start = [nodeUrn(sheet, id), state === 'out-of-scope' ? 'False' : 'True', id, title, objective];
  if (state === 'out-of-scope') return [...start, '', '', '', ''];
  const { evidence, plan } = recordCells(entry);
  const named = [
    ...(evidence ? [`${t('view.evidence')}\n${evidence}`] : []),
    ...(plan ? [`${t('view.plan')}\n${plan}`] : []),
  ];
  const observations = [reason ?? '', entry?.note?.value.trimEnd() ?? '', ...named].filter(Boolean).join('\n\n');
  return [...start, resultOf(service), state === 'unscored' ? 'to_do' : 'done', score ?? '', observations];
}

function resultOf({ state, score, gap }: ScoredService): string {
  if (state === 'excluded') return 'not_applicable';
  if (state !== 'scored') return 'not_assessed';
  if (gap === 0) return 'compliant';
  return score === 0 ? 'non_compliant' : 'partially_compliant';
}
