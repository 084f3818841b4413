import assert from 'node:assert/strict';
import { ruleIds, type RuleId } from '../../../src/assessment/vocabulary';
import { rules } from '../../../src/rules/index';
import { complete, problemsOf, rulesOf } from '../../support/problems';
import { yaml } from '../../support/yaml';

const low = (lines: string) => complete({ '1.1': '  "1.1": 2\n' }, lines);
const severityOf = (text: string, rule: RuleId, overrides = {}) =>
  problemsOf(text, { overrides }).find((problem) => problem.rule === rule)?.severity;

describe('severities', () => {
  it('are those the design promises, when nobody says otherwise', () => {
    const errors: RuleId[] = [
      'yaml-syntax',
      'invalid-value',
      'unknown-service',
      'unknown-criterion',
      'duplicate-service',
      'unsupported-sheet',
      'invalid-individual',
    ];
    const infos: RuleId[] = [
      'missing-evidence',
      'score-below-criteria',
      'stale-assessment',
      'unquoted-service',
      'unresolved-disagreement',
    ];
    const usual = new Map([...errors.map((id) => [id, 'error'] as const), ...infos.map((id) => [id, 'info'] as const)]);
    for (const { id, severity } of rules) assert.equal(severity, usual.get(id) ?? 'warning', id);
  });

  it('are set by the file', () => {
    for (const severity of ['error', 'warning', 'info'])
      assert.equal(severityOf(low(`rules: { below-target: ${severity} }\n`), 'below-target'), severity);
    assert.equal(severityOf(low('rules: { below-target: off }\n'), 'below-target'), undefined);
  });

  it('are set from outside, by settings or the command line', () => {
    assert.equal(severityOf(low(''), 'below-target', { 'below-target': 'error' }), 'error');
    assert.equal(severityOf(low(''), 'below-target', { 'below-target': 'off' }), undefined);
  });

  it('of the file come before those from outside', () => {
    assert.equal(
      severityOf(low('rules: { below-target: info }\n'), 'below-target', { 'below-target': 'error' }),
      'info',
    );
    assert.equal(
      severityOf(low('rules: { below-target: warning }\n'), 'below-target', { 'below-target': 'off' }),
      'warning',
    );
    assert.equal(
      severityOf(low('rules: { below-target: off }\n'), 'below-target', { 'below-target': 'error' }),
      undefined,
    );
  });

  it('concern the rule they name and no other', () => {
    const text = complete({ '1.1': '  "1.1": 2\n  9.9: 1\n' });
    assert.deepEqual(rulesOf(text), ['below-target', 'unknown-service', 'unquoted-service']);
    assert.deepEqual(rulesOf(text, { overrides: { 'unknown-service': 'off' } }), ['below-target', 'unquoted-service']);
  });

  it('that are unknown, or for unknown rules, are said and do not count', () => {
    const problems = problemsOf(
      low(yaml`
        rules:
          below-target: fatal
          below-targets: off
      `),
    );
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['invalid-value', 'invalid-value', 'below-target'],
    );
    assert.equal(problems[0]?.message, 'A severity is error, warning, info or off, not “fatal”.');
    assert.equal(problems[1]?.message, '“below-targets” is not a valid key here. Did you mean “below-target”?');
  });

  it('may turn off every rule: nothing is left to say', () => {
    const text = yaml`
      target: 5
      assessed: 2001-01-01
      services:
        1.1: 5
        "9.9": 1
        "1.2":
        "6.3": 3
        1.1: 2
    `;
    assert.deepEqual(rulesOf(text, { overrides: Object.fromEntries(ruleIds.map((id) => [id, 'off'])) }), []);
    assert.deepEqual(rulesOf(`${text}rules:\n${ruleIds.map((id) => `  ${id}: off\n`).join('')}`), []);
  });

  it('with a finer grade of their own keep it until somebody chooses one', () => {
    const old = (lines = '') => complete({}, `assessed: 2025-01-01\n${lines}`);
    assert.equal(severityOf(old(), 'stale-assessment'), 'warning');
    assert.equal(severityOf(old('rules: { stale-assessment: info }\n'), 'stale-assessment'), 'info');
    assert.equal(severityOf('services: { "1.1": 2 }\n', 'unsupported-sheet'), 'info');
    assert.equal(
      severityOf('services: { "1.1": 2 }\n', 'unsupported-sheet', { 'unsupported-sheet': 'error' }),
      'error',
    );
  });
});
