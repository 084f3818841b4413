import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { readTable } from '../../../../src/exchange/read-table';
import { dayOf, isDateFormat } from '../../../../src/exchange/xlsx/dates';
import { Session } from '../../../support/session';
import { languages } from '../../../../src/messages/messages';

const fixtures = join(__dirname, 'fixtures');

/** Parts of a workbook as Excel writes them. */
interface Parts {
  /** The rows of its sheets, as XML. */
  readonly sheets: readonly string[];
  readonly strings?: readonly string[];
  /** Codes of number formats; style 1 has the first. */
  readonly formats?: readonly string[];
  readonly startsIn1904?: boolean;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function workbook({ sheets, strings = [], formats = [], startsIn1904 }: Parts, more: Record<string, string> = {}) {
  const names = sheets.map((_, index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const relationships = sheets.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Type="x" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${main}><workbookPr${startsIn1904 ? ' date1904="1"' : ''}/><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relationships.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${main}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts>${formats
      .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, index) => `<xf numFmtId="${164 + index}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map((rows, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;
const head = row(...['ID', 'Score', 'Target', 'Note'].map(text));

/** The cells of the rows, by column, or the reason why there are none. */
async function read(bytes: Uint8Array) {
  const table = await readTable(bytes);
  if ('refused' in table) return table.refused;
  return table.readings.flatMap(({ rows }) => rows.map(({ cells }) => cells));
}

describe('a workbook that comes back', () => {
  for (const language of languages) {
    it(`from LibreOffice says what was changed in it, and nothing else (${language})`, async () => {
      const session = new Session().write({
        'router.psirt.yaml': readFileSync(join(fixtures, 'router.psirt.yaml')),
        TABLE: readFileSync(join(fixtures, `libreoffice.${language}.xlsx`)),
      });
      const { status, stdout, stderr } = await session.run(['import', 'TABLE', 'router.psirt.yaml', '--lang', 'en']);
      assert.equal(
        stdout.replace('changed', 'would change') + stderr,
        readFileSync(join(fixtures, 'changes.txt'), 'utf8'),
      );
      assert.equal(status, 1);
      assert.match(session.read('router.psirt.yaml'), /"1\.2": \{ score: 4, target: 3 \}/);
      session.remove();
    });
  }

  it('unchanged changes nothing, of one language or the other', async () => {
    for (const language of languages) {
      const session = new Session().write({ 'a.psirt.yaml': readFileSync(join(fixtures, 'router.psirt.yaml')) });
      await session.run(['report', 'a.psirt.yaml', '--format', 'xlsx', '--lang', language, '-o', 'a.xlsx']);
      const { stdout, stderr } = await session.run(['import', 'a.xlsx', 'a.psirt.yaml', '--lang', 'en']);
      assert.deepEqual([stdout, stderr], ['0 services changed\n', '']);
      session.remove();
    }
  });

  it('has texts as people see them: rich ones whole, without how Japanese is read aloud', async () => {
    const strings = [
      '<t>ID</t>',
      '<t>Score</t>',
      '<t>Note</t>',
      '<r><t>窓</t></r><r><rPr><b/></rPr><t xml:space="preserve">口 &amp; more</t></r><rPh sb="0" eb="1"><t>マド</t></rPh>',
      '<t>a_x000D_\nb_x005F_x000D_</t>',
    ];
    const shared = (index: number) => `<c t="s"><v>${index}</v></c>`;
    const sheet =
      row(shared(0), shared(1), shared(2)) +
      row(text('1.1'), '<c><v>3</v></c>', shared(3)) +
      row('<c><v>1.2000000000000002</v></c>', '<c t="str"><f>"2"</f><v>2</v></c>', shared(4));
    assert.deepEqual(await read(workbook({ sheets: [sheet], strings })), [
      { id: '1.1', score: '3', note: '窓口 & more' },
      { id: '1.2', score: '2', note: 'a\nb_x000D_' },
    ]);
  });

  it('is read by the places of its cells, in any sheet, below other lines', async () => {
    const plan = row(...['ID', 'Score', 'Target'].map(text)) + row(text('9.9'), text('1'), text('1'));
    const sheet = `<row r="1"><c r="C1" t="inlineStr"><is><t>Meeting</t></is></c></row>
      <row r="3">${['Note', 'x', 'ID', 'Score', 'Target'].map((name, index) => `<c r="${'BCDEF'[index]}3" t="inlineStr"><is><t>${name}</t></is></c>`).join('')}</row>
      <row r="9" hidden="1"><c r="D9"><v>1.1</v></c><c r="E9"><v>4</v></c><c r="AB9" t="inlineStr"><is><t>beside</t></is></c></row>`;
    assert.deepEqual(await read(workbook({ sheets: [plan, sheet] })), [
      { note: '', id: '1.1', score: '4', target: '' },
    ]);
  });

  it('has days as days, counted from 1900 or 1904', async () => {
    const sheet = head + row(text('1.1'), '<c s="1"><v>45000</v></c>', '', '<c s="1"><v>45000.5</v></c>');
    const formats = ['yyyy\\-mm\\-dd'];
    const [in1900] = await read(workbook({ sheets: [sheet], formats }));
    const [in1904] = await read(workbook({ sheets: [sheet], formats, startsIn1904: true }));
    assert.deepEqual(in1900, { id: '1.1', score: '2023-03-15', target: '2023-03-15 12:00', note: '' });
    assert.deepEqual(in1904, { id: '1.1', score: '2027-03-16', target: '2027-03-16 12:00', note: '' });
    assert.deepEqual(
      [1, 59, 61, 0, -1, 3e6].map((serial) => dayOf(serial, false)),
      ['1900-01-01', '1900-02-28', '1900-03-01', '0', '-1', '3000000'],
    );
    const codes = [
      'General',
      '0.00',
      '"day" 0',
      '[Red]0',
      '[h]:mm',
      'm/d/yy',
      '[$-411]ggge"年"m"月"d"日"',
      '@',
      '0_d;0',
    ];
    assert.deepEqual(codes.map(isDateFormat), [false, false, false, false, true, true, true, false, false]);
  });
});

describe('a workbook that is not what it should be', () => {
  const table = head + row(text('1.1'), text('2'));

  it('is refused with a reason', async () => {
    const damaged = workbook({ sheets: [table] });
    const cases: [Uint8Array, string][] = [
      [damaged.slice(0, damaged.length - 40), 'import.workbook-damaged'],
      [zipSync({ 'content.xml': strToU8('<x/>') }), 'import.no-workbook'],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'import.old-workbook'],
      [workbook({ sheets: [row(text('Name'), text('Score'))] }), 'import.no-table'],
      [workbook({ sheets: [row(text('ID'), text('Score'), text('score'))] }), 'import.repeated-column'],
      [workbook({ sheets: [row(text('ID'), text('Assessment'), text('Score'))] }), 'import.several'],
      [workbook({ sheets: ['<row><c>'] }), 'import.workbook-damaged'],
      [
        workbook({ sheets: [table] }, { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }),
        'import.workbook-damaged',
      ],
    ];
    for (const [bytes, reason] of cases) assert.equal(await read(bytes), reason);
  });

  it('does not unpack more than a workbook of ours could be', async () => {
    const bomb = (size: number) => workbook({ sheets: [table] }, { 'xl/sharedStrings.xml': ' '.repeat(size) });
    assert.ok(bomb(30_000_000).length < 100_000);
    assert.equal(await read(bomb(30_000_000)), 'import.workbook-too-large');
    // A size that is not true does no harm either: no more is unpacked than it says.
    const lying = bomb(30_000_000);
    const view = new DataView(lying.buffer, lying.byteOffset, lying.length);
    for (let at = 0; at + 4 < lying.length; at++)
      if (view.getUint32(at, true) === 30_000_000) view.setUint32(at, 10, true);
    assert.ok(typeof (await read(lying)) === 'string');
    // What is not read is not unpacked.
    const padded = workbook({ sheets: [table] }, { 'xl/media/image1.png': ' '.repeat(30_000_000) });
    assert.deepEqual(await read(padded), [{ id: '1.1', score: '2', target: '', note: '' }]);
  });

  it('has no more rows and columns than any table', async () => {
    const far = `<row r="2"><c r="XFD2"><v>1</v></c></row>`;
    assert.equal(await read(workbook({ sheets: [head + far] })), 'import.workbook-too-large');
    assert.equal(
      await read(workbook({ sheets: [row('<c><v>1</v></c>').repeat(20_001)] })),
      'import.workbook-too-large',
    );
  });
});
