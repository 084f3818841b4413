import assert from 'node:assert/strict';
import { ruleIds } from '../../../src/assessment/vocabulary';
import { samples } from '../../support/rules/all-samples';
import { complete, marked, problemsOf } from '../../support/problems';
import { languages } from '../../../src/messages/messages';

describe('the rules', () => {
  it('each have samples of what they find and of what they leave alone', () => {
    for (const id of ruleIds) {
      const own = samples.filter(({ rule }) => rule === id);
      assert.ok(own.some(({ found }) => found) && own.some(({ found }) => !found), id);
    }
  });

  it('find nothing in an assessment that is complete, on target and supported by evidence', () => {
    assert.deepEqual(problemsOf(complete({}, 'subject: Router\nassessed: 2026-11-20\n')), []);
  });
});

for (const rule of ruleIds) {
  describe(`the rule ${rule}`, () => {
    for (const { when, text: source, found, surroundings } of samples.filter((sample) => sample.rule === rule)) {
      const { text, spans } = marked(source);
      for (const language of languages) {
        it(`${found ? 'fires' : 'is silent'} when ${when} (${language})`, () => {
          const problems = problemsOf(text, { language, ...surroundings }).filter((problem) => problem.rule === rule);
          assert.deepEqual(
            problems.map(({ message, severity, span: { start, end } }) => ({
              message,
              severity,
              span: { start, end },
            })),
            (found ?? []).map((expected, index) => ({
              message: expected[language],
              severity: expected.severity,
              span: spans[index],
            })),
          );
        });
      }
    }
  });
}
