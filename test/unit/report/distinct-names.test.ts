import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { parseAssessment } from '../../../src/assessment/parse';
import { translator } from '../../../src/messages/catalogues';
import { distinctions } from '../../../src/report/distinct-names';
import { formats } from '../../../src/report/formats';
import { reviewMarkdown, reviewPart } from '../../../src/report/comparison/review-markdown';
import type { Checked } from '../../../src/report/check/result';
import { scoreAssessment } from '../../../src/scoring/score';
import { sheets } from '../../support/views';
import { yaml } from '../../support/yaml';

function checked(path: string, assessed?: string): Checked {
  const day = assessed === undefined ? '' : `assessed: ${assessed}\n`;
  const assessment = parseAssessment(
    yaml`
      subject: Router
      ${day}services: { "1.1": { score: 1, plan: [{ action: x }] } }
    `,
  );
  return { path, assessment, scored: scoreAssessment(sheets.en, assessment), problems: [] };
}

const t = translator('en');
const dated = [checked('2025.psirt.yaml', '2025-11-20'), checked('2026.psirt.yaml', '2026-11-20')];
const undated = [
  checked('a/r.psirt.yaml', '2026-11-20'),
  checked('b/r.psirt.yaml', '2026-11-20'),
  checked('c/r.psirt.yaml'),
];

describe('Assessments of one subject', () => {
  it('are told apart by their days, or by their paths where these are not enough', () => {
    const named = (name: string, path: string, assessed?: string) => ({ name, path, assessed });
    const all = [named('A', '1', '2026-01-01'), named('B', '2', '2026-01-01'), named('A', '3', '2027-01-01')];
    assert.deepEqual(distinctions(all), ['2026-01-01', undefined, '2027-01-01']);
    assert.deepEqual(distinctions([...all, named('A', '4', '2027-01-01')]), ['1', undefined, '3', '4']);
    assert.deepEqual(distinctions([...all, named('B', '4')]), ['2026-01-01', '2', '2027-01-01', '4']);
    assert.deepEqual(distinctions([]), []);
  });

  for (const id of ['html', 'markdown', 'plan-markdown', 'xlsx']) {
    it(`have labels of their own in ${id}`, async () => {
      const render = await (formats.find((format) => format.id === id) ?? assert.fail()).load();
      const textOf = async (all: readonly Checked[]) => {
        const document = await render({ checked: all, sheet: sheets.en, t, today: '2026-11-23' });
        return typeof document === 'string'
          ? document
          : strFromU8(unzipSync(document)['xl/sharedStrings.xml'] ?? assert.fail());
      };
      const [days, paths] = [await textOf(dated), await textOf(undated)];
      for (const label of ['Router (2025-11-20)', 'Router (2026-11-20)']) assert.ok(days.includes(label), label);
      for (const label of ['Router (a/r.psirt.yaml)', 'Router (b/r.psirt.yaml)', 'Router (c/r.psirt.yaml)'])
        assert.ok(paths.includes(label), label);
      assert.doesNotMatch(await textOf(dated.slice(0, 1)), /Router \(/);
    });
  }

  it('have labels of their own in comments on pull requests, in the overview and above the details', () => {
    const reader = { sheet: sheets.en, t };
    const problem = { rule: 'missing-score', severity: 'warning', message: 'x', span: { start: 0, end: 1 } } as const;
    const comment = reviewMarkdown(
      dated.map((one) => reviewPart({ ...one, problems: [problem] }, reader)),
      t,
    );
    for (const label of ['Router (2025-11-20)', 'Router (2026-11-20)'])
      assert.equal(comment.split(label).length, 3, `${label}\n${comment}`);
  });
});
