import assert from 'node:assert/strict';
import { within } from '../../support/within';
import { analyse, errorsOf, slice } from '../../support/analyse';
import { onlyIssue } from '../../support/only-issue';
import { yaml } from '../../support/yaml';
import { scoresOf } from '../../support/scores-of';

describe('reading anchors, aliases and merge keys', () => {
  it('follows them', () => {
    const text = yaml`
      services:
        "1.1": &a 2
        "1.2": *a
        "1.3": &b { score: 3, target: 4 }
        "1.4":
          <<: *b
          score: 1
        "1.5":
          <<: [*b]
    `;
    const analysis = analyse(text);
    assert.deepEqual(scoresOf(analysis), { '1.1': 2, '1.2': 2, '1.3': 3, '1.4': 1, '1.5': 3 });
    assert.equal(analysis.assessment.services.get('1.4')?.target?.value, 4);
    assert.equal(
      slice(text, analysis.assessment.services.get('1.2')?.score?.span),
      '*a',
      'the value stands where the alias does',
    );
  });

  it('reports an alias without an anchor', () => {
    assert.deepEqual(onlyIssue('services:\n  "1.1": *nope\n'), {
      rule: 'yaml-syntax',
      key: 'syntax.alias',
      on: '*nope',
    });
  });

  it('reports a merge key that merges nothing, as the unknown key it is', () => {
    const text = yaml`
      services:
        "1.1":
          <<: 5
          score: 2
    `;
    assert.deepEqual(
      errorsOf(analyse(text)).map(({ span }) => slice(text, span)),
      ['<<'],
    );
  });

  for (const [name, text, on] of [
    [
      'itself',
      yaml`
        services: &s
          "1.1": 2
          "1.2": *s
      `,
      '*s',
    ],
    ['itself in a list', 'assessors: &a [*a]\n', '*a'],
    [
      'itself as a merge',
      yaml`
        services:
          "1.1": &s
            <<: *s
      `,
      '*s',
    ],
  ] as const) {
    it(`stops at a value that holds ${name}`, () => {
      assert.deepEqual(onlyIssue(text), { rule: 'yaml-syntax', key: 'syntax.aliases', on });
    });
  }

  it('stops alias bombs at once, and takes hundreds of honest aliases', () => {
    const bomb = [
      'a0: &a0 [x,x,x,x,x,x,x,x,x,x]',
      ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`),
    ].join('\n');
    within(2000, () => assert.equal(onlyIssue(bomb).key, 'syntax.aliases'));
    const honest = yaml`
      services:
        "1.1":
          evidence:
            - &e { link: a.md }
      ${'      - *e\n'.repeat(500)}`;
    assert.equal(analyse(honest).assessment.services.get('1.1')?.evidence.length, 501);
  });
});
