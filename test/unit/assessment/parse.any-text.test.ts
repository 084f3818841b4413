import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, planEdit } from '../../../src/assessment/edit/edit';
import * as edits from '../../../src/rules/edits';
import { parseAssessment } from '../../../src/assessment/parse';
import type { Span } from '../../../src/assessment/yaml/tree';
import { completionsAt } from '../../../src/language/completion';
import { hoverAt } from '../../../src/language/hover';
import type { Problem } from '../../../src/rules/rule';
import { fuzzRuns } from '../../support/fuzz-runs';
import { analyse, examples, exclude, include, score, sheet, t, today } from '../../support/analyse';

describe('any text at all', () => {
  it('is read without failing, and every range lies inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }), yamlish()),
        fc.nat(),
        survives,
      ),
      fuzzRuns(1000),
    );
  });

  it('so is any mutation of the examples', () => {
    fc.assert(fc.property(mutation(), fc.nat(), survives), fuzzRuns(200));
  });
});

/** Texts of the marks YAML is made of, which reach further into the parser than letters do. */
function yamlish(): fc.Arbitrary<string> {
  const pieces = [
    'services',
    'score',
    'evidence',
    'plan',
    'excluded',
    '"1.1"',
    '1.2',
    'areas',
    'rules',
    ': ',
    ':',
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\r',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '"',
    "'",
    '&a ',
    '*a',
    '<<',
    '!!set ',
    '!x ',
    '|',
    '>-',
    '? ',
    '# c',
    '---',
    '...',
    '\t',
    '%YAML 1.1',
    '5',
    '~',
    '\ufeff',
    '\\',
    '@',
    '`',
    '😀',
  ];
  return fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
}

/** An example with chunks taken out, doubled or put in. */
function mutation(): fc.Arbitrary<string> {
  const change = fc.record({
    kind: fc.constantFrom('delete', 'double', 'insert'),
    at: fc.nat(),
    length: fc.nat({ max: 60 }),
    piece: yamlish(),
  });
  return fc
    .tuple(fc.constantFrom(...examples.values()), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([text, changes]) =>
      changes.reduce((now, { kind, at, length, piece }) => {
        const start = at % (now.length + 1);
        const chunk = now.slice(start, start + length);
        const rest = now.slice(start + length);
        const instead = { delete: '', double: chunk + chunk, insert: piece + chunk }[kind];
        return now.slice(0, start) + instead + rest;
      }, text),
    );
}

function survives(text: string, seed: number): void {
  const offset = seed % (text.length + 1);
  const { assessment, scored, problems } = analyse(text);
  for (const problem of problems) isInside(text, problem.span, problem.rule);
  for (const problem of problems)
    for (const { edits } of fixesOf(problem))
      for (const { span } of edits) isInside(text, span, `fix of ${problem.rule}`);
  for (const { key, span, score, target } of assessment.services.values())
    for (const part of [key, span, score?.span, target?.span]) if (part) isInside(text, part, 'service');
  for (const completion of completionsAt({ sheet, text, today, t }, offset))
    isInside(text, completion.span, 'completion');
  for (const intent of [score('1.1', 3), score('2.3', null), exclude('1.2', 'a: b'), include('5.1')]) {
    const plan = planEdit(assessment, intent);
    if ('edits' in plan) assert.equal(parseAssessment(applyEdits(text, plan.edits)).broken, false);
  }
  const hover = hoverAt({ sheet, assessment, scored, t }, offset);
  if (hover) isInside(text, hover.span, 'hover');
  assert.equal(parseAssessment(text).broken, assessment.broken);
}

function fixesOf({ fixes }: Problem) {
  return fixes?.(edits) ?? [];
}

function isInside(text: string, { start, end }: Span, what: string): void {
  assert.ok(start >= 0 && start <= end && end <= text.length, `${what} at ${start}-${end} of ${text.length}`);
}
