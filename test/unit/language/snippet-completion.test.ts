import assert from 'node:assert/strict';
import { newAssessment } from '../../../src/assessment/template';
import { translator } from '../../../src/messages/catalogues';
import { analyse, errorsOf } from '../../support/analyse';
import { sheets, today } from '../../support/problems';
import { completionsOn, cursor, matches, withProposals } from '../../support/at-cursor';
import { yaml } from '../../support/yaml';

/** The snippets that an editor shows at `|`. */
function snippetsAt(source: string): string[] {
  const { text, offset } = cursor(source);
  const shown = completionsOn(source).filter(
    ({ kind, filterText, span }) => kind === 'snippet' && matches(text.slice(span.start, offset), filterText),
  );
  return shown.map(({ label }) => label);
}

/** A text with a snippet chosen at `|`, what it proposes taken over. */
function withSnippet(source: string, label: string): string {
  const { text } = cursor(source);
  const { span, insertText } =
    completionsOn(source).find((completion) => completion.label === label) ?? assert.fail(label);
  return text.slice(0, span.start) + withProposals(insertText) + text.slice(span.end);
}

const begun = ['psirt-assessment', 'psirt-service', 'psirt-exclusion'];

describe('Snippets are offered', () => {
  const table: readonly [where: string, source: string, labels: readonly string[]][] = [
    ['in an empty file', '|', begun],
    [
      'below a comment in a file without content',
      yaml`
        # of the router

        |`,
      begun,
    ],
    ['as their prefix is typed', 'ps|', begun],
    ['by their names', 'psirt-a|\n', ['psirt-assessment']],
    [
      'among services',
      yaml`
        services:
          "1.1": 2
          psirt|`,
      ['psirt-service', 'psirt-exclusion'],
    ],
    [
      'as evidence',
      yaml`
        services:
          "1.1":
            evidence:
              - psirt|
      `,
      ['psirt-evidence'],
    ],
    [
      'as an action',
      yaml`
        services:
          "1.1":
            plan:
              - psirt|
      `,
      ['psirt-action'],
    ],
  ];
  for (const [where, source, labels] of table) it(where, () => assert.deepEqual(snippetsAt(source), labels));

  it('nowhere else', () => {
    const others = [
      '  psirt|',
      '{ psirt| }',
      'subject: x\npsirt|',
      's|',
      'services:\n  |',
      'services: { psirt| }',
      yaml`
        services:
          "1.1":
            psirt|`,
      yaml`
        services:
          "1.1":
            plan:
              - { psirt| }
      `,
    ];
    for (const source of others) assert.deepEqual(snippetsAt(source), [], source);
  });
});

describe('A snippet that is chosen', () => {
  for (const [source, label] of [
    ['psirt|', 'psirt-assessment'],
    ['psirt|', 'psirt-service'],
    ['psirt|', 'psirt-exclusion'],
    ['services:\n    psirt|\n', 'psirt-service'],
    [
      yaml`
        services:
          "1.2": 3
          psirt|
      `,
      'psirt-exclusion',
    ],
    [
      yaml`
        services:
          "1.1":
            evidence:
            - psirt|
            score: 3
      `,
      'psirt-evidence',
    ],
    [
      yaml`
        services:
          "1.1":
            plan:
              - psirt|
      `,
      'psirt-action',
    ],
  ] as const) {
    it(`writes no mistake: ${label} at ${JSON.stringify(source)}`, () => {
      const analysis = analyse(withSnippet(source, label));
      assert.deepEqual(errorsOf(analysis), []);
      assert.ok(analysis.assessment.services.has('1.1'));
    });
  }

  it('makes up no document: it opens the list of paths where one is to be cited', () => {
    for (const [source, label, continues] of [
      [
        yaml`
          services:
            "1.1":
              evidence:
                - psirt|
        `,
        'psirt-evidence',
        true,
      ],
      ['services:\n  psirt|\n', 'psirt-service', false],
    ] as const) {
      const chosen = completionsOn(source).find((completion) => completion.label === label) ?? assert.fail();
      assert.doesNotMatch(chosen.insertText, /\.md|#heading/);
      assert.equal(chosen.continues, continues);
    }
    const { text } = cursor('services:\n  psirt|\n');
    const { span, insertText } =
      completionsOn('services:\n  psirt|\n').find(({ label }) => label === 'psirt-service') ?? assert.fail();
    const untouched = text.slice(0, span.start) + withProposals(insertText.replace('$4', '')) + text.slice(span.end);
    assert.deepEqual(errorsOf(analyse(untouched)), [], 'left empty');
  });

  it('as a whole assessment writes what New Assessment does, and leads from what is assessed to the first score', () => {
    const whole = newAssessment({
      subject: 'Product or unit',
      target: 2.5,
      today,
      sheet: sheets.en,
      t: translator('en'),
    });
    assert.equal(withSnippet('|', 'psirt-assessment').replace('"Product or unit"', 'Product or unit'), whole);
    const { insertText } = completionsOn('|', 'ja').find(({ label }) => label === 'psirt-assessment') ?? assert.fail();
    assert.match(insertText, /^sheet: psirt-maturity@1\.0\nsubject: "\$\{1:製品または部門\}"\n/);
    assert.match(insertText, /^ {2}"1\.1": \$0 {5}# /m);
    assert.equal(insertText.match(/(?<!\\)\$/g)?.length, 2);
  });
});
