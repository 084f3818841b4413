import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import { parseAssessment } from '../../../src/assessment/parse';
import { applyEdits } from '../../../src/assessment/yaml/text-edit';
import { cellText, defused, undefused } from '../../../src/exchange/cell-text';
import { editableColumns, type EditableColumn } from '../../../src/exchange/csv-columns';
import { csvReport } from '../../../src/report/table/csv';
import { planImport } from '../../../src/exchange/csv-import';
import { readTable } from '../../../src/exchange/csv-read';
import { scoreAssessment } from '../../../src/scoring/score';
import { unprintable } from '../../../src/messages/unprintable';
import { composeSheet, outOfScopeIds } from '../../../src/sheet/sheet';
import wording from '../../../src/sheet/wording.en.json';
import { randomFiles } from '../../support/random-file';
import { yaml } from '../../support/yaml';

const sheet = composeSheet(wording);

type Cells = Record<string, string>;

function exported(text: string): string {
  const assessment = parseAssessment(text);
  return csvReport({
    checked: [{ path: 'a.psirt.yaml', assessment, scored: scoreAssessment(sheet, assessment), problems: [] }],
    sheet,
  });
}

function rowsOf(csv: string): Cells[] {
  return Papa.parse<Cells>(csv.slice(1), { header: true, skipEmptyLines: true }).data;
}

function imported(text: string, csv: string) {
  const table = readTable(new TextEncoder().encode(csv));
  assert.ok('readings' in table);
  return planImport(parseAssessment(text), table.readings, sheet);
}

const commentsOf = (text: string): string[] => (text.match(/# ?c\d+/g) ?? []).sort();

/** What a user may write into a row, and what the cells are to be then. */
const texts = fc.oneof(
  fc.constantFrom(
    'plain words',
    'two\nlines\n\n  indented\nend',
    '=1+1',
    '+1',
    '-x',
    '@a',
    "'=quoted",
    "''-",
    'a: b # c',
    '"q", \'s\'',
    '日本語の\nメモ',
    ' lead',
    '{{x}} [y](z)',
    '%0A',
    'tab\tin',
    '1',
    'true',
    '- item',
    '🧑‍💻\nx',
    '\\n',
    '~',
    'null',
  ),
  fc
    .string({ unit: 'binary', maxLength: 12 })
    .map((text) => `x${text.replace(unprintable(), '').replace(/\ufffd/g, '')}x`),
);
const wishes = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('score' as const), value: fc.integer({ min: 0, max: 5 }).map(String) }),
    fc.record({ kind: fc.constant('excluded' as const), value: texts }),
    fc.record({ kind: fc.constant('target' as const), value: fc.constantFrom('0', '2', '3.25', '5') }),
    fc.record({ kind: fc.constant('note' as const), value: texts }),
  ),
  { minLength: 1, maxLength: 3 },
);

/** Texts of what tables are made of, and of what makes formulas. */
const nasty = fc.string({
  unit: fc.constantFrom(...'=+-@|;,\t\n\r\'" \u00a0\u3000\u200b\ufeffx1＝＋－＠−'),
  maxLength: 20,
});

describe('A table and its way back', () => {
  it('gives every text back exactly, and lets no formula begin wherever a spreadsheet may begin a cell', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
        const safe = defused(text);
        assert.equal(undefused(safe), text);
        assert.doesNotMatch(safe, /(?:^|[;\t\n\r])[\p{Z}\p{Cf}"]*[=+\-@|＝＋－＠−]|^[\p{Z}\p{Cf}"]*[\t\n\r]/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing for any note and reason, as they are', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'grapheme' })), (text) => {
        const source = yaml`
          services:
            "1.1": { score: 2, note: ${JSON.stringify(text)} }
            "1.2": { excluded: ${JSON.stringify(text)} }
        `;
        const { rows, remarks } = imported(source, exported(source));
        assert.deepEqual({ rows, remarks }, { rows: [], remarks: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('changes not a byte when nothing was changed in it', () => {
    fc.assert(
      fc.property(randomFiles, ({ text }) => {
        const { rows, remarks, edits } = imported(text, exported(text));
        assert.deepEqual({ rows, remarks, edits }, { rows: [], remarks: [], edits: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('makes the changes made in it and no others, whatever the layout', () => {
    let [made, refused] = [0, 0];
    const cases = fc.record({
      file: randomFiles,
      picks: fc.array(fc.tuple(fc.nat({ max: 27 }), wishes), { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(cases, ({ file: { text, ordinary }, picks }) => {
        const table = rowsOf(exported(text));
        const wished = new Map<string, Partial<Record<EditableColumn, string>>>();
        for (const [index, list] of picks) {
          const row = table[index] ?? assert.fail();
          if (outOfScopeIds.includes(row['id'] ?? '')) continue;
          for (const { kind, value } of list) wished.set(row['id'] ?? '', wish(row, kind, value));
        }
        const { remarks, edits, rows } = imported(text, `\ufeff${Papa.unparse(table)}`);
        const failed = new Set(remarks.filter(({ kind }) => kind === 'error').map(({ id }) => id));
        const edited = applyEdits(text, edits);
        const [before, after] = [rowsOf(exported(text)), rowsOf(exported(edited))];
        for (const [index, row] of after.entries()) {
          const id = row['id'] ?? '';
          const expected = failed.has(id) ? {} : wished.get(id);
          const was = before[index] ?? {};
          for (const column of [...editableColumns, 'evidence', 'plan']) {
            const value = expected?.[column as EditableColumn];
            assert.equal(row[column], value ?? was[column], `${id} ${column}\n${text}\n→\n${edited}`);
          }
        }
        assert.deepEqual(commentsOf(edited), commentsOf(text));
        if (ordinary) assert.deepEqual([...failed], [], `${JSON.stringify(remarks)}\n${text}`);
        made += rows.length;
        refused += failed.size;
      }),
      { numRuns: 100 },
    );
    assert.ok(made > refused * 5, `${made} made, ${refused} refused`);
  });
});

/**
 * Writes into a row as a user would, who leaves only one of score and exclusion; gives what the cells say afterwards.
 */
function wish(row: Cells, column: EditableColumn, value: string): Partial<Record<EditableColumn, string>> {
  row[column] = column === 'excluded' || column === 'note' ? defused(value) : value;
  if (column === 'score') row['excluded'] = '';
  if (column === 'excluded') row['score'] = '';
  return Object.fromEntries(
    editableColumns
      .filter((name) => row[name] !== undefined)
      .map((name) => [name, name === 'excluded' ? cellText(row[name] ?? '').trim() : cellText(row[name] ?? '')]),
  );
}
