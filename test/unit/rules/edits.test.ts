import assert from 'node:assert/strict';
import * as edits from '../../../src/rules/edits';
import { parseAssessment } from '../../../src/assessment/parse';
import { ruleIds, type RuleId } from '../../../src/assessment/vocabulary';
import { rules } from '../../../src/rules/index';
import type { Problem } from '../../../src/rules/rule';
import { changeSamples } from '../../support/rules/change-samples';
import { criteriaSamples } from '../../support/rules/criteria-samples';
import { evidenceSamples } from '../../support/rules/evidence-samples';
import { exclusionSamples } from '../../support/rules/exclusion-samples';
import { scoreSamples } from '../../support/rules/score-samples';
import { textSamples } from '../../support/rules/text-samples';
import { complete, fixed, inScope, marked, problemsOf } from '../../support/problems';
import { head, textFixCases } from '../../support/rules/fix-cases';
import { scoreFixCases } from '../../support/rules/score-fix-cases';
import { yaml } from '../../support/yaml';

const cases = [...textFixCases, ...scoreFixCases];
const ownTexts = cases.map(({ before }) => before);

const sampleTexts = [...textSamples, ...scoreSamples, ...exclusionSamples, ...evidenceSamples].map(
  ({ text }) => marked(text).text,
);

const oddTexts = [
  '',
  '# only a comment',
  'subject: Router',
  'services:',
  'services: {}',
  'services: # none yet\n',
  head +
    yaml`
      services:
        # 1 Stakeholders

        # 2 Discovery
        "2.1": 3
    `,
  head +
    yaml`
      services:

        "6.5": 3


      rules: { below-target: off }
    `,
  head + 'services:\n  6.3: 4',
  head +
    yaml`
      services:
        6.3:
          score: 4
          excluded:`,
  head + 'services: { 6.3: 4 }',
  head + 'services: { 1.1: { score: 4, excluded: true }, 1.1: { score: 3 } }',
  head +
    yaml`
      services:
        "1.1": &a
          score: 3
        "1.2": *a
        "1.3": { <<: *a, excluded: }
    `,
  '{ sheet: other, services: { 1.1: 3 } }',
  yaml`
    services:
      "1.1": {score: 3,excluded: }
      ? "1.2"
      : 3
  `,
  '\ufeffservices:\n  "1.1": 3\n',
  'servces:\n  "1.1": 3\n',
  yaml`
    subject: a
    services:
    - 1
  `,
  yaml`
    services:
      "1.1":
        score: 2
        scroe: 3
  `,
];

describe('the quick fixes', () => {
  for (const { rule, when, before, title, after } of cases) {
    it(`of ${rule}, when ${when}`, () => {
      const fix = fixesOf(before, rule).find((candidate) => candidate.title === title);
      assert.ok(
        fix,
        `no “${title}” among ${fixesOf(before, rule)
          .map((candidate) => candidate.title)
          .join(', ')}`,
      );
      assert.equal(fixed(before, fix), after);
    });
  }

  const groups: [string, string[]][] = [
    ['of the cases above', ownTexts],
    ['of the samples of all rules', sampleTexts],
    ['of unusual files', oddTexts],
  ];
  for (const [name, texts] of groups) {
    it(`${name} leave a file that can be read, with the problem they mend gone and no error more`, () => {
      const applied = texts.map((text) => checkFixes(text)).reduce((sum, count) => sum + count, 0);
      assert.ok(applied > 15, String(applied));
    });
  }

  it('are the same in Japanese, but for their words', () => {
    for (const text of [...ownTexts, ...sampleTexts]) {
      const places = (language: 'en' | 'ja') =>
        problemsOf(text, { language }).map(
          ({ fixes }) => fixes?.(edits).map(({ edits }) => edits.map(({ span }) => span)) ?? [],
        );
      assert.deepEqual(places('ja'), places('en'), text);
    }
    const [fix] =
      problemsOf('services: { "1.1": { excluded: } }\n', { language: 'ja' })
        .find(({ rule }) => rule === 'excluded-without-reason')
        ?.fixes?.(edits) ?? [];
    assert.deepEqual([fix?.title, fix?.edits[0]?.newText], ['除外の理由を追加する', ' "${1:理由}"']);
  });

  it('keep all that stands elsewhere: comments, quotes, line ends', () => {
    const text = `# top\r\n${complete({ '1.1': '', '2.3': "  2.3: 3   # 'bare'\n" }).replaceAll('\n', '\r\n')}# end\r\n`;
    for (const problem of problemsOf(text)) {
      for (const fix of problem.fixes?.(edits) ?? []) {
        const after = fixed(text, fix);
        assert.ok(after.startsWith('# top\r\n') && after.endsWith('# end\r\n'), fix.title);
        assert.doesNotMatch(after, /(?<!\r)\n/, fix.title);
        assert.ok(after.includes("# 'bare'"), fix.title);
      }
    }
  });

  it('turn an empty file into one that names every service in scope', () => {
    const [fix] = fixesOf('', 'missing-score');
    assert.ok(fix);
    assert.deepEqual([...parseAssessment(fixed('', fix)).services.keys()], inScope);
  });

  it('are not offered where they would make things worse', () => {
    const none: [RuleId, string][] = [
      [
        'invalid-value',
        yaml`
          services:
            "1.1":
              score: 2
              scroe: 3
        `,
      ],
      ['unknown-service', 'services: { "1.1": 2, "1,1": 3 }\n'],
      ['unknown-service', 'services: { "9.9": 3 }\n'],
      ['missing-score', 'services: { "1.1": 3 }\n'],
      [
        'missing-evidence',
        yaml`
          services:
            "1.1": &a
              score: 3
            "1.2": *a
        `.replace('"1.1": &a\n    score: 3', '"1.1": &a { score: 3 }'),
      ],
      ['unsupported-sheet', '{ services: { "1.1": 3 } }\n'],
    ];
    for (const [rule, text] of none) assert.deepEqual(fixesOf(text, rule), [], text);
  });

  it('are safe in those rules that say so, and in no others', () => {
    const texts = [...ownTexts, ...sampleTexts, ...oddTexts];
    const safe = texts.flatMap((text) =>
      problemsOf(text)
        .filter(({ fixes }) => fixes?.(edits).some((fix) => fix.safe))
        .map(({ rule }) => rule),
    );
    assert.deepEqual(
      rules.filter(({ id }) => safe.includes(id)).map(({ id }) => id),
      rules.filter(({ fixes }) => fixes === 'safe').map(({ id }) => id),
    );
  });

  it('exist for every rule but those whose answer is a decision', () => {
    const problems = [
      ...textSamples,
      ...scoreSamples,
      ...exclusionSamples,
      ...evidenceSamples,
      ...changeSamples,
      ...criteriaSamples,
    ].flatMap(({ text, surroundings }) => problemsOf(marked(text).text, surroundings));
    const withFix = new Set(
      [...problems, ...ownTexts.flatMap((text) => problemsOf(text))]
        .filter(({ fixes }) => fixes?.(edits).length)
        .map(({ rule }) => rule),
    );
    // An average is raised by raising scores, and what was lowered had a reason; wording is mended in its own file:
    // that is not for a fix to do.
    assert.deepEqual(
      ruleIds.filter((id) => !withFix.has(id)),
      [
        'invalid-individual',
        'assessment-deleted',
        'average-below-target',
        'changed-since-sign-off',
        'invalid-wording',
        'score-dropped',
        'target-lowered',
        'unresolved-disagreement',
      ],
    );
  });
});

/** Applies every fix of every problem of a text, each on its own; says how many there were. */
function checkFixes(text: string): number {
  const problems = problemsOf(text);
  const fixes = problems.flatMap((problem) => (problem.fixes?.(edits) ?? []).map((fix) => ({ problem, fix })));
  for (const { problem, fix } of fixes) {
    const after = fixed(text, fix);
    const what = `${problem.rule}, ${fix.title}:\n${text}\n→\n${after}`;
    const left = problemsOf(after);
    const same = (among: readonly Problem[]) =>
      among.filter(({ rule, message }) => rule === problem.rule && message === problem.message);
    const errors = (among: readonly Problem[]) => among.filter(({ severity }) => severity === 'error').length;
    assert.equal(parseAssessment(after).broken, false, what);
    // A plan does not raise the score; all it has to do is to leave the file readable.
    if (problem.rule === 'below-target') continue;
    // A file that now names all services has still none of them scored; there is nothing left to add.
    if (problem.rule === 'missing-score')
      assert.ok(
        same(left).every(({ fixes }) => !fixes?.(edits).length),
        what,
      );
    else assert.ok(same(left).length < same(problems).length, what);
    // A sheet that was not known kept its file from being judged.
    if (problem.rule !== 'unsupported-sheet') assert.ok(errors(left) <= errors(problems), what);
  }
  return fixes.length;
}

function fixesOf(text: string, rule: RuleId) {
  return problemsOf(text)
    .filter((problem) => problem.rule === rule)
    .flatMap((problem) => problem.fixes?.(edits) ?? []);
}
