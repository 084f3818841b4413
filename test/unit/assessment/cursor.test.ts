import assert from 'node:assert/strict';
import { typedPlaceAt } from '../../../src/assessment/cursor';
import { completionsAt } from '../../../src/language/completion';
import { cursorIn, sheet, slice, t, today } from '../../support/analyse';
import { yaml } from '../../support/yaml';
import { head, inBoth } from '../../support/at-cursors';

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
    [
      yaml`
        subject: x
        |
        services:
      `,
      'key',
      '',
    ],
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
    [
      yaml`
        services:
          |
        rules:
      `,
      'key services',
      '',
    ],
    [
      yaml`
        services:
        |
        rules:
      `,
      'key',
      '',
    ],
    [`services: { | }\n`, 'key services', ''],
    // Scores.
    [`${head}  "1.2": |`, 'value services/1.2', ''],
    [`${head}  "1.2": |\n  "1.3": 2\n`, 'value services/1.2', ''],
    [`${head}  "1.2": 3|\n`, 'value services/1.2', '3'],
    [`${head}  "1.2": |   # Finder community\n`, 'value services/1.2', ''],
    [`${head}  "1.2": "|"\n`, 'value services/1.2', '""'],
    // The long form.
    [`${head}  "1.2":\n    |`, 'key services/1.2', ''],
    [
      yaml`
        ${head}  "1.2":
            |
          "1.3": 2
      `,
      'key services/1.2',
      '',
    ],
    [
      yaml`
        ${head}  "1.2":
            sc|
          "1.3": 2
      `,
      'key services/1.2',
      'sc',
    ],
    [
      yaml`
        ${head}  "1.2":
            score: 2
            |
            note: x
      `,
      'key services/1.2',
      '',
    ],
    [
      yaml`
        ${head}  "1.2":
            score: |
          "1.3": 2
      `,
      'value services/1.2/score',
      '',
    ],
    [
      yaml`
        services:
          "1.1":
            score: 2

            |

          "1.2": 3
      `,
      'key services/1.1',
      '',
    ],
    // Flow maps, closed and not.
    [`${head}  "1.2": {|}\n`, 'key services/1.2', ''],
    [`${head}  "1.2": { sc|`, 'key services/1.2', 'sc'],
    [`${head}  "1.2": { sc|\n  "1.3": 2\n`, 'key services/1.2', 'sc'],
    [`${head}  "1.2": { score: |`, 'value services/1.2/score', ''],
    [`${head}  "1.2": { score: |\n  "1.3": 2\n`, 'value services/1.2/score', ''],
    [`${head}  "1.2": { score: 2, | }\n`, 'key services/1.2', ''],
    ['{ services: { "1.1": | } }', 'value services/1.1', ''],
    // Lists.
    [
      yaml`
        ${head}  "1.2":
            evidence:
              - |`,
      'key services/1.2/evidence/0',
      '',
    ],
    [
      yaml`
        ${head}  "1.2":
            evidence:
              - a.md
              - l|
          "1.3": 2
      `,
      'key services/1.2/evidence/1',
      'l',
    ],
    [
      yaml`
        ${head}  "1.2":
            evidence:
              - link: a
                co|
              - b
      `,
      'key services/1.2/evidence/0',
      'co',
    ],
    [
      yaml`
        ${head}  "1.2":
            evidence:
              - link: a
                collected: |
      `,
      'value services/1.2/evidence/0/collected',
      '',
    ],
    [
      yaml`
        ${head}  "1.2":
            plan:
              - { action: x, |`,
      'key services/1.2/plan/0',
      '',
    ],
    [
      yaml`
        ${head}  "1.2":
            plan:
              - { action: x, due: | }
      `,
      'value services/1.2/plan/0/due',
      '',
    ],
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
    yaml`
      sheet: x
      ...
      |`,
  ];
  for (const sample of nothing)
    it(`is nothing to complete at ${JSON.stringify(sample.replace(head, '… '))}`, () =>
      assert.equal(typed(sample), undefined));

  it('is nothing to complete in block scalars', () => {
    for (const body of ['te^', '^', 'score: ^', '"1.^', 'a\n\n      ^\n\n      b', '- ^']) {
      for (const style of ['|', '>-', '|2']) {
        const marked = yaml`
          ${head}  "1.2":
              note: ${style}
                ${body}
            "1.3": 2
        `;
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
    const ids = labels(yaml`
      services:
        "1.1": 2
        "|
        1.3: 2
    `);
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
