import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAssessment } from '../../../src/assessment/parse';
import { applyEdits } from '../../../src/assessment/yaml/text-edit';
import { translator } from '../../../src/messages/catalogues';
import { csvReport } from '../../../src/report/table/csv';
import { planImport } from '../../../src/exchange/csv-import';
import { changeText, remarkText } from '../../../src/report/table/csv-import-text';
import { readTable } from '../../../src/exchange/csv-read';
import { scoreAssessment } from '../../../src/scoring/score';
import { legacyEncodings } from '../../../src/overlay/import/encodings';
import { encoded, encodingCalled } from '../../support/encode';
import { sheets } from '../../support/views';
import { languages } from '../../../src/messages/messages';
import { yaml } from '../../support/yaml';

const t = translator('en');

function exported(text: string, language: 'en' | 'ja' = 'ja'): string {
  const assessment = parseAssessment(text);
  return csvReport({
    checked: [
      { path: 'a.psirt.yaml', assessment, scored: scoreAssessment(sheets[language], assessment), problems: [] },
    ],
    sheet: sheets[language],
  }).slice(1);
}

/** What importing a table does: changes and remarks in words, and the text of the file afterwards. */
function imported(text: string, table: Uint8Array | string, language: 'en' | 'ja' = 'ja') {
  const read = readTable(typeof table === 'string' ? new TextEncoder().encode(table) : table);
  if (!('readings' in read)) assert.fail(t(read.refused, read.parameters));
  const { rows, remarks, edits } = planImport(parseAssessment(text), read.readings, sheets[language]);
  return {
    changes: rows.map((row) => `${row.id}: ${changeText(row, t)}`),
    remarks: remarks.map((remark) => remarkText(remark, t)),
    text: applyEdits(text, edits),
  };
}

const nothing = { changes: [], remarks: [] };
const withNote = (note: string) =>
  yaml`
    services:
      "1.1": { score: 2, note: ${JSON.stringify(note)} }
      "1.2": { excluded: ${JSON.stringify(note)} }
  `;
const said = (key: 'import.lost' | 'import.unknown-encoding', row: number, id: string) =>
  `${t('import.row', { row, id })}: ${t(key, { column: 'note' })}`;
const lost = (row: number, id: string) => said('import.lost', row, id);

/** What programs write for characters that an encoding lacks: Windows, LibreOffice, Excel for Mac. */
const alike: Record<string, string> = {
  '〜': '～',
  '—': '―',
  '‖': '∥',
  '−': '－',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '«': '≪',
  é: 'e',
  ß: 's',
  Æ: 'A',
  '©': 'c',
  '’': "'",
  '…': '...',
  '–': '-',
  '＝': '=',
  ｱ: '?',
};
const programs: Record<string, (character: string) => string> = {
  'the alike or a mark for each half': (character) => alike[character] ?? '?'.repeat(character.length),
  'a mark each': () => '?',
  'an underscore each': () => '_',
};

function saved(table: string, name: string, instead: (character: string) => string): Uint8Array {
  const encoding = encodingCalled(name);
  const can = (text: string) => [...text].every((character) => encoding.holds(character));
  return encoded(table, encoding, (character) => (can(instead(character)) ? instead(character) : '?'));
}

describe('A table that an encoding has damaged', () => {
  const notes = [
    '受付は9:00〜17:00 — 窓口へ',
    '絵文字🚀とcaféと𠮷野',
    '対象外のため…é',
    'Évaluation faite à l’été, œuvre « oui » – 5 €',
    '－ ‖ − ¢ £ ¬ ß Æ © “x” ＝1 ｱ',
    'e\u0301te\u0301',
    '?',
    '👨‍👩‍👧 ❤️',
  ];

  for (const { name } of legacyEncodings) {
    for (const [how, instead] of Object.entries(programs)) {
      it(`in ${name} changes nothing, with ${how} for what is not in it`, () => {
        for (const note of notes) {
          for (const language of languages) {
            const { changes, remarks } = imported(
              withNote(note),
              saved(exported(withNote(note), language), name, instead),
            );
            assert.deepEqual({ changes, remarks }, nothing, note);
          }
        }
      });
    }
  }

  it('writes nothing into a file, whatever its texts are', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...'〜—é🚀𠮷‖？?_ aA1－\u0301\u200dｱ漢'), fc.constantFrom(...'\n;=\t"\'')),
      maxLength: 12,
    });
    const cases = fc.record({
      text,
      name: fc.constantFrom(...legacyEncodings.map(({ name }) => name)),
      how: fc.constantFrom(...Object.values(programs)),
    });
    fc.assert(
      fc.property(cases, ({ text, name, how }) => {
        const source = withNote(text);
        assert.equal(imported(source, saved(exported(source), name, how)).text, source);
      }),
      { numRuns: 300 },
    );
  });

  it('is no edit either where it went through such an encoding before it became UTF-8', () => {
    const damaged = exported(withNote('絵文字🚀とcafé')).replaceAll('🚀', '??').replaceAll('é', '?');
    for (const mark of ['', '\ufeff'])
      assert.deepEqual({ ...imported(withNote('絵文字🚀とcafé'), mark + damaged), text: '' }, { ...nothing, text: '' });
  });

  it('is told from the others by what its cells said before, and where nothing is left but ASCII', () => {
    const source = withNote('Le câble de test').replace('}', ', target: 3 }');
    for (const name of ['windows-1252', 'macintosh', 'cp850']) {
      const table = encoded(
        exported(source, 'en').replace('"scored","2","3"', '"scored","4","3"'),
        encodingCalled(name),
      );
      assert.deepEqual(imported(source, table, 'en').changes, ['1.1: score 2 → 4']);
    }
    const marks = exported(withNote('絵文字')).replace(/[^\x00-\x7f]/g, '?');
    assert.deepEqual({ ...imported(withNote('絵文字'), marks), text: '' }, { ...nothing, text: '' });
  });
});

describe('A text that was changed in such a table', () => {
  const source = yaml`
    services:
      "1.1": { score: 2, note: 受付は9:00〜17:00 — 窓口へ }
      "1.2": { score: 2, note: 対応済 }
      "1.3": { score: 1, note: caf\u00e9 }
  `;
  const shiftJis = (table: string) =>
    encoded(table, encodingCalled('Shift_JIS'), (character) => alike[character] ?? '?');

  it('is taken over where every character of it is there for sure, with what else was changed', () => {
    const table = shiftJis(yaml`
      id,score,note
      1.1,3,受付は9:00〜17:00 — 窓口へ
      1.2,2,対応済、要確認
      1.4,1,未対応
    `);
    const { changes, remarks } = imported(source, table);
    assert.deepEqual(
      { changes, remarks },
      {
        changes: [
          '1.1: score 2 → 3',
          '1.2: note “対応済” → “対応済、要確認”',
          '1.4: score none → 1; note none → “未対応”',
        ],
        remarks: [],
      },
    );
  });

  it('is left out, and that is said, where characters may have got lost', () => {
    const table = shiftJis(
      yaml`
        id,score,note
        1.1,3,受付は9:00〜18:00 — 窓口へ
        1.2,2,対応済🚀
        1.3,1,café x
        1.4,1,何?
      `,
    );
    const { changes, remarks, text } = imported(source, table);
    assert.deepEqual(changes, ['1.1: score 2 → 3', '1.4: score none → 1']);
    assert.deepEqual(remarks, [lost(2, '1.1'), lost(3, '1.2'), lost(4, '1.3'), lost(5, '1.4')]);
    assert.equal(text, source.replace('score: 2', 'score: 3').replace(/\n$/, '\n  "1.4": 1\n'));
  });

  it('has question marks of its own where nothing got lost: in ASCII and in Unicode', () => {
    for (const [note, mark] of [
      ['Really?', ''],
      ['本当?', '\ufeff'],
      ['本当?', ''],
    ] as const) {
      assert.deepEqual(imported('services: { "1.1": 2 }\n', `${mark}id,note\n1.1,${note}\n`).changes, [
        `1.1: note none → “${note}”`,
      ]);
    }
    assert.deepEqual(imported(source, 'id,note\n1.2,Really?\n').remarks, [lost(2, '1.2')]);
    assert.deepEqual(imported(source, 'id,note\n1.2,Done\n').changes, ['1.2: note “対応済” → “Done”']);
    assert.deepEqual(imported('services: { "1.1": { note: ∞ } }\n', 'id,note\n1.1,8\n').remarks, [lost(2, '1.1')]);
  });

  it('never brings replacement characters into the file', () => {
    for (const note of ['x\ufffdy', 'x\u0007y', '対応済\ufffd'])
      assert.deepEqual(
        { ...imported(source, `id,note\n1.2,${note}\n`), text: '' },
        { changes: [], remarks: [lost(2, '1.2')], text: '' },
      );
    // A soft hyphen does not show: the cell has a replacement character in its place.
    const hidden = 'services: { "1.1": { note: "soft\\u00adhyphen" } }\n';
    assert.deepEqual(imported(hidden, exported(hidden).replace('hyphen', 'hyphens')).remarks, [lost(2, '1.1')]);
    assert.deepEqual(imported(hidden, 'id,note\n1.1,-\n').changes, ['1.1: note “soft\ufffdhyphen” → none']);
  });

  it('is left out alone where nobody can tell which encoding it is in', () => {
    const table = encoded(
      yaml`
        id,score,note
        1.1,4,Évaluation faite
        1.2,3,Done
      `,
      encodingCalled('macintosh'),
    );
    const { changes, remarks } = imported('services: { "1.1": 2, "1.2": 2 }\n', table);
    assert.deepEqual(changes, ['1.1: score 2 → 4', '1.2: score 2 → 3; note none → “Done”']);
    assert.deepEqual(remarks, [said('import.unknown-encoding', 2, '1.1')]);
  });
});
