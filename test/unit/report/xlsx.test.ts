import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { parseAssessment } from '../../../src/assessment/parse';
import { translator } from '../../../src/messages/catalogues';
import { resultOf, type Checked } from '../../../src/report/result';
import { xlsxReport } from '../../../src/report/xlsx';
import { scoreAssessment } from '../../../src/scoring/score';
import { sheets } from '../views/sample';

function checked(text: string): Checked {
  const assessment = parseAssessment(text);
  return { path: 'a.psirt.yaml', assessment, scored: scoreAssessment(sheets.en, assessment), problems: [] };
}

type CellValue = string | number | null;

/** The workbook as a spreadsheet reads it: its parts by path, and its sheets as rows of values. */
async function workbook(...files: Checked[]) {
  const bytes = await xlsxReport({ checked: files, sheet: sheets.en, t: translator('en'), today: '2026-11-23' });
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
  const plain = (xml: string) => xml.replace(/&(lt|gt|quot|apos|amp);/g, (_whole, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '');
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) => plain(si.replace(/<[^>]*>/g, '')));
  const rowsOf = (index: number): CellValue[][] =>
    [...(parts[`xl/worksheets/sheet${index}.xml`] ?? '').matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<c ([^>]*?)(?:\/>|>(?:<v>(.*?)<\/v>)?<\/c>)/gs)].map(([, attributes = '', value]) => {
        if (value === undefined) return null;
        return attributes.includes('t="s"') ? (strings[Number(value)] ?? null) : Number(value);
      }),
    );
  return { parts, summary: rowsOf(1), services: rowsOf(2), plan: rowsOf(3) };
}

const sample = checked(
  'subject: Router\nassessed: 2026-11-20\ntarget: 2.5\nservices:\n  "1.1": { score: 3, note: "=1+1" }\n  "1.2": { score: 1, target: 3, plan: [{ action: "@b", owner: "+x", due: 2027-03-31 }, { action: done, done: true }] }\n' +
    '  "1.3": { excluded: "-2 & <b>" }\n  "2.1": { score: 2, plan: [{ action: a, due: 2027-01-29 }, { action: c }] }\n',
);

describe('The workbook', () => {
  it('has three sheets, with names in the language of the report and column names that stay in sight', async () => {
    const { parts } = await workbook(sample);
    assert.deepEqual([...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name), ['Summary', 'Services', 'Plan']);
    for (const index of [1, 2, 3]) assert.match(parts[`xl/worksheets/sheet${index}.xml`] ?? '', /<pane ySplit="1"[^>]*state="frozen"/);
  });

  it('has the numbers of the JSON, as numbers', async () => {
    const { summary, services } = await workbook(sample);
    const [{ overall, areas, services: scored } = assert.fail()] = resultOf([sample], sheets.en).assessments;
    const figures = ({ mean, target, floor, scored: count, applicable, excluded, belowTarget }: typeof overall) => [mean, target, floor, count, applicable, excluded, belowTarget];
    assert.deepEqual(summary.slice(1).map((row) => row.slice(1, 8)), [...areas, overall].map(figures));
    assert.deepEqual(services.slice(1).map((row) => [row[0], row[3], row[4], row[5]]), scored.map(({ id, score, target, gap }) => [id, score, target, gap]));
  });

  it('lists open actions by their day, which is a day', async () => {
    const { plan } = await workbook(sample);
    const day = (date: string) => (Date.parse(date) - Date.UTC(1899, 11, 30)) / 86_400_000;
    assert.deepEqual(plan.slice(1).map((row) => [row[0], row[5], row[6], row[7]]), [
      ['2.1', 'a', null, day('2027-01-29')],
      ['1.2', '@b', '+x', day('2027-03-31')],
      ['2.1', 'c', null, null],
    ]);
  });

  it('keeps texts texts: nothing in it is a formula or markup', async () => {
    const { parts, services } = await workbook(sample);
    for (const [path, xml] of Object.entries(parts)) assert.doesNotMatch(xml, /<f>|<f |t="str"|<b>/, path === 'xl/styles.xml' ? undefined : path);
    assert.equal(services[1]?.[9], '=1+1');
    assert.equal(services[3]?.[6], '-2 & <b>');
  });

  it('stays a sound workbook whatever a file says', async () => {
    const odd = checked(`subject: "a\\u0000\\u001b[31m\\ud83d"\nservices:\n  "1.1": { score: 2, note: "_x003D_1+1\\u0007\\u202e\\nsecond" }\n  "1.2": { note: ${'y'.repeat(40_000)} }\n`);
    const { parts, services } = await workbook(odd, sample);
    for (const xml of Object.values(parts)) assert.doesNotMatch(xml, /[\x00-\x08\x0b\x0c\x0e-\x1f\u202e]|[\ud800-\udbff](?![\udc00-\udfff])/);
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
