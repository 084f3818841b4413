/** The two examples by which the documentation explains what criteria suggest are true of the sheet. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseAssessment } from '../../../src/assessment/parse';
import { translator } from '../../../src/messages/catalogues';
import { scoreAssessment, scoredServices } from '../../../src/scoring/score';
import { reasonText } from '../../../src/scoring/suggestion-text';
import { findCriterion } from '../../../src/sheet/criteria';
import { findService } from '../../../src/sheet/sheet';
import { sheets } from '../../support/problems';

describe('what the documentation says of suggestions', () => {
  for (const [language, page] of [
    ['en', 'docs/scoring.md'],
    ['ja', 'docs/scoring.ja.md'],
  ] as const) {
    const text = readFileSync(page, 'utf8');
    const block = [...text.matchAll(/```yaml\n([^]*?)```/g)]
      .map(([, yaml = '']) => yaml)
      .find((yaml) => /2c: partly/.test(yaml));
    const yaml = `services:\n${block}`;
    const examples = text.split('\n').filter((line) => /^- .*`1b: met`|^- .*`2a: met`/.test(line));
    const suggested = (source: string) => {
      const scored = scoreAssessment(sheets[language], parseAssessment(source));
      return scoredServices(scored).find(({ id }) => id === '2.1')?.suggestion ?? assert.fail();
    };

    it(`is true in ${page}`, () => {
      const [plain = '', held = ''] = examples;
      const suggestion = suggested(yaml);
      assert.match(plain, new RegExp(`(suggest |候補は)${suggestion.level}\\D`));
      assert.ok(plain.includes(reasonText(suggestion, translator(language))), plain);
      for (const [, answer = ''] of plain.matchAll(/`(\d\w: \w+)`/g))
        assert.ok(yaml.includes(answer.split(':')[0] ?? ''));
      const service = findService(sheets[language], '2.1') ?? assert.fail();
      assert.equal(findCriterion(service, '1b')?.kind, 'lack');
      const lower = suggested(yaml.replace('2a: met', '1b: met\n      2a: met'));
      assert.deepEqual(lower.heldBy, { level: 1, lacks: ['1b'] });
      assert.ok(lower.level <= 1);
      assert.match(held, /level 1|レベル1/);
    });
  }
});
