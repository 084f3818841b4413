import assert from 'node:assert/strict';
import { translator } from '../../../../src/messages/catalogues';
import { readWorkbook } from '../../../../src/exchange/xlsx/workbook';
import { sideBySideCsv } from '../../../../src/report/side-by-side/side-by-side-csv';
import { sideBySideHtml } from '../../../../src/report/side-by-side/side-by-side-html';
import type { SideBySideInput } from '../../../../src/report/side-by-side/side-by-side-table';
import { sideBySideXlsx } from '../../../../src/report/side-by-side/side-by-side-xlsx';
import type { RollUpRow } from '../../../../src/views/roll-up-order';
import { sheets, viewOf } from '../../../support/views';

const row = (name: string, path: string, services: string[]): RollUpRow => {
  return { name, path, assessed: '2026-11-20', scored: viewOf(services).scored };
};
const hostile = '=HYPERLINK("https://example.com") <b>';
const input: SideBySideInput = {
  shown: {
    groups: [
      { folder: 'net', rows: [row('Router', 'net/router.psirt.yaml', ['"1.1": 1', '"2.1": 4'])] },
      { folder: 'cam', rows: [row(hostile, 'cam/c.psirt.yaml', ['"1.1": 2'])] },
    ],
    unscored: [{ path: 'cam/broken.psirt.yaml', reason: 'not a map' }],
    folded: ['1', '3', '4', '5', '6'],
  },
  sheet: sheets.en,
  t: translator('en'),
  today: '2026-11-27',
};
const lines = sideBySideCsv(input).replace('\ufeff', '').trim().split('\r\n');

describe('assessments side by side, as files', () => {
  it('have the columns that show: no services of an area that is folded', () => {
    assert.equal(
      lines[0],
      '"Folder","Assessment","File","Average","Scored","Applicable","Target","Assessed","1 average","2 average",' +
        '"2.1","2.2","2.3","2.4","2.5","3 average","4 average","5 average","6 average","Why not scored"',
    );
    assert.ok(lines.every((line) => line.split('","').length === 20));
  });

  it('have the rows in the order that shows, then what cannot be scored, then what all come to', () => {
    const begins = lines.slice(1).map((line) => line.split('","').slice(0, 2).join(' ').slice(1, 14));
    assert.deepEqual(begins.slice(0, 1), ['net Router']);
    assert.match(lines[3] ?? '', /"cam\/broken\.psirt\.yaml".*"not a map"$/);
    assert.deepEqual(
      lines.slice(4).map((line) => line.split('","')[1]),
      ['Average', 'Lowest', 'At target'],
    );
    assert.match(lines[1] ?? '', /"2.5","2","\d+","2.5","2026-11-20","1","4","4"/);
  });

  it('hold no formula and no markup', () => {
    assert.doesNotMatch(lines.join('\n'), /"=HYPERLINK/);
    const html = sideBySideHtml(input);
    assert.doesNotMatch(html, /<b>/);
    assert.match(html, /&lt;b>/);
  });

  it('are a page that says the same', () => {
    const html = sideBySideHtml(input);
    assert.match(html, /<html lang="en">.*Assessments side by side/s);
    assert.doesNotMatch(html, />1\.1</);
    assert.match(html, /<abbr title="2\.1 [^"]*">2\.1</);
    assert.ok(html.indexOf('Router') < html.indexOf('HYPERLINK'));
    assert.match(html, /not a map/);
  });

  it('are a workbook with numbers as numbers', async () => {
    const [sheet] = readWorkbook(await sideBySideXlsx(input));
    const rows = [...(sheet?.rows.values() ?? [])];
    assert.equal(rows.length, lines.length);
    assert.deepEqual(rows[1]?.slice(0, 10), [
      'net',
      'Router',
      'net/router.psirt.yaml',
      '2.5',
      '2',
      '27',
      '2.5',
      '2026-11-20',
      '1',
      '4',
    ]);
  });
});
