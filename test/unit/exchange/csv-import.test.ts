import assert from 'node:assert/strict';
import { parseAssessment } from '../../../src/assessment/parse';
import { translator } from '../../../src/messages/catalogues';
import { planImport } from '../../../src/exchange/csv-import';
import { readTable } from '../../../src/exchange/csv-read';
import { findService } from '../../../src/sheet/sheet';
import { sheets } from '../../support/views';
import { within } from '../../support/within';
import { text, exported, imported, table, refusal } from '../../support/csv-tables';
import { languages } from '../../../src/messages/messages';
import { yaml } from '../../support/yaml';

describe('A table that comes back', () => {
  it('changes nothing when nothing was changed, also where a spreadsheet has written things its own way', () => {
    const nothing = { changes: [], remarks: [], gone: [], come: [] };
    assert.deepEqual(imported(exported()), nothing);
    assert.deepEqual(
      imported(exported().replace('"1.10"', '1.1').replaceAll(',2.5,', ',2.50,').replace("'=HYPER", '=HYPER')),
      nothing,
    );
    assert.deepEqual(imported(exported(), text.replaceAll('\n', '\r\n')), nothing);
  });

  it('has the digests of evidence, which stay as they are', () => {
    const digested = text.replace(
      'services:\n',
      `services:\n  "3.1": { score: 2, evidence: [{ link: a.pdf, sha256: ${'a'.repeat(64)} }] }\n`,
    );
    const back = exported(digested);
    assert.match(back, /"a\.pdf; sha256: a{64}"/);
    assert.deepEqual(imported(back, digested), { changes: [], remarks: [], gone: [], come: [] });
  });

  it('changes scores, targets, exclusions and notes, each in its place', () => {
    const { changes, remarks, gone, come } = imported(
      table(
        '1.1,4,,,',
        '1.2,,3.5,,"New\nnote"',
        '1.3,2,,,',
        '1.5,,,"Not ours, really",',
        '2.1,３,"2,5",,',
        '6.4,,,,one line',
      ),
    );
    assert.deepEqual(changes, [
      '1.1: score 3 → 4',
      '1.2: target 3 → 3.5; note “First line. - second, "quoted"” → “New note”',
      '1.3: score none → 2; exclusion “=HYPERLINK("https://evil.example")” → none',
      '1.5: exclusion none → “Not ours, really”',
      '2.1: score none → 3',
      '6.4: note “1.10” → “one line”',
    ]);
    assert.deepEqual(gone, [
      '  "1.1": 3   # Internal stakeholders',
      '    target: 3 # ambitious',
      '      First line.',
      '      - second, "quoted"',
      '  "1.3": { excluded: "=HYPERLINK(\\"https://evil.example\\")" }',
      '  "6.4": { note: "1.10" }',
    ]);
    assert.deepEqual(come, [
      '  "1.1": 4   # Internal stakeholders',
      '    target: 3.5 # ambitious',
      '      New',
      '      note',
      '  "1.3": { score: 2 }',
      '  "1.5":',
      '    excluded: "Not ours, really"',
      '  "2.1": 3',
      '  "6.4": { note: one line }',
    ]);
    assert.deepEqual(remarks, [
      'row 2 (1.1): “target” is empty, so the value in the file (2.5) stays. To remove it, write “-”.',

      'row 3 (1.2): “score” is empty, so the value in the file (2) stays. To remove it, write “-”.',

      'row 4 (1.3): “target” is empty, so the value in the file (2.5) stays. To remove it, write “-”.',

      'row 5 (1.5): “target” is empty, so the value in the file (2.5) stays. To remove it, write “-”.',

      'row 7 (6.4): “target” is empty, so the value in the file (2.5) stays. To remove it, write “-”.',
    ]);
  });

  it('takes a value away for a dash alone', () => {
    const { changes, gone, come } = imported(yaml`
      id,score,target,excluded,note
      1.1,-,-,,
      1.2,,-,,-
      1.3,,,-,
    `);
    assert.deepEqual(changes, [
      '1.1: score 3 → none',
      '1.2: target 3 → 2.5; note “First line. - second, "quoted"” → none',
      '1.3: exclusion “=HYPERLINK("https://evil.example")” → none',
    ]);
    assert.equal(gone.length, 6);
    assert.deepEqual(come, ['  "1.1":   # Internal stakeholders', '    # ambitious', '  "1.3": {  }']);
  });

  it('has nothing to take away for a dash where there is nothing', () => {
    const { changes, remarks } = imported(
      yaml`
        id,score,target,excluded,note,evidence,plan
        1.1,4,-,-,-,-,-
        2.1,-,-,－,－,,
      `,
    );
    assert.deepEqual({ changes, remarks }, { changes: ['1.1: score 3 → 4'], remarks: [] });
  });

  it('leaves columns alone that it does not have', () => {
    assert.deepEqual(imported('score,id\n4,1.1\n').changes, ['1.1: score 3 → 4']);
    assert.deepEqual(imported(' ID , Note \n1.1,x\n').changes, ['1.1: note none → “x”']);
  });

  it('is read at once, however often it repeats an id and however wide it is', () => {
    const rows = (text: string, file = '') => {
      const table = readTable(new TextEncoder().encode(text));
      return planImport(parseAssessment(file), 'readings' in table ? table.readings : [], sheets.en).remarks;
    };
    const doubles = within(5000, () => rows(`id,score\n${'1.1,3\n'.repeat(40_000)}`));
    assert.deepEqual(doubles.length, 40_000);
    assert.deepEqual(
      [doubles[0], doubles[1], doubles[2]].map((remark) => remark?.parameters.row),
      [3, 2, 2],
    );
    within(5000, () => rows(`id,score${',x'.repeat(40_000)}\n${'1.1,3\n'.repeat(40_000)}`));
    const note = { services: { '1.1': { note: 'long '.repeat(50_000) } } };
    within(5000, () => rows(`id,note\n${'1.1,x\n'.repeat(40_000)}`, JSON.stringify(note)));
  });

  it('guesses nothing: what does not fit is left out, and said with row and id', () => {
    const rows = [
      '9.9,1,2,,',
      '01. Jan,1,2,,',
      '1.1,6,2,,',
      '1.2,2.5,2,,',
      '2.1,three,2,,',
      '2.2,2,high,,',
      '2.3,2,5.1,,',
      '2.4,2,2,both,',
      '6.3,2,2.5,,',
      '2.5,1,2.5,,',
      '2.5,1,2.5,,',
      '3.1,1,2.5,,a,b',
      ',1,2,,',
    ];
    const { changes, remarks } = imported(table(...rows));
    assert.deepEqual(changes, []);
    assert.deepEqual(remarks, [
      'row 2 (9.9): The maturity sheet has no such service. Spreadsheets sometimes change IDs, too: 1.1 may have become a date.',
      'row 3 (01. Jan): The maturity sheet has no such service. Spreadsheets sometimes change IDs, too: 1.1 may have become a date.',
      'row 4 (1.1): A score is a whole number from 0 to 5, not “6”.',
      'row 5 (1.2): A score is a whole number from 0 to 5, not “2.5”.',
      yaml`
        row 5 (1.2): “note” is empty, so the value in the file (First line.
        - second, "quoted") stays. To remove it, write “-”.`.replace('\n', ' '),
      'row 6 (2.1): A score is a whole number from 0 to 5, not “three”.',
      'row 7 (2.2): A target is a number from 0 to 5, not “high”.',
      'row 8 (2.3): A target is a number from 0 to 5, not “5.1”.',
      'row 9 (2.4): Both a score and an exclusion are given: leave one of the two empty.',
      'row 10 (6.3): The maturity sheet leaves this service out of scope: it takes neither a score nor an exclusion.',
      'row 11 (2.5): The service is also in row 12, and which of the two is right cannot be told.',
      'row 12 (2.5): The service is also in row 11, and which of the two is right cannot be told.',
      'row 13 (3.1): The row has more cells than there are columns: a separator within a text may have shifted them.',
      'row 14: The maturity sheet has no such service. Spreadsheets sometimes change IDs, too: 1.1 may have become a date.',
    ]);
  });

  it('says so when evidence or plan are different, or a spreadsheet has cut off a note', () => {
    const long = `services:\n  "1.1": { note: ${'x'.repeat(40_000)} }\n`;
    const cut = exported(long).replace('x'.repeat(40_000), 'x'.repeat(32_767));
    assert.deepEqual(imported(cut, long), {
      changes: [],
      remarks: ['row 2 (1.1): The spreadsheet cut off the text in “note”; the file keeps its own.'],
      gone: [],
      come: [],
    });
    assert.deepEqual(imported(exported().replace('Minutes', 'Hours')).remarks, [
      'row 3 (1.2): “evidence” has changed but cannot be imported: change it in the file itself.',
    ]);
  });

  it('is read in the encodings and with the separators spreadsheets save it in', () => {
    const csv = 'id;score;note\r\n1.1;4;メモを書く\r\n';
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${csv.replaceAll(';', '\t')}`, 'utf16le'));
    const shiftJis = Uint8Array.from([
      ...Buffer.from('id,score,note\r\n1.1,4,'),
      0x83,
      0x81,
      0x83,
      0x82,
      0x82,
      0xf0,
      0x8f,
      0x91,
      0x82,
      0xad,
    ]);
    for (const given of [
      csv,
      `\ufeff${csv}`,
      utf16,
      utf16.slice().map((_, index, all) => all[index ^ 1] ?? 0),
      shiftJis,
    ]) {
      assert.deepEqual(imported(given).changes, ['1.1: score 3 → 4; note none → “メモを書く”']);
    }
  });

  it('is read with a first line that names the separator, also where a spreadsheet took that line for a row', () => {
    for (const first of ['sep=;', 'SEP=;', '"sep=;"', 'sep=;;;', '"sep=";;', '\ufeffsep=;']) {
      assert.deepEqual(
        imported(`${first}\r\nid;score;note\r\n1.1;4;"a;b"\r\n`).changes,
        ['1.1: score 3 → 4; note none → “a;b”'],
        first,
      );
    }
    assert.deepEqual(
      imported(yaml`
        sep=|
        id|score
        1.1|4
      `).changes,
      ['1.1: score 3 → 4'],
    );
    assert.deepEqual(
      imported(yaml`
        sep=|
        id|score
        1.1|9
      `).remarks,
      ['row 2 (1.1): A score is a whole number from 0 to 5, not “9”.'],
    );
  });

  it('may be the sheet of services of the workbook, in either language', async () => {
    for (const language of languages) {
      const t = translator(language);
      const heads = [
        'report.column.id',
        'report.column.service',
        'report.column.score',
        'report.column.target',
        'report.column.next-asks',
        'view.note',
        'view.evidence',
      ] as const;
      const title = findService(sheets[language], '1.1')?.title ?? '';
      const csv = `${heads.map((key) => t(key)).join(',')}\n1.1,${title},4,"2,5",,=1+1,\n`;
      assert.deepEqual(imported(csv).changes, ['1.1: score 3 → 4; note none → “=1+1”']);
      assert.match(refusal(`${t('report.column.assessment')},${csv}`), /several assessments/);
    }
  });

  it('is refused as a whole where it can not be told what stands where', () => {
    assert.match(
      refusal(Uint8Array.from([0xef, 0xbb, 0xbf, ...Buffer.from('id,note\n1.1,'), 0xe4])),
      /not in an encoding that is known/,
    );
    assert.match(refusal('id,score\0\n'), /not in an encoding that is known/);
    assert.match(refusal('service,score\n1.1,2\n'), /no column “id”/);
    assert.match(refusal(''), /no column “id”/);
    assert.match(refusal('id,title\n1.1,x\n'), /score, target, excluded, note/);
    assert.match(refusal('id,score,score\n1.1,2,3\n'), /“score” appears twice/);
    assert.match(
      refusal(yaml`
        id,note
        1.1,"open
        1.2,x
      `),
      /row 2 is not closed/,
    );
  });

  it('refuses to touch a file that can not be read in full, row by row', () => {
    assert.match(imported(table('1.1,4,2.5,,'), 'services: {').remarks[0] ?? '', /row 2 \(1\.1\)/);
  });
});
