/** Assessments as a table for spreadsheets: a row for each service, which can be changed and read back. */
import type { ServiceEntry } from '../assessment/assessment';
import type { Printable } from '../messages/safe-text';
import { scoredServices, type ScoredService } from '../scoring/score';
import { findArea, findService, nextLevel, type Sheet } from '../sheet/sheet';
import { columns, editableCells, recordCells, type Column } from './csv-columns';
import { csvTable } from './csv-table';
import type { ReportInput } from './report';
import type { Checked } from './result';

/**
 * Comma-separated values as spreadsheets take them: a byte order mark, CRLF, one line of column names, numbers bare and texts
 * in quotes. A table of several assessments says in a second column which file a row is from.
 */
export function csvReport({ checked, sheet }: Pick<ReportInput, 'checked' | 'sheet'>): Printable {
  const several = checked.length > 1;
  const fields = several ? ['id', 'file', ...columns.slice(1)] : [...columns];
  const rows = checked.flatMap((one) =>
    tableRows(one, sheet).map(({ id, ...cells }) => [id, ...(several ? [one.path] : []), ...Object.values(cells)]),
  );
  return csvTable(fields, rows);
}

/** The rows of one assessment, by column. */
export function tableRows(
  { assessment, scored }: Pick<Checked, 'assessment' | 'scored'>,
  sheet: Sheet,
): Record<Column, string | number>[] {
  return scoredServices(scored).map((service) => rowOf(service, assessment.services.get(service.id), sheet));
}

function rowOf(service: ScoredService, entry: ServiceEntry | undefined, sheet: Sheet): Record<Column, string | number> {
  const { id, state, score, target, gap } = service;
  const { excluded, note } = editableCells(service, entry);
  const { areaId = '', title = '' } = findService(sheet, id) ?? {};
  return {
    ...{ id, area: findArea(sheet, areaId)?.title ?? '', title, state },
    ...{ score: score ?? '', target, excluded, note, gap: gap ?? '' },
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
    ...{ level_summary: level?.summary ?? '', level_description: level?.description ?? '' },
    ...{
      next_level: next?.number ?? '',
      next_summary: next?.level.summary ?? '',
      next_description: next?.level.description ?? '',
    },
  };
}
