import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { csvReport } from '../../../../src/report/table/csv';
import { serviceIds } from '../../../../src/sheet/sheet';
import { sheets } from '../../../support/views';
import { within } from '../../../support/within';
import { checked, exported, imported, refusal } from '../../../support/csv-tables';
import { yaml } from '../../../support/yaml';

describe('The table for spreadsheets', () => {
  it('is as it has always been', () => {
    const golden = join(__dirname, '..', 'golden', 'services.csv');
    if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, exported());
    assert.equal(exported(), readFileSync(golden, 'utf8'));
  });

  it('has a byte order mark, CRLF, the id first, and a row for each service', () => {
    assert.match(exported(), /^\ufeff"id",/);
    const { data, errors } = Papa.parse<string[]>(exported().slice(1), { newline: '\r\n' });
    assert.deepEqual(
      [data.length, errors.length, new Set(data.slice(0, 29).map((row) => row.length)).size],
      [30, 0, 1],
    );
    assert.deepEqual(data[29], ['']);
  });

  it('is written at once, whatever blanks stand in an action or a note of evidence', () => {
    const blanks = ' '.repeat(100_000);
    const source = `services: { "1.1": { score: 3, evidence: [{ link: a, note: "b${blanks}c" }], plan: [{ action: "d${blanks}e" }] } }\n`;
    const csv = within(2000, () => exported(source));
    for (const end of ['c', 'e']) assert.ok(csv.includes(blanks + end));
  });

  it('holds no cell that a spreadsheet takes for a formula, and gives every text back as it was', () => {
    const odd = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      "'=1",
      "''+1",
      '\uff1d1',
      "'harmless",
      '=cmd|"/c calc"!A1',
      'a;=1',
      '"=1"',
      'x\n=1',
      'x;\u3000\u200b\ufeff\uff0b1',
      'x\t|1',
      'x;"=1&";y',
    ];
    const source = yaml`
      services:
      ${odd.map((note, index) => `  "${serviceIds[index]}": { note: ${JSON.stringify(note)} }`).join('\n')}
    `;
    for (const separator of [',', ';', '\t']) {
      // A spreadsheet that expects another separator takes our quotation marks for text.
      const cells = exported(source)
        .slice(1)
        .split(separator === ',' ? /"(?:,"|\r\n"|$)/ : /[;\t\r\n]+/);
      assert.deepEqual(
        cells.filter((cell) => /^[\s\u200b'"]*[=+\-@|\uff1d\uff0b]/.test(cell) && !/^["\s\u200b]*'/.test(cell)),
        [],
      );
    }
    const { changes, remarks } = imported(exported(source), source);
    assert.deepEqual({ changes, remarks }, { changes: [], remarks: [] });
  });

  it('puts every field in quotation marks, numbers and empty ones as well', () => {
    const lines = exported('services: { "1.1": 3 }').slice(1).trimEnd().split(/\r\n/);
    for (const line of lines) assert.match(line, /^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/);
  });

  it('says of several assessments which one a row is from', () => {
    const csv = csvReport({
      checked: [checked(), checked('services: { "1.1": 5 }', '=b.psirt.yaml')],
      sheet: sheets.en,
    });
    const rows = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data;
    assert.deepEqual(
      [rows.length, rows[0]?.['file'], rows[28]?.['file'], rows[28]?.['id'], rows[28]?.['score']],
      [56, 'a.psirt.yaml', "'=b.psirt.yaml", '1.1', '5'],
    );
    assert.match(refusal(csv), /several assessments/);
  });
});
