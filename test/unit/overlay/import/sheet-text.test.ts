import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { decodeText } from '../../../../src/overlay/import/decode';
import { importOverlay } from '../../../../src/overlay/import/import-overlay';
import { countsOf, isLoss, type Finding } from '../../../../src/overlay/import/imported-overlay';
import { importSheetText } from '../../../../src/overlay/import/sheet-text';
import type { Overlay } from '../../../../src/overlay/overlay';
import { referencesByLevel, serviceIds } from '../../../../src/sheet/sheet';
import { within } from '../../../support/within';
import { inventedServices, inventedSheet, type InventedService } from '../../../support/invented-sheet';
import { yaml } from '../../../support/yaml';

const whole = { objectives: 28, levels: 151, notes: inventedServices.flatMap(({ notes }) => notes).length };

/** What differs between an overlay and the invented sheet: `2.1 level 3`, one a line. */
function differences({ services }: Overlay, expected: readonly InventedService[] = inventedServices): string[] {
  return expected.flatMap(({ id, title, objective, levels, notes }) => {
    const own = services[id];
    const wrong = levels.flatMap((text, level) =>
      own?.levels[level]?.description === text ? [] : [`${id} level ${level}`],
    );
    if (own?.title !== title) wrong.push(`${id} title`);
    if (own?.objective !== objective) wrong.push(`${id} objective`);
    if (JSON.stringify(own?.notes ?? []) !== JSON.stringify(notes)) wrong.push(`${id} notes`);
    return wrong;
  });
}

/** Expects all words to arrive as they are, with nothing to tell. */
function assertExact(text: string): void {
  const { overlay, findings } = importSheetText(text);
  assert.deepEqual(findings, []);
  assert.deepEqual(differences(overlay), []);
  assert.deepEqual(countsOf(overlay), whole);
  assert.equal(overlay.language, 'ja');
}

/** Parts of a sheet, each repeated, that would take long to tell apart by trying all ways. */
const monotonous: Readonly<Record<string, string>> = {
  'names of levels': `${'レベル1 '.repeat(20_000)}x\n`,
  'spaces in front of a word': `サービスエリア1${'\u3000'.repeat(100_000)}/ 仲間\n${' '.repeat(100_000)}x\n`,
  'spaces behind an objective': `目的：${' '.repeat(100_000)}x\n`,
  'spaces between cells': `1.1 社内\n目的：安全\nレベル0 レベル1\na\t${' '.repeat(100_000)}b\n`,
  'titles of one area': Array.from({ length: 20_000 }, (_, index) => `サービスエリア1/仲間${index}\n`).join(''),
  'lines of one cell': `1.1 社内\n目的：安全\nレベル0 レベル1\n${'[1.1 <p 続き。\n'.repeat(20_000)}`,
  'lines that may be notes': `1.1 社内\n目的：安全\nレベル0 レベル1\n${'a  b  c  d  e  f。\n'}${'用語：説明。\n'.repeat(20_000)}`,
  'blocks of one row': `1.1 社内\n目的：安全\nレベル0 レベル1\n${'a。\n\n'.repeat(20_000)}`,
  'pages of one service': `1.1 ${'社内'.repeat(20_000)}\n目的：安全\n${'1.1 社外\n目的：安全\n'.repeat(5000)}`,
  'lists with gaps': `1.1 社内\n目的：安全\nレベル0 レベル1\n${'<ul><li>a</li></ul>'.repeat(5000)}\tb\tc\td\te\tf\n`,
};

describe('the import of a sheet’s text', () => {
  for (const [name, text] of Object.entries(monotonous)) {
    it(`takes no time over ${name}, however many there are`, () => void within(5000, () => importSheetText(text)));
  }

  it('brings every title, objective, level and note as it is', () => assertExact(inventedSheet()));

  const fullWidth = (text: string) =>
    text.replace(/[0-9.]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  const cjkBreaks = (text: string) =>
    text.replace(/(?<=[\u3040-\u9fff。])(?=[\u3040-\u9fff])/g, (_, at: number) => (at % 11 === 5 ? '\n' : ''));
  const noises: Record<string, string> = {
    'CRLF and a byte order mark': `\ufeff${inventedSheet().replace(/\n/g, '\r\n')}`,
    'CR alone': inventedSheet().replace(/\n/g, '\r'),
    'spaces within the numbers of headings': inventedSheet({ heading: (id) => id.replace('.', '. ') }),
    'full-width digits and spaces in headings': inventedSheet({
      heading: (id) => `\u3000${fullWidth(id).replace('．', '．\u3000')}\u3000`,
      levelName: (level) => `レベル\u3000${fullWidth(String(level))}`,
    }),
    'full-width digits in references': inventedSheet({ cell: (text) => text.replace(/\[[\d.-]+\]/g, fullWidth) }),
    'spaces around the names of levels': inventedSheet({ levelName: (level) => ` レベル ${level} ` }),
    'two and more spaces between cells': inventedSheet({ separator: '    ' }),
    'full-width spaces between cells': inventedSheet({ separator: '\u3000\u3000' }),
    'spaces around the tabs': inventedSheet({ separator: ' \t ' }),
    'several tabs where no cell is empty': inventedSheet(
      { separator: '\t\t' },
      inventedServices.map((service) => service),
    ).replace(/—/g, '―'),
    'page headers in the middle of a page': inventedSheet({ repeated: true }),
    'form feeds between pages': inventedSheet().replace(/\nPSIRT Services/g, '\n\fPSIRT Services'),
    'cells broken over lines': inventedSheet({ cell: cjkBreaks }),
    'cells broken within references': inventedSheet({ cell: (text) => text.replace(/(\[\d\.)(?=\d)/g, '$1\n') }),
    'one line of each cell below the other': inventedSheet({ cell: (text) => text }).replace(
      /^(?=.*\t)(?!.*レベル).*$/gm,
      (row) => columnar(row),
    ),
    'paragraph tags': inventedSheet({ cell: (text) => `<p>${text}</p>` }),
  };
  for (const dash of ['-', '－', 'ー', '―', '–', '‐', '<p>—</p>', '──'])
    noises[`“${dash}” for an empty level`] = inventedSheet({ dash });
  for (const [what, text] of Object.entries(noises)) it(`takes ${what} for what they are`, () => assertExact(text));

  it('reads Shift_JIS and UTF-16 as well', async () => {
    // The letters of a short text in Shift_JIS: 架空 and レベル.
    assert.equal(
      decodeText(new Uint8Array([0x89, 0xcb, 0x8b, 0xf3, 0x83, 0x8c, 0x83, 0x78, 0x83, 0x8b])),
      '架空レベル',
    );
    const text = inventedSheet();
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
    assert.deepEqual(
      differences((await importOverlay('a.txt', wide))?.overlay ?? { language: 'ja', areas: {}, services: {} }),
      [],
    );
    assert.equal(await importOverlay('a.bin', new Uint8Array([0, 1, 2, 255])), undefined);
  });

  it('makes line breaks and lists of what a converter left', () => {
    const first = (cell: string) =>
      importSheetText(inventedSheet({ cell: (text, id, level) => (id === '1.1' && level === 0 ? cell : text) })).overlay
        .services['1.1']?.levels['0']?.description;
    assert.equal(first('<p>一つ。</p> <p>二つ。</p>'), '一つ。\n\n二つ。');
    assert.equal(
      first('<p>次を定める。</p> <ul style="list-style-type: none"> ・ 数 ・ 時間 <p>また、次も。</p> <ul> ・率 </ul>'),
      yaml`
        次を定める。

        - 数
        - 時間

        また、次も。

        - 率`,
    );
    assert.equal(first('<ul><li>一つ</li><li>二つ</li></ul>'), '- 一つ\n- 二つ');
    assert.equal(first('改行<br/>あり'), '改行\nあり');
    assert.equal(first('出所 <https://example.com/a> と A<B'), '出所 <https://example.com/a> と A<B');
  });

  const kinds = (text: string) =>
    importSheetText(text).findings.map((finding) => ({ ...finding, line: undefined, text: undefined }));
  const told = (finding: Record<string, unknown>) => ({ ...finding, line: undefined, text: undefined });

  it('tells what is missing: a page, a level, an objective', () => {
    assert.deepEqual(
      kinds(
        inventedSheet(
          {},
          inventedServices.filter(({ id }) => id !== '2.3'),
        ),
      ),
      [told({ kind: 'service-missing', service: '2.3' })],
    );
    assert.deepEqual(kinds(inventedSheet({ cell: (text, id, level) => (id === '1.4' && level === 2 ? '—' : text) })), [
      told({ kind: 'level-missing', service: '1.4', level: 2 }),
    ]);
    assert.ok(importSheetText('').findings.length === serviceIds.length);
  });

  it('tells what has no place: text at a level the sheet does not describe, rows with other cells than six, loose lines', () => {
    const surplus = inventedServices.map((service) =>
      service.id === '4.4' ? { ...service, levels: ['余分な文。', ...service.levels.slice(1)] } : service,
    );
    assert.deepEqual(kinds(inventedSheet({}, surplus)), [told({ kind: 'level-surplus', service: '4.4', level: 0 })]);
    const seven = inventedSheet({
      cell: (text, id, level) => (id === '1.4' && level === 2 ? `余分な\t${text}` : text),
    });
    assert.deepEqual(kinds(seven), [told({ kind: 'columns', service: '1.4', cells: 7 })]);
    assert.deepEqual(importSheetText(seven).overlay.services['1.4']?.levels, {});
    const loose = inventedSheet().replace(
      /\n(?=PSIRT Services[^\n]*\n\nサービスエリア1[^\n]*\n\n1\.2 )/,
      '\n行き場のない文。\n\n',
    );
    assert.deepEqual(kinds(loose), [told({ kind: 'unplaced', service: '1.1' })]);
  });

  it('tells where lines were joined and nobody knows whether a space stood there', () => {
    const text = inventedSheet({ cell: (cell, id, level) => (id === '1.1' && level === 1 ? 'PSIRT\nが担う。' : cell) });
    const { findings } = importSheetText(text);
    assert.deepEqual(findings, [{ kind: 'joined', service: '1.1', level: 1, text: 'PSIRT|が担う。' }]);
    assert.equal(findings.some(isLoss), false);
  });

  it('tells when a page is given twice with other words; titles of areas are those of most pages', () => {
    const doubled = inventedSheet({}, [
      ...inventedServices,
      { ...(inventedServices[0] as InventedService), title: '別の題' },
    ]);
    assert.ok(kinds(doubled).some(({ kind }) => kind === 'repeated' || kind === 'columns'));
    const { overlay, findings } = importSheetText(inventedSheet().replace('架空のエリア0', '架空のエリヤ0'));
    assert.equal(overlay.areas['1']?.title, '架空のエリア0');
    assert.deepEqual(findings, [{ kind: 'area-title', area: '1', text: '架空のエリヤ0' }]);
  });

  it('never changes words in silence, whatever is done to the text', () => {
    const lines = inventedSheet().split('\n');
    const damage = fc.oneof(
      fc.record({ do: fc.constant('drop' as const), line: fc.nat(lines.length - 1) }),
      fc.record({ do: fc.constant('repeat' as const), line: fc.nat(lines.length - 1) }),
      fc.record({ do: fc.constant('break' as const), line: fc.nat(lines.length - 1), at: fc.nat(200) }),
      fc.record({ do: fc.constant('tab' as const), line: fc.nat(lines.length - 1), at: fc.nat(200) }),
    );
    fc.assert(
      fc.property(damage, (what) => {
        const line = lines[what.line] ?? '';
        // Nobody can tell that a note was there.
        fc.pre(what.do !== 'drop' || !/^[^：]*語： /.test(line));
        const at = 'at' in what ? Math.min(what.at, line.length) : 0;
        const changed = {
          drop: [],
          repeat: [line, line],
          break: [line.slice(0, at), line.slice(at)],
          tab: [`${line.slice(0, at)}\t${line.slice(at)}`],
        }[what.do];
        const { overlay, findings } = importSheetText(
          [...lines.slice(0, what.line), ...changed, ...lines.slice(what.line + 1)].join('\n'),
        );
        const wrong = new Set(differences(overlay).map((difference) => difference.split(' ')[0]));
        const mentioned = new Set(findings.map((finding: Finding) => ('service' in finding ? finding.service : '')));
        for (const id of wrong)
          assert.ok(mentioned.has(id ?? ''), `${id}: ${JSON.stringify(what)} ${JSON.stringify(line.slice(0, 80))}`);
      }),
      { numRuns: 600 },
    );
  });

  it('reads the published sheet exactly (where PSIRT_SHEET_TEXT names its text)', function () {
    const path = process.env['PSIRT_SHEET_TEXT'] ?? '';
    if (!existsSync(path)) return this.skip();
    const { overlay, findings } = importSheetText(decodeText(readFileSync(path)) ?? '');
    assert.deepEqual(findings.filter(isLoss), []);
    assert.equal(
      findings.some(({ kind }) => kind === 'references'),
      false,
    );
    assert.deepEqual(countsOf(overlay), { objectives: 28, levels: 151, notes: 6 });
    for (const id of serviceIds)
      for (const [level, references] of referencesByLevel(id).entries())
        assert.equal(overlay.services[id]?.levels[level] !== undefined, references !== null, `${id} ${level}`);
    const beside = path.replace(/\.txt$/, '.json');
    if (!existsSync(beside)) return;
    const squeezed = (text: string) => text.replace(/(^|\n)- /g, '$1・').replace(/\s+/g, '');
    interface Published {
      areas: {
        services: {
          id: string;
          title: string;
          objective: string;
          levels: ({ text: string } | null)[];
          glossary?: string[];
        }[];
      }[];
    }
    for (const { id, title, objective, levels, glossary = [] } of (
      JSON.parse(readFileSync(beside, 'utf8')) as Published
    ).areas.flatMap(({ services }) => services)) {
      const own = overlay.services[id];
      assert.deepEqual([own?.title, own?.objective, own?.notes ?? []], [title, objective, glossary]);
      levels.forEach((level, number) =>
        assert.equal(squeezed(own?.levels[number]?.description ?? ''), squeezed(level?.text ?? ''), `${id} ${number}`),
      );
    }
  });
});

/** A row as some readers give it: a line of every cell, then the next of every cell. */
function columnar(row: string): string {
  const cells = row.split('\t').map((cell) => (cell.length > 4 ? [cell.slice(0, 3), cell.slice(3)] : [cell, '']));
  // A break beside a letter that is not Japanese would be told.
  return [0, 1].map((line) => cells.map((cell) => cell[line]).join('\t')).join('\n');
}
