import assert from 'node:assert/strict';
import { ruleIds } from '../../../src/assessment/vocabulary';
import { parseOverlay } from '../../../src/overlay/read-overlay';
import { translator } from '../../../src/messages/catalogues';
import { languages } from '../../../src/messages/messages';
import { checkOverlay } from '../../../src/rules/check-overlay';
import { explainedRules, ruleDocumentation, rulesDocument } from '../../../src/rules/documentation';
import { ruleExamples, type ExplainedRule } from '../../../src/rules/examples';
import type { RuleExample } from '../../../src/rules/rule-example';
import { knownDocuments } from '../../support/known-documents';
import { inScope, problemsOf, type Surroundings } from '../../support/problems';

const isOfAssessments = (id: ExplainedRule) => (ruleIds as readonly string[]).includes(id);

/** The rules that say something of an example, each once. */
function rulesOn(id: ExplainedRule, text: string, example: RuleExample, isDeleted = false): string[] {
  if (!isOfAssessments(id)) return unique(checkOverlay(parseOverlay(text), translator('en')));
  // Examples are excerpts: what they leave out is not counted, unless the rule is about that.
  const left = (['missing-score', 'unsupported-sheet'] as const).filter((other) => other !== id);
  const surroundings: Surroundings = {
    overrides: Object.fromEntries(left.map((other) => [other, 'off'])),
    ...(example.today ? { today: example.today } : {}),
    baseline: example.baseline,
    documents: documentsOf(example),
    overlayTrouble: wordingTroubleOf(text, example),
    deletion: isDeleted ? { name: 'main' } : undefined,
  };
  return unique(problemsOf(id === 'missing-score' ? completed(text) : text, surroundings));
}

/** An excerpt with the services that it leaves out. */
function completed(text: string): string {
  const missing = inScope.filter((id) => !text.includes(`"${id}"`));
  return `${text}\n${missing.map((id) => `  "${id}": { score: ${id.endsWith('.4') ? 4 : 2}, evidence: [e] }\n`).join('')}`;
}

const unique = (problems: readonly { readonly rule: string }[]) => [...new Set(problems.map(({ rule }) => rule))];

function documentsOf({ files }: RuleExample) {
  const known = files?.map(({ path, ...known }) => [path, { exists: true, ...known }] as const) ?? [];
  return files && knownDocuments({ 'docs/minutes.md': { exists: false }, ...Object.fromEntries(known) });
}

/** A wording file that the example names, and that is not there. */
function wordingTroubleOf(text: string, { files }: RuleExample): Surroundings['overlayTrouble'] {
  const path = /^wording: (.*)$/m.exec(text)?.[1];
  return path === undefined || files?.some((file) => file.path === path)
    ? undefined
    : { key: 'wording.not-found', parameters: { path } };
}

describe('the documentation of rules', () => {
  for (const id of explainedRules) {
    const example = ruleExamples[id];
    it(`has an example of ${id} that gives it and nothing else, and the same mended, which gives nothing`, () => {
      const isDeleted = example.fails === undefined;
      assert.deepEqual(rulesOn(id, example.fails ?? example.baseline ?? '', example, isDeleted), [id]);
      assert.deepEqual(rulesOn(id, example.mended, example), []);
    });
  }

  it('shows the examples as they were run, in every language', () => {
    for (const language of languages) {
      for (const id of explainedRules) {
        const text = ruleDocumentation(id, translator(language));
        const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)\n```/g)].map(([, block]) => block);
        const { baseline, fails, mended } = ruleExamples[id];
        assert.deepEqual(
          blocks,
          [baseline, fails, mended].filter((block) => block !== undefined),
        );
      }
    }
  });

  it('says of every rule of assessments how to switch it off', () => {
    const page = rulesDocument(translator('en'));
    for (const id of ruleIds) assert.ok(page.includes(`--rule ${id}=off`), id);
  });
});
