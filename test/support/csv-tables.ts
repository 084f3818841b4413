import assert from 'node:assert/strict';
import { parseAssessment } from '../../src/assessment/parse';
import { applyEdits } from '../../src/assessment/yaml/text-edit';
import { translator } from '../../src/messages/catalogues';
import { csvReport } from '../../src/report/table/csv';
import { planImport } from '../../src/exchange/csv-import';
import { changeText, remarkText } from '../../src/report/table/csv-import-text';
import { readTable } from '../../src/exchange/csv-read';
import { scoreAssessment } from '../../src/scoring/score';
import { sheets } from './views';

export const t = translator('en');

export const text = [
  'sheet: psirt-maturity@1.0',
  'target: 2.5 # for all',
  'services:',
  '  "1.1": 3   # Internal stakeholders',
  '  "1.2":',
  '    score: 2',
  '    target: 3 # ambitious',
  '    evidence: [=cmd|calc, { link: https://a.example/x, collected: 2026-01-02, expires: 2027-01-02, note: Minutes }]',
  '    note: |',
  '      First line.',
  '      - second, "quoted"',
  '    plan: [{ action: "@publish", owner: PSO, due: 2027-03-31 }, { action: Done that, done: 2026-02-03 }]',
  '  "1.3": { excluded: "=HYPERLINK(\\"https://evil.example\\")" }',
  '  "1.4": { excluded: }',
  '  "4.4": 0',
  '  "6.4": { note: "1.10" }',
  '',
].join('\n');

export function checked(source = text, path = 'a.psirt.yaml') {
  const assessment = parseAssessment(source);
  return { path, assessment, scored: scoreAssessment(sheets.en, assessment), problems: [] };
}

export const exported = (source = text) => csvReport({ checked: [checked(source)], sheet: sheets.en });

function tableOf(csv: string | Uint8Array) {
  return readTable(typeof csv === 'string' ? new TextEncoder().encode(csv) : csv);
}

/** What importing a table does to the file, in words and in its lines. */
export function imported(csv: string | Uint8Array, source = text) {
  const table = tableOf(csv);
  if (!('readings' in table)) assert.fail(t(table.refused, table.parameters));
  const { rows, remarks, edits } = planImport(parseAssessment(source), table.readings, sheets.en);
  const [old, now] = [source.split('\n'), applyEdits(source, edits).split('\n')];
  return {
    changes: rows.map((row) => `${row.id}: ${changeText(row, t)}`),
    remarks: remarks.map((remark) => remarkText(remark, t)),
    gone: old.filter((line) => !now.includes(line)),
    come: now.filter((line) => !old.includes(line)),
  };
}

export const table = (...rows: string[]) => ['id,score,target,excluded,note', ...rows].join('\r\n');

export const refusal = (csv: string | Uint8Array) => {
  const read = tableOf(csv);
  return 'refused' in read ? t(read.refused, read.parameters) : assert.fail();
};
