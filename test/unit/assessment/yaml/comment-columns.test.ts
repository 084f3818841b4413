import assert from 'node:assert/strict';
import { columnEdits } from '../../../../src/assessment/yaml/comment-columns';
import { planEdit, type Intent } from '../../../../src/assessment/edit/edit';
import { planCitation } from '../../../../src/assessment/edit/evidence-edit';
import { toLongForm, toShortForm } from '../../../../src/assessment/edit/long-form';
import { setTarget } from '../../../../src/assessment/edit/target-edit';
import { parseAssessment } from '../../../../src/assessment/parse';
import { newAssessment } from '../../../../src/assessment/template';
import { applyEdits, type TextEdit } from '../../../../src/assessment/yaml/text-edit';
import { translator } from '../../../../src/messages/catalogues';
import { chosen } from '../../../support/at-cursor';
import { inScope, sheets, today } from '../../../support/problems';
import { editsOf } from '../../../support/analyse';
import { yaml } from '../../../support/yaml';

function edited(text: string, intent: Intent): string {
  return applyEdits(text, editsOf(planEdit(parseAssessment(text), intent)) ?? assert.fail());
}

const scored = (text: string, service: string, score: number | null) => edited(text, { kind: 'score', service, score });
const inServices = (...lines: string[]) => `services:\n${lines.map((line) => `  ${line}\n`).join('')}`;

/** The columns of the comments behind services. */
const columnsOf = (text: string) =>
  new Set([...text.matchAll(/^( {2}"\d\.\d":.*?)#/gm)].map(([, ahead = '']) => ahead.length));

describe('Comments below one another', () => {
  const fresh = newAssessment({ subject: 'Router', target: 2.5, today, sheet: sheets.en, t: translator('en') });

  it('stay so while a new assessment is scored, cleared and excluded', () => {
    assert.equal(columnsOf(fresh).size, 1);
    const all = inScope.reduce((text, id, index) => scored(text, id, index % 6), fresh);
    assert.deepEqual(columnsOf(all), columnsOf(fresh));
    const some = inScope.reduce(
      (text, id, index) =>
        index % 2 ? scored(text, id, null) : edited(text, { kind: 'exclude', service: id, reason: 'Not ours' }),
      all,
    );
    assert.deepEqual(columnsOf(some), columnsOf(fresh));
  });

  it('stay so whatever the line endings', () => {
    const text = inServices('"1.1":     # a', '"1.2": 3   # b').replaceAll('\n', '\r\n');
    assert.equal(scored(text, '1.1', 2), inServices('"1.1": 2   # a', '"1.2": 3   # b').replaceAll('\n', '\r\n'));
  });

  it('stay so when a service gets a target or evidence of its own', () => {
    const text = inServices('"1.1": 2     # a', '', '# more', '"1.2": 3     # b');
    const entry = editsOf(setTarget(parseAssessment(text), '1.2', 3)) ?? assert.fail();
    assert.equal(
      applyEdits(text, entry),
      inServices('"1.1": 2     # a', '', '# more', '"1.2":       # b', '  score: 3', '  target: 3'),
    );
    const plan = planCitation(parseAssessment(text), '1.1', ['a.md']);
    assert.ok('edits' in plan);
    assert.equal(
      applyEdits(text, plan.edits),
      inServices('"1.1":       # a', '  score: 2', '  evidence:', '    - a.md', '', '# more', '"1.2": 3     # b'),
    );
  });

  it('stay so in both forms, there and back', () => {
    const text = inServices('"1.1": 2     # a', '"1.2": 3     # b');
    const form = (edit: typeof toLongForm, source: string) => {
      const assessment = parseAssessment(source);
      const plan = edit(assessment, assessment.services.get('1.1') ?? assert.fail());
      return applyEdits(source, editsOf(plan) ?? assert.fail());
    };
    const long = form(toLongForm, text);
    assert.equal(long, inServices('"1.1":       # a', '  score: 2', '"1.2": 3     # b'));
    assert.equal(form(toShortForm, long), text);
  });

  it('stay so when a level is chosen from the suggestions, whether the blank ahead of it was there or typed', () => {
    for (const typed of ['"1.2": |     # b', '"1.2": |      # b', '"1.2": 4|      # b', '"1.2": 4|    # b']) {
      const text = inServices('"1.1": 2    # a', typed, '"1.3":      # c');
      assert.equal(chosen(text, '3'), inServices('"1.1": 2    # a', '"1.2": 3|    # b', '"1.3":      # c'), typed);
    }
  });
});

describe('A comment on its own', () => {
  const cases: readonly [what: string, before: string, after: string][] = [
    ['keeps its distance', inServices('"1.1":   # a'), inServices('"1.1": 2   # a')],
    [
      'keeps it where the nearest stand elsewhere',
      inServices('"1.0":  # x', '"1.1":   # a', '"1.2":    # b'),
      inServices('"1.0":  # x', '"1.1": 2   # a', '"1.2":    # b'),
    ],
    [
      'keeps it where there is no room',
      inServices('"1.1":  # a', '"1.2":  # b'),
      inServices('"1.1": 2  # a', '"1.2":  # b'),
    ],
    [
      'is told from a sign in a text',
      inServices('"1.1":', '"1.2": { note: "a   # b" }', "\"1.3\": { note: 'it''s   # b' }"),
      inServices('"1.1": 2', '"1.2": { note: "a   # b" }', "\"1.3\": { note: 'it''s   # b' }"),
    ],
    [
      'is none on a line without anything else',
      inServices('"1.1":     # a', '           # b', '"1.2":   # c'),
      inServices('"1.1": 2     # a', '           # b', '"1.2":   # c'),
    ],
  ];
  for (const [what, before, after] of cases) it(what, () => assert.equal(scored(before, '1.1', 2), after));
});

describe('Blanks ahead of comments', () => {
  it('are no matter of edits behind them, of lines that are added, or of long lines', () => {
    const text = inServices('"1.1": 2   # a', '"1.2": 3   # b');
    const at = (span: TextEdit['span'], newText: string) => columnEdits(text, [{ span, newText }]);
    assert.deepEqual(at({ start: 26, end: 26 }, '\n    note: x'), []);
    assert.deepEqual(at({ start: 10, end: 10 }, '  "1.0": 1\n'), []);
    const long = yaml`
      a: ${' '.repeat(200_000)}# x
      b: ${'"'.repeat(100_001)}   # y
    `;
    assert.deepEqual(columnEdits(long, [{ span: { start: 2, end: 2 }, newText: ' 1' }]), []);
  });
});
