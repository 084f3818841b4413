/** The rows of the table for spreadsheets, one per service. */
import type { Assessment, ServiceEntry } from '../assessment/assessment';
import { scoredServices, type Scored, type ScoredService } from '../scoring/score';
import { findArea, findService, nextLevel, type Sheet } from '../sheet/sheet';
import { editableCells, recordCells, type Column } from './csv-columns';

/** The rows of one assessment, by column. */
export function tableRows(
  { assessment, scored }: { readonly assessment: Assessment; readonly scored: Scored },
  sheet: Sheet,
): Record<Column, string | number>[] {
  return scoredServices(scored).map((service) => rowOf(service, assessment.services.get(service.id), sheet));
}

function rowOf(service: ScoredService, entry: ServiceEntry | undefined, sheet: Sheet): Record<Column, string | number> {
  const { id, state, score, target, gap } = service;
  const { excluded, note, criteria } = editableCells(service, entry);
  const { areaId = '', title = '' } = findService(sheet, id) ?? {};
  return {
    id,
    area: findArea(sheet, areaId)?.title ?? '',
    title,
    state,
    score: score ?? '',
    target,
    excluded,
    note,
    criteria,
    gap: gap ?? '',
    ...levelCells(service, sheet),
    ...recordCells(entry),
  };
}

/** The level scored, and the next one up that the sheet describes. */
function levelCells({ id, score }: ScoredService, sheet: Sheet) {
  const service = findService(sheet, id);
  const level = score === null ? undefined : service?.levels[score];
  const next = service && score !== null ? nextLevel(service, score) : undefined;
  return {
    level_summary: level?.summary ?? '',
    level_description: level?.description ?? '',
    next_level: next?.number ?? '',
    next_summary: next?.level.summary ?? '',
    next_description: next?.level.description ?? '',
  };
}
