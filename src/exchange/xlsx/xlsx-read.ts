/** Finds and reads the table of services in a workbook. */
import { utf8 } from '../../overlay/import/encodings';
import { columnCalled, editableColumns } from '../csv-columns';
import { readingFrom, refused, type Reading, type Unreadable } from '../csv-read';
import { WorkbookRefused } from './parts';
import { readWorkbook, type Worksheet } from './workbook';

/** A candidate table: the row of its column names, and the number of known ones. */
interface Candidate {
  readonly sheet: Worksheet;
  readonly head: number;
  readonly known: number;
}

/** Limit of rows above a table, for a title or filters. */
const deepestHead = 50;

/** The table of a workbook, as a reading in one encoding, or why it cannot be read. */
export function readXlsx(bytes: Uint8Array): { readonly readings: readonly Reading[] } | Unreadable {
  try {
    const candidates = readWorkbook(bytes).flatMap(candidateIn);
    const [best] = candidates.sort((a, b) => b.known - a.known);
    if (!best) return refused('import.no-table');
    const { sheet, head } = best;
    const rows = [...sheet.rows].filter(([number]) => number > head).sort(([a], [b]) => a - b);
    const lines = rows.map(([row, cells]) => ({ row, cells }));
    // Cells are addressed by column, so content beside the table does not shift them.
    const reading = readingFrom({ header: sheet.rows.get(head) ?? [], lines, encoding: utf8, width: Infinity });
    return 'refused' in reading ? reading : { readings: [reading] };
  } catch (error) {
    if (error instanceof WorkbookRefused) return refused(error.key);
    throw error;
  }
}

/** The first row that names the columns of services, as a candidate; the one with the most known columns is read. */
function candidateIn(sheet: Worksheet): Candidate[] {
  const numbers = [...sheet.rows.keys()].sort((a, b) => a - b).filter((number) => number <= deepestHead);
  for (const head of numbers) {
    const columns = new Set((sheet.rows.get(head) ?? []).map(columnCalled));
    const isTable = columns.has('id') && editableColumns.some((column) => columns.has(column));
    if (isTable) return [{ sheet, head, known: columns.size }];
  }
  return [];
}
