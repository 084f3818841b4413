import assert from 'node:assert/strict';
import { placeAt, serviceAt, typedPlaceAt } from '../../../src/assessment/cursor';
import { parseAssessment } from '../../../src/assessment/parse';
import { completionsAt } from '../../../src/language/completion';
import { cursorIn, sheet, slice, t, today } from '../../support/analyse';

const head = 'sheet: psirt-maturity@1.0\nservices:\n  "1.1": 2\n';

/** Each sample with LF and with CRLF; `|` is the cursor. */
function inBoth(sample: string, check: (cursor: { text: string; offset: number }) => void): void {
  for (const eol of ['\n', '\r\n']) check(cursorIn(sample.replaceAll('\n', eol)));
}

/** What is typed at the cursor, as `on path` and the text a completion replaces. */
function typed(sample: string): readonly [string, string] | undefined {
  let result: readonly [string, string] | undefined;
  inBoth(sample, ({ text, offset }) => {
    const place = typedPlaceAt(text, offset);
    const parent = place?.path.slice(0, place.on === 'key' ? -1 : undefined).join('/');
    const colon = place?.hasColon ? ' (colon)' : '';
    const now = place && ([`${place.on} ${parent}`.trimEnd() + colon, slice(text, place.span) ?? ''] as const);
    if (text.includes('\r')) assert.deepEqual(now, result, 'the same with CRLF');
    result = now;
  });
  return result;
}

describe('what is being typed', () => {
  const samples: readonly (readonly [sample: string, on: string, replaces: string])[] = [
    // The head of a file.
    ['|', 'key', ''],
    ['s|', 'key', 's'],
    ['# c\n|', 'key', ''],
    ['---\n|', 'key', ''],
    ['ser|\nsubject: x\n', 'key', 'ser'],
    ['subject: x\n|\nservices:\n', 'key', ''],
    ['sub|ject: x\n', 'key (colon)', 'subject'],
    ['sheet: |', 'value sheet', ''],
    ['sheet: psirt|-maturity@1.0\n', 'value sheet', 'psirt-maturity@1.0'],
    ['assessed: 2026-11|\n', 'value assessed', '2026-11'],
    ['target: 2|.5\n', 'value target', '2.5'],
    ['{ | }', 'key', ''],
    // Ids.
    [`${head}  |`, 'key services', ''],
    [`${head}  "|`, 'key services', '"'],
    [`${head}  "|"`, 'key services', '""'],
    [`${head}  "1|`, 'key services', '"1'],
    [`${head}  '1.|'\n  "1.3": 2\n`, 'key services', "'1.'"],
    [`${head}  1.|\n  "1.3": 2\n`, 'key services', '1.'],
    [`${head}  |\n  "1.3": 2\n`, 'key services', ''],
    [`${head}  "|\n  "1.3": 2\n`, 'key services', '"'],
    [`${head}  "1.2|": 3\n`, 'key services (colon)', '"1.2"'],
    [`${head}\n\n  |\n\n`, 'key services', ''],
    [`services:\n  |\nrules:\n`, 'key services', ''],
    [`services:\n|\nrules:\n`, 'key', ''],
    [`services: { | }\n`, 'key services', ''],
    // Scores.
    [`${head}  "1.2": |`, 'value services/1.2', ''],
    [`${head}  "1.2": |\n  "1.3": 2\n`, 'value services/1.2', ''],
    [`${head}  "1.2": 3|\n`, 'value services/1.2', '3'],
    [`${head}  "1.2": |   # Finder community\n`, 'value services/1.2', ''],
    [`${head}  "1.2": "|"\n`, 'value services/1.2', '""'],
    // The long form.
    [`${head}  "1.2":\n    |`, 'key services/1.2', ''],
    [`${head}  "1.2":\n    |\n  "1.3": 2\n`, 'key services/1.2', ''],
    [`${head}  "1.2":\n    sc|\n  "1.3": 2\n`, 'key services/1.2', 'sc'],
    [`${head}  "1.2":\n    score: 2\n    |\n    note: x\n`, 'key services/1.2', ''],
    [`${head}  "1.2":\n    score: |\n  "1.3": 2\n`, 'value services/1.2/score', ''],
    [`services:\n  "1.1":\n    score: 2\n\n    |\n\n  "1.2": 3\n`, 'key services/1.1', ''],
    // Flow maps, closed and not.
    [`${head}  "1.2": {|}\n`, 'key services/1.2', ''],
    [`${head}  "1.2": { sc|`, 'key services/1.2', 'sc'],
    [`${head}  "1.2": { sc|\n  "1.3": 2\n`, 'key services/1.2', 'sc'],
    [`${head}  "1.2": { score: |`, 'value services/1.2/score', ''],
    [`${head}  "1.2": { score: |\n  "1.3": 2\n`, 'value services/1.2/score', ''],
    [`${head}  "1.2": { score: 2, | }\n`, 'key services/1.2', ''],
    ['{ services: { "1.1": | } }', 'value services/1.1', ''],
    // Lists.
    [`${head}  "1.2":\n    evidence:\n      - |`, 'key services/1.2/evidence/0', ''],
    [`${head}  "1.2":\n    evidence:\n      - a.md\n      - l|\n  "1.3": 2\n`, 'key services/1.2/evidence/1', 'l'],
    [`${head}  "1.2":\n    evidence:\n      - link: a\n        co|\n      - b\n`, 'key services/1.2/evidence/0', 'co'],
    [
      `${head}  "1.2":\n    evidence:\n      - link: a\n        collected: |\n`,
      'value services/1.2/evidence/0/collected',
      '',
    ],
    [`${head}  "1.2":\n    plan:\n      - { action: x, |`, 'key services/1.2/plan/0', ''],
    [`${head}  "1.2":\n    plan:\n      - { action: x, due: | }\n`, 'value services/1.2/plan/0/due', ''],
    // Areas and rules.
    ['areas:\n  |', 'key areas', ''],
    ['areas:\n  "|"\n', 'key areas', '""'],
    ['areas:\n  "1": { | }\n', 'key areas/1', ''],
    ['areas:\n  "1": { target: |', 'value areas/1/target', ''],
    ['rules:\n  miss|\n', 'key rules', 'miss'],
    ['rules:\n  missing-evidence: o|\n', 'value rules/missing-evidence', 'o'],
  ];
  for (const [sample, on, replaces] of samples)
    it(`is ${on} at ${JSON.stringify(sample.replace(head, '… '))}`, () =>
      assert.deepEqual(typed(sample), [on, replaces]));

  const nothing = [
    '# |',
    '#|',
    `${head}  # 1|\n`,
    `${head}  "1.2": 2 # |`,
    `${head}  "1.2": 2 # "1.|`,
    `${head}  "1.2": 3 |\n`,
    'sheet:|',
    'services:|',
    'subject: Edge |\n',
    'subject: Edge rou|ter\n',
    'subject: "Edge |"\n',
    'subject: "Edge |',
    `${head}  "1.2":\n    note: free te|\n`,
    `${head}  "1.2": { "score": 2 | }\n`,
    'sheet: x\n...\n|',
  ];
  for (const sample of nothing)
    it(`is nothing to complete at ${JSON.stringify(sample.replace(head, '… '))}`, () =>
      assert.equal(typed(sample), undefined));

  it('is nothing to complete in block scalars', () => {
    for (const body of ['te^', '^', 'score: ^', '"1.^', 'a\n\n      ^\n\n      b', '- ^']) {
      for (const style of ['|', '>-', '|2']) {
        const marked = `${head}  "1.2":\n    note: ${style}\n      ${body}\n  "1.3": 2\n`;
        const offset = marked.indexOf('^');
        assert.equal(typedPlaceAt(marked.replace('^', ''), offset), undefined, marked);
      }
    }
  });

  it('takes long lines and the edges of the text', () => {
    const long = 'x'.repeat(500);
    for (const text of [long, `subject: ${long}\n`, '"', "'", '\ufeff', '😀'])
      for (const offset of [0, Math.min(1, text.length), text.length]) typedPlaceAt(text, offset);
  });

  it('knows the rest of the file: what is there already is not offered again', () => {
    const labels = (sample: string) => {
      const { text, offset } = cursorIn(sample);
      return completionsAt({ sheet, text, today, t }, offset).map(({ label }) => label.split(' ')[0]);
    };
    const ids = labels('services:\n  "1.1": 2\n  "|\n  1.3: 2\n');
    assert.equal(ids.includes('1.1') || ids.includes('1.3') || ids.includes('6.3'), false);
    assert.equal(ids.length, 25);
    assert.deepEqual(labels('services:\n  "1.1": { score: 2, |'), [
      'target',
      'excluded',
      'evidence',
      'note',
      'plan',
      'criteria',
      'votes',
      'responder',
    ]);
    assert.deepEqual(labels('services:\n  "4.4": |\n'), ['0', '4', '5', 'Long']);
  });
});

describe('what lies at an offset', () => {
  const at = (sample: string) => {
    const { text, offset } = cursorIn(sample);
    const place = placeAt(parseAssessment(text), offset);
    return place && [`${place.on} ${place.path.join('/')}`, slice(text, place.span)];
  };
  const samples: readonly (readonly [string, string, string])[] = [
    [`|sheet: x\n`, 'key sheet', 'sheet'],
    [`sheet|: x\n`, 'key sheet', 'sheet'],
    [`sheet: |x\n`, 'value sheet', 'x'],
    [`sheet: x|\n`, 'value sheet', 'x'],
    [`${head}  "1.|2":\n    score: 3\n`, 'key services/1.2', '"1.2"'],
    [`${head}  1.2|: 3\n`, 'key services/1.2', '1.2'],
    [`${head}  "1.2": |3 # c\n`, 'value services/1.2', '3'],
    [`${head}  "1.2":\n    sco|re: 3\n`, 'key services/1.2/score', 'score'],
    [`${head}  "1.2":\n    evidence: [a, |b]\n`, 'value services/1.2/evidence/1', 'b'],
    [`${head}  "1.2": &a 3\n  "1.3": *|a\n`, 'value services/1.3', '*a'],
    [`areas: { "1": { target: |3 } }\r\n`, 'value areas/1/target', '3'],
  ];
  for (const [sample, on, text] of samples)
    it(`is ${on} in ${JSON.stringify(sample.replace(head, '… '))}`, () => assert.deepEqual(at(sample), [on, text]));

  it('is nothing between values, in comments and where no value is', () => {
    for (const sample of [
      '|\nsheet: x\n',
      'sheet:| x\n',
      'sheet: x | # c\n',
      'sheet: x # c|\n',
      '# |\n',
      `${head}  "1.2":| \n`,
      `${head}  |\n`,
      '|',
      `${head}  "1.2": { |score: 2 }\n`.replace('|score', ' |  score'),
    ])
      assert.equal(at(sample), undefined, sample);
  });

  it('is inside a block scalar, its text', () => {
    const text = `${head}  "1.2":\n    note: |\n      some text\n`;
    assert.deepEqual(placeAt(parseAssessment(text), text.indexOf('some'))?.path, ['services', '1.2', 'note']);
  });
});

describe('the service a cursor is in', () => {
  const at = (sample: string) => {
    let id: string | undefined;
    inBoth(sample, ({ text, offset }) => (id = serviceAt(parseAssessment(text), offset)));
    return id;
  };
  const body =
    '  "1.2": # c\n    # d\n    score: 3\n\n    note: x # e\n\n  # 2 B\n  "2.1": 1\nrules:\n  below-target: off\n';
  const withCursor = (marker: string) => head + body.replace(marker, `|${marker}`);

  it('is the one whose lines they are, with its comments', () => {
    for (const marker of ['"1.2"', '# c', '# d', 'score', 'note', 'x #', '# e'])
      assert.equal(at(withCursor(marker)), '1.2', marker);
    assert.equal(at(withCursor('"2.1"')), '2.1');
    assert.equal(at(`${head}  "1.2":\n    |\n  "1.3": 1\n`), '1.2');
  });

  it('is the one of the line, from its very start', () => {
    assert.equal(at(`${head}|  "1.2": 1\n`), '1.2');
    assert.equal(at(`${head}  "1.2":\n|    score: 1\n`), '1.2');
    assert.equal(at(`${head}|\n  "1.2": 1\n`), '1.1');
  });

  it('is none at headings and outside of the services', () => {
    for (const marker of ['rules', 'below-target']) assert.equal(at(withCursor(marker)), undefined, marker);
    assert.equal(at(head.replace('services', '|services')), undefined);
    assert.equal(at(`${head}  # 2 B|\n  "2.1": 1\n`), undefined);
    assert.equal(at(`${head}|  # 2 B\n  "2.1": 1\n`), undefined);
    assert.equal(at('|'), undefined);
  });

  it('is found in flow maps, in any order, and beside services that are merged in', () => {
    assert.equal(at('services: { "1.1": 2, "1.2": { score: |3 } }\n'), '1.2');
    assert.equal(at('services:\n  "2.1": 1\n  "1.1": |2\n'), '1.1');
    assert.equal(at('services:\n  <<: { "3.1": 1 }\n  "1.1": |2\n'), '1.1');
  });
});
