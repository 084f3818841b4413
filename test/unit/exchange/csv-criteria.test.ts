import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import { parse } from 'yaml';
import { criterionStates } from '../../../src/assessment/vocabulary';
import { parseAssessment } from '../../../src/assessment/parse';
import { applyEdits } from '../../../src/assessment/yaml/text-edit';
import { planImport } from '../../../src/exchange/csv-import';
import { readTable as readCsv } from '../../../src/exchange/csv-read';
import { readTable } from '../../../src/exchange/read-table';
import { translator } from '../../../src/messages/catalogues';
import { unprintable } from '../../../src/messages/unprintable';
import { xlsxReport } from '../../../src/report/table/xlsx';
import { criteriaOf } from '../../../src/sheet/criteria';
import { findService } from '../../../src/sheet/sheet';
import { checked, exported, imported } from '../../support/csv-tables';
import { sheets } from '../../support/views';
import { yaml } from '../../support/yaml';

const file = `sheet: psirt-maturity@1.0
services:
  "1.1": 3
  "2.1":
    score: 2
    criteria:
      2a: met # by mail
      2b: { state: met, evidence: [docs/intake.md, https://a.example/x], note: "=1+1; 3a: met" }
      3a: partly
      3b:
`;
const cell = yaml`
  2a: met
  2b: met; evidence: docs/intake.md, https://a.example/x; note: =1+1; 3a: met
  3a: partly
  3b: -`;
const rowsIn = (csv: string) => Papa.parse<Record<string, string>>(csv.slice(1), { header: true }).data;
const columnOf = (csv: string, id: string) => rowsIn(csv).find((row) => row['id'] === id)?.['criteria'];
/** What the file says of 2.1 in the end. */
const valueOf = (source: string): Record<string, unknown> => parse(source).services['2.1'].criteria;
const returned = (criteria: string, source = file, id = '2.1') =>
  imported(`\ufeff${Papa.unparse([{ id, criteria }])}`, source);

describe('Criteria in a table', () => {
  it('are a line an answer, and no column where none is answered', () => {
    assert.equal(columnOf(exported(file), '2.1'), cell);
    assert.equal(columnOf(exported(file), '1.1'), '');
    assert.doesNotMatch(exported(), /"criteria"/);
    assert.deepEqual(imported(exported(file), file), { changes: [], remarks: [], gone: [], come: [] });
  });

  it('come back as the answers that were changed, each in its place', () => {
    const { changes, remarks, gone, come } = returned(
      cell
        .replace('2a: met', '2a: unmet')
        .replace('2b: met', '2b: partly')
        .replace('3b: -', '3B：Not-applicable；4a Met'),
    );
    const [other] = changes;
    assert.match(other ?? '', /^2\.1: criteria “2a: met 2b: met; .*” → “2a: unmet 2b: partly; /);
    assert.deepEqual(remarks, []);
    assert.deepEqual(gone, [
      '      2a: met # by mail',
      '      2b: { state: met, evidence: [docs/intake.md, https://a.example/x], note: "=1+1; 3a: met" }',
      '      3b:',
    ]);
    assert.deepEqual(come, [
      '      2a: unmet # by mail',
      '      2b: { state: partly, evidence: [docs/intake.md, https://a.example/x], note: "=1+1; 3a: met" }',
      '      3b: not-applicable',
      '      4a: met',
    ]);
  });

  it('are begun in a table that had none: with a column of that name', () => {
    assert.deepEqual(returned('1a: met; 2b: partly', file, '1.1').come, [
      '  "1.1":',
      '    score: 3',
      '      1a: met',
      '      2b: partly',
    ]);
    const { changes } = imported(
      yaml`
        id,score,Criteria
        2.2,4,"1a: met
        2a: unmet"
      `,
      file,
    );
    assert.deepEqual(changes, ['2.2: score none → 4; criteria none → “1a: met 2a: unmet”']);
  });

  it('lose an answer for a dash alone, its evidence and note stay', () => {
    assert.deepEqual(returned(cell.replace('3a: partly', '3a: -')).gone, ['      3a: partly']);
    assert.deepEqual(returned('-').come, [
      '      2b: { evidence: [docs/intake.md, https://a.example/x], note: "=1+1; 3a: met" }',
    ]);
    assert.deepEqual(returned('', '').remarks, []);
    assert.match(returned('').remarks.join(), /“criteria” is empty, so the value in the file .* stays/);
    assert.deepEqual(returned('3a: met').remarks, [
      'row 2 (2.1): The answers to 2a, 2b, 3b are gone from “criteria”, but stay in the file. To remove one, write “-” for its state.',
    ]);
  });

  it('keep a row out where an answer can not be told, and say which', () => {
    const remarks = (criteria: string, id = '2.1') => {
      const all = returned(criteria, file, id);
      assert.deepEqual(all.changes, []);
      return all.remarks.map((remark) => remark.replace(/^row 2 \(.\..\): /, ''));
    };
    const bad = (value: string) =>
      `An answer to a criterion is its ID and met, partly, unmet or not-applicable, such as “2a: met” (“2a: -” takes it away), not “${value}”.`;
    assert.deepEqual(remarks('2a: unmet\n2c: perhaps'), [bad('2c: perhaps')]);
    assert.deepEqual(remarks('=HYPERLINK("x")'), [bad('=HYPERLINK("x")')]);
    assert.deepEqual(remarks('45323'), [bad('45323')]);
    assert.deepEqual(remarks('2a: unmet, 2b: met'), [bad('2a: unmet, 2b: met')]);
    assert.deepEqual(remarks('TRUE'), [bad('TRUE')]);
    assert.deepEqual(remarks('2z: met'), ['The service has no criterion “2z”.']);
    assert.deepEqual(remarks('1a: met', '6.3'), ['The service has no criterion “1a”.']);
    assert.deepEqual(remarks('2c: met; 2c: unmet'), [
      'Criterion “2c” is answered twice, and which of the two is right cannot be told.',
    ]);
  });

  it('say so where evidence or a note are different: these are not taken over', () => {
    const { changes, remarks } = returned(cell.replace('note: =1+1', 'note: two'));
    assert.deepEqual(changes, []);
    assert.deepEqual(remarks, [
      'row 2 (2.1): Evidence and note of criterion 2b are different but cannot be imported: change them in the file itself.',
    ]);
  });

  it('have ids in the file that the sheet does not: they stay, and can be taken away', () => {
    const source = 'services: { "2.1": { criteria: { 9z: met, "a;b": met, 1a: met } } }';
    assert.deepEqual(imported(exported(source), source).remarks, []);
    assert.deepEqual(
      returned(
        yaml`
          9z: -
          a;b: met
          1a: met`,
        source,
      ).come,
      [source.replace('9z: met, ', '')],
    );
  });

  const answers = fc.dictionary(
    fc.constantFrom(...criteriaOf(findService(sheets.en, '2.1') ?? assert.fail()).map(({ id }) => id)),
    fc.oneof(
      fc.constantFrom(...criterionStates, null),
      fc.record(
        {
          state: fc.constantFrom(...criterionStates),
          evidence: fc.array(fc.constantFrom('a.md', 'b;c.md', '=x.md'), { maxLength: 2 }),
          note: fc.oneof(
            fc.constantFrom('two\nlines', '; 2a: met', 'a; note: b', '=1+1', 'メモ', '\r', '%0A', "'x"),
            // A workbook has no room for what cannot be shown.
            fc
              .string({ unit: 'binary', maxLength: 8 })
              .map((text) => text.replace(unprintable(), '').replace(/\ufffd/g, '')),
          ),
        },
        { requiredKeys: [] },
      ),
    ),
    { noNullPrototype: true },
  );
  const sourceOf = (criteria: object) => yaml`
    services:
      "2.1": ${JSON.stringify({ score: 2, criteria })}
  `;

  it('change nothing as they are, whatever they say, in CSV and in a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(answers, fc.constantFrom('en' as const, 'ja' as const), async (criteria, language) => {
        const source = sourceOf(criteria);
        assert.deepEqual(imported(exported(source), source), { changes: [], remarks: [], gone: [], come: [] });
        const bytes = await xlsxReport({
          checked: [checked(source)],
          sheet: sheets[language],
          t: translator(language),
          today: '2026-11-23',
        });
        const read = await readTable(bytes);
        const plan = 'readings' in read ? planImport(parseAssessment(source), read.readings, sheets.en) : assert.fail();
        assert.deepEqual(plan, { rows: [], remarks: [], edits: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('change as they are edited, and nothing else does', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...criterionStates)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(answers, edits, (criteria, picks) => {
        const ids = Object.keys(criteria);
        fc.pre(ids.length > 0);
        const source = sourceOf(criteria);
        const wished = new Map(picks.map(([pick, state]) => [ids[pick % ids.length] ?? '', state]));
        const rows = rowsIn(exported(source));
        const row = rows.find(({ id }) => id === '2.1') ?? assert.fail();
        for (const [id, state] of wished)
          row['criteria'] = (row['criteria'] ?? '').replace(new RegExp(`^${id}: (-|[a-z-]+)`, 'm'), `${id}: ${state}`);
        const read = readCsv(new TextEncoder().encode(`\ufeff${Papa.unparse(rows)}`));
        const plan = 'readings' in read ? planImport(parseAssessment(source), read.readings, sheets.en) : assert.fail();
        assert.deepEqual(plan.remarks, []);
        const expected = valueOf(source);
        for (const [id, state] of wished) {
          const was = expected[id];
          expected[id] = was !== null && typeof was === 'object' ? { ...was, state } : state;
        }
        assert.deepEqual(valueOf(applyEdits(source, plan.edits)), expected);
      }),
      { numRuns: 60 },
    );
  });
});
