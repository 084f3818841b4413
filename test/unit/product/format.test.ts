import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isScorable } from '../../../src/assessment/scorable';
import { parseAssessment } from '../../../src/assessment/parse';
import { translator } from '../../../src/messages/catalogues';
import { resultOf } from '../../../src/report/check/result';
import { checkAssessment } from '../../../src/rules/check';
import { scoreAssessment } from '../../../src/scoring/score';
import { composeSheet } from '../../../src/sheet/sheet';
import en from '../../../src/sheet/wording.en.json';
import { yaml } from '../../support/yaml';

const folder = join(__dirname, 'format-1.0');
const sheet = composeSheet(en);

/** What a file of 1.0 says in numbers, without words that may change. */
function numbersOf(text: string) {
  const assessment = parseAssessment(text);
  const scored = scoreAssessment(sheet, assessment);
  const { assessments } = resultOf([{ path: '', assessment, scored, problems: [] }], sheet);
  const [{ overall, areas, services } = assert.fail()] = assessments;
  return {
    overall,
    areas: Object.fromEntries(areas.map(({ id, mean, target, belowTarget }) => [id, { mean, target, belowTarget }])),
    services: Object.fromEntries(
      services.map(({ id, state, score, target, gap }) => [id, [state, score, target, gap]]),
    ),
  };
}

describe('files of the format 1.0', () => {
  const expected = JSON.parse(readFileSync(join(folder, 'numbers.json'), 'utf8')) as Record<string, unknown>;
  const files = readdirSync(folder).filter((name) => name.endsWith('.psirt.yaml'));

  it('are all held to the numbers they had when 1.0 was released', () => {
    assert.deepEqual(files.sort(), Object.keys(expected).sort());
  });

  for (const name of files) {
    it(`keep their numbers for ever: ${name}`, () => {
      assert.deepEqual(JSON.parse(JSON.stringify(numbersOf(readFileSync(join(folder, name), 'utf8')))), expected[name]);
    });
  }
});

describe('a file of a format we do not know', () => {
  const rest = yaml`
    services:
      "1.1": 3
      "7.1": { depth: 2 }
  `;

  for (const version of [
    'psirt-maturity@1.1',
    'psirt-maturity@0.9',
    'psirt-maturity@2',
    'psirt-maturity',
    'other-sheet@1.0',
  ]) {
    it(`is not judged by ours: ${version}`, () => {
      const assessment = parseAssessment(`sheet: ${version}\n${rest}`);
      assert.equal(isScorable(assessment), false);
      const scored = scoreAssessment(sheet, assessment);
      const problems = checkAssessment({ sheet, assessment, scored, t: translator('en'), today: '2026-11-23' });
      assert.deepEqual(
        problems.map(({ rule, severity }) => [rule, severity]).filter(([, severity]) => severity !== 'info'),
        [['unsupported-sheet', 'error']],
      );
      assert.equal(scored.overall.mean, null);
    });
  }
});
