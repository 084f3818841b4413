import assert from 'node:assert/strict';
import { parseAssessment } from '../../../../src/assessment/parse';
import { addAction } from '../../../../src/assessment/edit/plan-and-evidence';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { editsOf } from '../../../support/analyse';
import { yaml } from '../../../support/yaml';

/** The text after an action is planned for 1.1, without the marks of a snippet. */
function planned(text: string): string | undefined {
  const assessment = parseAssessment(text);
  const entry = assessment.services.get('1.1') ?? assert.fail('no 1.1');
  const edits = editsOf(addAction(assessment, entry, { action: 'Publish', due: '2027-03-31' }));
  return edits && applyEdits(text, edits).replace(/\$\{\d+:([^}]*)\}/g, '$1');
}

describe('planning an action where “plan:” stands without a value', () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'starts the list below it, before the next service',
      yaml`
        services:
          "1.1":
            score: 1
            plan:
          "1.2": 3
      `,
      yaml`
        services:
          "1.1":
            score: 1
            plan:
              - action: Publish
                due: 2027-03-31
          "1.2": 3
      `,
    ],
    [
      'keeps a comment, the line breaks and the keys behind it',
      'services:\r\n  "1.1":\r\n    plan: # soon\r\n    score: 1\r\n',
      'services:\r\n  "1.1":\r\n    plan: # soon\r\n      - action: Publish\r\n        due: 2027-03-31\r\n    score: 1\r\n',
    ],
    [
      'writes over a null',
      yaml`
        services:
          "1.1":
            plan: ~
            score: 1
      `,
      yaml`
        services:
          "1.1":
            plan:
              - action: Publish
                due: 2027-03-31
            score: 1
      `,
    ],
    [
      'works on one line',
      'services:\n  "1.1": { score: 1, plan: }\n',
      yaml`
        services:
          "1.1": { score: 1, plan: [{ action: Publish, due: 2027-03-31 }] }
      `,
    ],
    [
      'works at the end of a file without a line break',
      yaml`
        services:
          "1.1":
            score: 1
            plan:`,
      yaml`
        services:
          "1.1":
            score: 1
            plan:
              - action: Publish
                due: 2027-03-31`,
    ],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(planned(before), after));

  it('is left alone where the key comes from elsewhere', () => {
    assert.equal(
      planned(yaml`
        x: &a { plan: }
        services:
          "1.1": { score: 1, <<: *a }
      `),
      undefined,
    );
  });
});
