import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { exampleSession } from '../../../support/reports';

/** The texts of the parts of a workbook. */
async function partsOf(format: string): Promise<(path: string) => string> {
  const session = exampleSession();
  await session.run(['report', 'payment-terminal.psirt.yaml', '--format', format, '-o', 'out.xlsx']);
  const files = unzipSync(session.bytes('out.xlsx'));
  session.remove();
  return (path) => strFromU8(files[path] ?? new Uint8Array());
}

/** The columns of a row whose cells are not locked. */
function openIn(row: number, sheet: string, styles: string): string[] {
  const all = styles.split('<cellXfs')[1]?.split('</xf>') ?? [];
  const cells = [...sheet.matchAll(/<c r="([A-Z]+)(\d+)"[^>]* s="(\d+)"/g)];
  const open = cells.filter(([, , at, style]) => Number(at) === row && all[Number(style)]?.includes('locked="0"'));
  return open.map(([, column = '']) => column);
}

describe('The locks of a workbook', () => {
  it('leave the cells to fill in, and the filters', async () => {
    const part = await partsOf('xlsx');
    const [services, styles] = [part('xl/worksheets/sheet2.xml'), part('xl/styles.xml')];
    assert.match(services, /<\/sheetData><sheetProtection sheet="1" [^>]*autoFilter="0"\/><autoFilter /);
    assert.deepEqual(openIn(1, services, styles), []);
    assert.deepEqual(openIn(2, services, styles), ['D', 'E', 'J', 'L']);
    assert.doesNotMatch(part('xl/worksheets/sheet1.xml'), /sheetProtection/);
  });

  it('leave the answers of an interview', async () => {
    const part = await partsOf('interview-xlsx');
    assert.deepEqual(openIn(6, part('xl/worksheets/sheet1.xml'), part('xl/styles.xml')), ['G', 'H', 'I']);
  });
});
