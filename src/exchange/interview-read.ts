/** Reads a completed interview form, as written by `report --format interview`, as a table. */
import { decodings } from '../overlay/import/decode';
import type { CriterionState } from '../assessment/criterion-states';
import type { Reading, TableRow } from './csv-read';

/** The heading of a service; below it the lines to fill in, in every language. */
const heading = /^## (\d\.\d)\b/;
const score = /^(?:Score|スコア)[^:：]*[:：](.*)$/;
const note = /^(?:Note|メモ|備考)[^:：]*[:：](.*)$/;

/** A criterion with the content of its brackets. */
const criterion = /^\s*[-*+] \[([^\]]{0,20})\]\s*\**(\d[a-z])\b/i;

/** The marks written in a criterion's brackets, with the state each stands for. */
const marks: ReadonlyMap<string, CriterionState> = new Map([
  ['x', 'met'],
  ['✓', 'met'],
  ['~', 'partly'],
  ['-', 'unmet'],
  ['/', 'not-applicable'],
]);

/** The answers in a form; `undefined` where the bytes are not one of our forms. */
export function readInterview(bytes: Uint8Array): readonly Reading[] | undefined {
  const readings = decodings(bytes).flatMap(({ text, encoding }): Reading[] => {
    const rows = rowsOf(text.split(/\r\n|\n|\r/));
    return rows.length > 0 ? [{ encoding, rows }] : [];
  });
  return readings.length > 0 ? readings : undefined;
}

interface Answer {
  readonly id: string;
  readonly row: number;
  score?: string;
  /** In the form of a table's cells. */
  readonly criteria: string[];
  note?: string[];
}

/** One row for each answered service; a note continues to the next heading. */
function rowsOf(lines: readonly string[]): TableRow[] {
  const answers: Answer[] = [];
  for (const [index, line] of lines.entries()) {
    const id = heading.exec(line)?.[1];
    const last = answers.at(-1);
    if (id !== undefined) answers.push({ id, row: index + 1, criteria: [] });
    else if (last) readLine(last, line);
  }
  return answers.map((answer) => ({ row: answer.row, cells: cellsOf(answer), tooLong: false }));
}

/** The answered cells. The form does not show the present state, so empty answers remove nothing. */
function cellsOf({ id, score: given = '', criteria, note: lines = [] }: Answer): TableRow['cells'] {
  const written = lines.join('\n').trim();
  return {
    id,
    ...(given && { score: given }),
    ...(criteria.length > 0 && { criteria: criteria.join('\n') }),
    ...(written && { note: written }),
  };
}

function readLine(answer: Answer, line: string): void {
  const given = answer.note ? undefined : score.exec(line)?.[1];
  const remark = answer.note ? undefined : note.exec(line)?.[1];
  const [, mark = '', id = ''] = (!answer.note && criterion.exec(line)) || [];
  if (mark.trim()) answer.criteria.push(`${id}: ${stateMarked(mark)}`);
  else if (answer.note) answer.note.push(line);
  else if (given !== undefined) answer.score = given.trim();
  else if (remark !== undefined) answer.note = [remark.trim()];
}

/** The state of a mark; an unknown mark is kept, and reported where the answers are read. */
function stateMarked(mark: string): string {
  const plain = mark.normalize('NFKC').trim().toLowerCase();
  return marks.get(plain) ?? plain;
}
