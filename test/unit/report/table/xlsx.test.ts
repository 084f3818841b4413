import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { parseAssessment } from '../../../../src/assessment/parse';
import { translator } from '../../../../src/messages/catalogues';
import { planImport } from '../../../../src/exchange/csv-import';
import { readTable } from '../../../../src/exchange/csv-read';
import { resultOf, type Checked } from '../../../../src/report/check/result';
import { xlsxReport } from '../../../../src/report/table/xlsx';
import { scoreAssessment } from '../../../../src/scoring/score';
import { sheets } from '../../../support/views';
import { languages } from '../../../../src/messages/messages';
import { yaml } from '../../../support/yaml';

function checked(text: string): Checked {
  const assessment = parseAssessment(text);
  return { path: 'a.psirt.yaml', assessment, scored: scoreAssessment(sheets.en, assessment), problems: [] };
}

type CellValue = string | number | null;

/** The workbook as a spreadsheet reads it: its parts by path, and its sheets as rows of values. */
async function workbook(...files: Checked[]) {
  return workbookIn('en', ...files);
}

async function workbookIn(language: 'en' | 'ja', ...files: Checked[]) {
  const bytes = await xlsxReport({
    checked: files,
    sheet: sheets[language],
    t: translator(language),
    today: '2026-11-23',
  });
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]),
  );
  const plain = (xml: string) =>
    xml.replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_whole, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
    );
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    plain(si.replace(/<[^>]*>/g, '')),
  );
  const rowsOf = (index: number): CellValue[][] =>
    [...(parts[`xl/worksheets/sheet${index}.xml`] ?? '').matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<c ([^>]*?)(?:\/>|>(?:<v>(.*?)<\/v>)?<\/c>)/gs)].map(([, attributes = '', value]) => {
        if (value === undefined) return null;
        return attributes.includes('t="s"') ? (strings[Number(value)] ?? null) : Number(value);
      }),
    );
  const [title = [], ...rest] = rowsOf(1);
  const head = rest.findIndex((row) => row.length > 1);
  return {
    parts,
    title: [title, ...rest.slice(0, head)].flat(),
    summary: rest.slice(head),
    services: rowsOf(2),
    plan: rowsOf(3),
  };
}

const sample = checked(
  yaml`
    subject: Router
    assessed: 2026-11-20
    target: 2.5
    services:
      "1.1": { score: 3, note: "=1+1" }
      "1.2": { score: 1, target: 3, plan: [{ action: "@b", owner: "+x", due: 2027-03-31 }, { action: done, done: true }] }
  ` +
    yaml`
        "1.3": { excluded: "-2 & <b>" }
        "2.1": { score: 2, plan: [{ action: a, due: 2027-01-29 }, { action: c }] }
    `,
);

describe('The workbook', () => {
  it('has three sheets, with names in the language of the report and column names that stay in sight', async () => {
    const { parts } = await workbook(sample);
    assert.deepEqual(
      [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name),
      ['Summary', 'Services', 'Plan'],
    );
    for (const [index, rows] of [5, 1, 1].entries())
      assert.match(
        parts[`xl/worksheets/sheet${index + 1}.xml`] ?? '',
        new RegExp(`<pane ySplit="${rows}"[^>]*state="frozen"`),
      );
  });

  it('has a sheet of the criteria that several assessments do not meet, and of one none', async () => {
    const one = checked('services: { "2.1": { criteria: { 2a: unmet, 2b: unmet, 2c: met } } }');
    const names = (parts: Record<string, string>) =>
      [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
    assert.deepEqual(names((await workbook(one)).parts), ['Summary', 'Services', 'Plan']);
    const { parts } = await workbook(one, one, checked('services: { "2.1": { criteria: { 2a: unmet, 2b: met } } }'));
    assert.deepEqual(names(parts), ['Summary', 'Services', 'Plan', 'Unmet criteria']);
    const rows = [...(parts['xl/worksheets/sheet4.xml'] ?? '').matchAll(/<row [^>]*>(.*?)<\/row>/gs)];
    const numbers = rows.map(([, row = '']) =>
      [...row.matchAll(/<c (?![^>]*t="s")[^>]*><v>(\d+)<\/v>/g)].map(([, value]) => Number(value)),
    );
    assert.deepEqual(numbers, [[], [3, 3], [2, 3]]);
  });

  it('has the numbers of the JSON, as numbers', async () => {
    const { summary, services } = await workbook(sample);
    const [{ overall, areas, services: scored } = assert.fail()] = resultOf([sample], sheets.en).assessments;
    const figures = ({ mean, target, floor, scored: count, applicable, excluded, belowTarget }: typeof overall) => [
      mean,
      target,
      floor,
      count,
      applicable,
      excluded,
      belowTarget,
    ];
    assert.deepEqual(
      summary.slice(1).map((row) => row.slice(1, 8)),
      [...areas, overall].map(figures),
    );
    assert.deepEqual(
      services.slice(1).map((row) => [row[0], row[3], row[4], row[5]]),
      scored.map(({ id, score, target, gap }) => [id, score, target, gap]),
    );
  });

  it('lists open actions by their day, which is a day', async () => {
    const { plan } = await workbook(sample);
    const day = (date: string) => (Date.parse(date) - Date.UTC(1899, 11, 30)) / 86_400_000;
    assert.deepEqual(
      plan.slice(1).map((row) => [row[0], row[5], row[6], row[7]]),
      [
        ['2.1', 'a', null, day('2027-01-29')],
        ['1.2', '@b', '+x', day('2027-03-31')],
        ['2.1', 'c', null, null],
      ],
    );
  });

  it('is a document: it says what was assessed, when and by whom, on the first sheet and on every leaf', async () => {
    const { parts, title } = await workbook(
      checked(yaml`
        subject: "R&D <x>"
        assessed: 2026-11-20
        assessors: [Ada, Bo]
        services: { "1.1": 3 }`),
    );
    assert.deepEqual(title.slice(0, 2), ['PSIRT maturity: R&D <x>', 'Assessed 2026-11-20 · by Ada, Bo · a.psirt.yaml']);
    assert.match(String(title[2]), /on 2026-11-23/);
    for (const index of [1, 2, 3]) {
      const xml = parts[`xl/worksheets/sheet${index}.xml`] ?? '';
      // An ampersand begins a code there: a second one makes it a character.
      assert.match(
        xml,
        /<oddHeader>&amp;LPSIRT maturity: R&amp;&amp;D &lt;x&gt;&amp;RAssessed 2026-11-20<\/oddHeader>/,
      );
      assert.match(xml, /<oddFooter>&amp;L2026-11-23&amp;C&amp;A&amp;R&amp;P \/ &amp;N<\/oddFooter>/);
    }
  });

  it('is printed a leaf wide, with its column names on every leaf, in letters one can read', async () => {
    const { parts } = await workbook(sample, sample);
    const names = [
      ...(parts['xl/workbook.xml'] ?? '').matchAll(/<definedName name="([^"]*)" localSheetId="(\d)"[^>]*>([^<]*)</g),
    ].map(([, ...name]) => name);
    assert.deepEqual(
      names.filter(([name]) => name === '_xlnm.Print_Titles').map(([, , range]) => range),
      ["'Summary'!$4:$4", "'Services'!$1:$1", "'Plan'!$1:$1"],
    );
    for (const index of [1, 2, 3]) {
      const xml = parts[`xl/worksheets/sheet${index}.xml`] ?? '';
      assert.match(
        xml,
        /<pageSetUpPr fitToPage="1"\/>.*<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"\/>/s,
      );
      const widths = [...xml.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
      // 150 digits of 11 points fit on a leaf of A4: these become 7 points.
      assert.ok(widths.reduce((sum, width) => sum + width, 0) <= 240, `${index}: ${widths.join()}`);
      assert.deepEqual(
        xml
          .match(
            /<(?:sheetPr|sheetViews|cols|sheetData|autoFilter|dataValidations|pageMargins|pageSetup|headerFooter)\b/g,
          )
          ?.filter((tag) => tag !== '<dataValidations'),
        [
          '<sheetPr',
          '<sheetViews',
          '<cols',
          '<sheetData',
          '<autoFilter',
          '<pageMargins',
          '<pageSetup',
          '<headerFooter',
        ],
      );
    }
  });

  it('filters each table, and takes scores and targets from 0 to 5 alone', async () => {
    const { parts, summary, plan } = await workbook(sample);
    const filters = [1, 2, 3].map(
      (index) => /<autoFilter ref="([^"]*)"/.exec(parts[`xl/worksheets/sheet${index}.xml`] ?? '')?.[1],
    );
    assert.deepEqual(filters, [`A5:I${4 + summary.length}`, 'A1:K29', `A1:H${plan.length}`]);
    const checks = [
      ...(parts['xl/worksheets/sheet2.xml'] ?? '').matchAll(
        /<dataValidation type="(\w+)"[^>]*sqref="([^"]*)"><formula1>(\d)<\/formula1><formula2>(\d)<\/formula2>/g,
      ),
    ].map(([, ...check]) => check);
    assert.deepEqual(checks, [
      ['whole', 'D2:D29', '0', '5'],
      ['decimal', 'E2:E29', '0', '5'],
    ]);
  });

  it('has rows as high as Japanese texts need, in either language', async () => {
    const note = '窓口を決めた。'.repeat(20);
    for (const language of languages) {
      const { parts } = await workbookIn(language, checked(`services: { "1.1": { note: ${note} } }`));
      const heights = [...(parts['xl/worksheets/sheet2.xml'] ?? '').matchAll(/<row r="2" ht="([\d.]+)"/g)].map(
        ([, height]) => Number(height),
      );
      // 280 digits wide in a column of 32: nine lines and more, each of 18 points.
      assert.ok(heights.length === 1 && heights.every((height) => height >= 9 * 18), heights.join());
    }
  });

  it('has headers that no subject makes too long or gives codes to', async () => {
    const { parts } = await workbook(checked(`subject: "&P ${'&🚀'.repeat(200)}"\nservices: { "1.1": 3 }`));
    const [, header = ''] = /<oddHeader>(.*?)<\/oddHeader>/s.exec(parts['xl/worksheets/sheet1.xml'] ?? '') ?? [];
    const text = header.replaceAll('&amp;', '&');
    assert.ok(text.length <= 255, String(text.length));
    assert.doesNotMatch(text.replaceAll('&&', ''), /&(?![LR])/);
  });

  it('comes back as a table: its sheet of services, saved as CSV, changes what was changed in it', async () => {
    const file = checked(
      'services: { "1.1": { score: 3, note: "=1+1\\tx\\n- y" }, "1.2": { excluded: Not ours }, "2.1": { score: 2, target: 4 } }',
    );
    for (const language of languages) {
      const { services } = await workbookIn(language, file);
      const changesIn = (rows: CellValue[][]) => {
        const read = readTable(new TextEncoder().encode(Papa.unparse(rows, { delimiter: ';' })));
        return 'readings' in read
          ? planImport(file.assessment, read.readings, sheets[language])
          : assert.fail(read.refused);
      };
      assert.deepEqual(changesIn(services), { rows: [], remarks: [], edits: [] });
      const { rows } = changesIn(services.map((row) => (row[0] === '1.2' ? row.with(3, 4) : row)));
      assert.deepEqual(
        rows.map(({ id, changes }) => [id, changes.map(({ to }) => to)]),
        [['1.2', ['4', '']]],
      );
    }
  });

  it('keeps texts texts: nothing in it is a formula or markup', async () => {
    const { parts, services } = await workbook(sample);
    for (const [path, xml] of Object.entries(parts))
      assert.doesNotMatch(xml, /<f>|<f |t="str"|<b>/, path === 'xl/styles.xml' ? undefined : path);
    assert.equal(services[1]?.[9], '=1+1');
    assert.equal(services[3]?.[6], '-2 & <b>');
  });

  it('stays a sound workbook whatever a file says', async () => {
    const odd = checked(
      yaml`
        subject: "a\\u0000\\u001b[31m\\ud83d"
        services:
          "1.1": { score: 2, note: "_x003D_1+1\\u0007\\u202e\\nsecond" }
          "1.2": { note: ${'y'.repeat(40_000)} }
      `,
    );
    const { parts, services } = await workbook(odd, sample);
    for (const xml of Object.values(parts))
      assert.doesNotMatch(xml, /[\x00-\x08\x0b\x0c\x0e-\x1f\u202e]|[\ud800-\udbff](?![\udc00-\udfff])/);
    const [, first, second] = services;
    assert.equal(first?.[10], '_x005F_x003D_1+1\nsecond');
    assert.deepEqual([String(second?.[10]).length, String(second?.[10]).endsWith('…')], [32_767, true]);
    assert.equal(services[29]?.[0], 'Router');
  });

  it('says so of a file that can not be judged', async () => {
    const { summary } = await workbook(checked('services: {'));
    assert.equal(summary.length, 2);
    assert.equal(typeof summary[1]?.[0], 'string');
  });
});
