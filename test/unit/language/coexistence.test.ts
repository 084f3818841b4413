import assert from 'node:assert/strict';
import { isOursBeside, isSchemaProblem, isYamlServer } from '../../../src/language/coexistence';
import { languageServer } from '../../bench/yaml-server';
import { evidenceSamples } from '../../support/rules/evidence-samples';
import { exclusionSamples } from '../../support/rules/exclusion-samples';
import { scoreSamples } from '../../support/rules/score-samples';
import { textSamples } from '../../support/rules/text-samples';
import { marked, problemsOf } from '../../support/problems';

const redHat = { id: 'redhat.vscode-yaml', packageJSON: {} };

describe('Beside a YAML server', () => {
  it('a feature is left to it, unless the server’s own setting switches it off', () => {
    assert.equal(
      isOursBeside('hover', [redHat], () => true),
      false,
    );
    assert.equal(
      isOursBeside('hover', [redHat], (setting) => setting !== 'yaml.hover'),
      true,
    );
    assert.equal(
      isOursBeside('completion', [redHat], (setting) => setting !== 'yaml.hover'),
      false,
    );
    assert.equal(
      isOursBeside('outline', [redHat], () => false),
      false,
    );
    assert.equal(
      isOursBeside('outline', [], () => true),
      true,
    );
  });

  it('a server is known by its name or by the settings of the server it runs', () => {
    const fork = { contributes: { configuration: [{ properties: { 'yaml.schemas': {} } }] } };
    assert.ok(isYamlServer(redHat) && isYamlServer({ id: 'someone.yaml', packageJSON: fork }));
    assert.ok(
      isYamlServer({
        id: 'RedHat.vscode-yaml',
        packageJSON: { contributes: { configuration: fork.contributes.configuration[0] } },
      }),
    );
    for (const packageJSON of [
      undefined,
      {},
      { contributes: {} },
      { contributes: { configuration: { title: 'YAML' } } },
    ]) {
      assert.equal(isYamlServer({ id: 'someone.formatter', packageJSON }), false);
    }
  });
});

describe('Of the samples’ problems, with our schema in yaml-language-server', () => {
  const validate = languageServer();
  const samples = [...textSamples, ...scoreSamples, ...exclusionSamples, ...evidenceSamples].filter(
    ({ found }) => found,
  );
  // To the server a bare id is an unknown key; why, and what to do, only we say.
  const explained = new Set(['unquoted-service']);

  for (const { rule, when, text: source, surroundings } of samples.filter((sample) => !explained.has(sample.rule))) {
    it(`${rule}: ${when}: exactly what the server reports is left to it`, async () => {
      const { text } = marked(source);
      const reported = await validate(text);
      for (const problem of problemsOf(text, surroundings).filter((candidate) => candidate.rule === rule)) {
        const twice = reported.some(
          ({ start, end }) => Math.min(start, end) <= problem.span.end && problem.span.start <= Math.max(start, end),
        );
        assert.equal(isSchemaProblem(problem), twice, `${problem.message} (server: ${JSON.stringify(reported)})`);
      }
    });
  }
});
