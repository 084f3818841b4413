/** Questions that come back filled in, as `report --format interview` writes them, read as a table. */
import { decodings } from '../overlay/import/decode';
import type { Reading, TableRow } from './csv-read';

/** What begins a service, and the lines to fill in, in every language. */
const heading = /^## (\d\.\d)\b/;
const score = /^(?:Score|スコア)[^:：]*[:：](.*)$/;
const note = /^(?:Note|備考)[^:：]*[:：](.*)$/;

/** The answers in some bytes; `undefined` where these are no questions of ours. */
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
  note?: string[];
}

/** A row for each service that was answered; a note goes on to the next heading. */
function rowsOf(lines: readonly string[]): TableRow[] {
  const answers: Answer[] = [];
  for (const [index, line] of lines.entries()) {
    const id = heading.exec(line)?.[1];
    const last = answers.at(-1);
    if (id !== undefined) answers.push({ id, row: index + 1 });
    else if (last) readLine(last, line);
  }
  return answers.map(({ id, row, score: given = '', note: lines = [] }) => ({
    row,
    cells: { id, score: given, note: lines.join('\n').trim() },
    tooLong: false,
  }));
}

function readLine(answer: Answer, line: string): void {
  const given = answer.note ? undefined : score.exec(line)?.[1];
  const remark = answer.note ? undefined : note.exec(line)?.[1];
  if (answer.note) answer.note.push(line);
  else if (given !== undefined) answer.score = given.trim();
  else if (remark !== undefined) answer.note = [remark.trim()];
}
