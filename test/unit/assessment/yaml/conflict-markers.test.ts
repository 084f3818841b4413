import assert from 'node:assert/strict';
import { conflictsOf } from '../../../../src/assessment/yaml/conflict-markers';
import { setNote } from '../../../../src/assessment/edit/note-edit';
import { parseAssessment } from '../../../../src/assessment/parse';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { translator } from '../../../../src/messages/catalogues';
import * as edits from '../../../../src/rules/edits';
import { analyse, editsOf, slice } from '../../../support/analyse';
import { languages } from '../../../../src/messages/messages';
import { yaml } from '../../../support/yaml';

const conflicting = `sheet: psirt-maturity@1.0
services:
<<<<<<< HEAD
  "1.1": 2
=======
  "1.1": 3
>>>>>>> feature/score
  "1.2": 1
`;

describe('a file with the markers of a merge conflict', () => {
  it('has one problem, at the first marker, that names both sides', () => {
    const { problems } = analyse(conflicting);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['yaml-syntax'],
    );
    const [problem] = problems;
    assert.match(problem?.message ?? '', /“HEAD” and “feature\/score”/);
    assert.equal(slice(conflicting, problem?.span), '<<<<<<< HEAD');
    assert.equal(parseAssessment(conflicting).broken, true);
  });

  it('has one problem for several, with their number, in either language', () => {
    const twice = conflicting + conflicting;
    const [issue, ...others] = parseAssessment(twice).issues;
    assert.deepEqual([issue?.key, issue?.parameters['count'], others], ['syntax.conflicts', 2, []]);
    for (const language of languages) {
      const message = translator(language)(issue?.key ?? 'syntax.other', issue?.parameters ?? {});
      for (const part of ['2', 'HEAD', 'feature/score']) assert.ok(message.includes(part), message);
    }
  });

  const whole: readonly (readonly [name: string, text: string, sides: readonly string[]])[] = [
    [
      'with the common version between the sides',
      yaml`
        <<<<<<< ours
        a: 1
        ||||||| base
        a: 0
        =======
        a: 2
        >>>>>>> theirs
      `,
      ['ours', 'theirs'],
    ],
    [
      'without names',
      yaml`
        <<<<<<<
        a: 1
        =======
        a: 2
        >>>>>>>
      `,
      ['', ''],
    ],
    ['behind a byte order mark, with line breaks of Windows', '\ufeff<<<<<<< A\r\n=======\r\n>>>>>>> B', ['A', 'B']],
    [
      'with an empty side',
      yaml`
        x: 1
        <<<<<<< A
        =======
        y: 2
        >>>>>>> B
      `,
      ['A', 'B'],
    ],
  ];
  for (const [name, text, sides] of whole) {
    it(`is known ${name}`, () => {
      const conflicts = conflictsOf(text);
      assert.deepEqual(
        conflicts.map(({ ours, theirs }) => [ours, theirs]),
        [sides],
      );
      assert.match(slice(text, conflicts[0]?.span) ?? '', /^<{7}[^]*>{7}[ \w]*$/);
    });
  }

  it('is none where markers are text, or not all there', () => {
    const texts = [
      yaml`
        note: |
          <<<<<<< HEAD
          =======
          >>>>>>> x
      `,
      yaml`
        a: 1
        =======
        b: 2
        >>>>>>> x
      `,
      yaml`
        <<<<<<< HEAD
        a: 1
        >>>>>>> x
      `,
      '<<<<<<<< HEAD\n========\n>>>>>>>> x\n',
      '<<<<<<<HEAD\n=======\n>>>>>>>x\n',
    ];
    for (const text of texts) assert.deepEqual(conflictsOf(text), [], text);
  });
});

describe('a carriage return by itself', () => {
  it('breaks a line, as it does to YAML and to editors', () => {
    const text = 'sheet: psirt-maturity@1.0\rservices:\r  "1.1": 2 # c\r  "1.2":\r    note: |\r      a\r      b\r';
    const { issues, services } = parseAssessment(text);
    assert.deepEqual(issues, []);
    assert.equal(services.get('1.1')?.score?.value, 2);
    assert.equal(services.get('1.2')?.note?.value, 'a\nb\n');
    assert.equal(slice(text, services.get('1.2')?.note?.span), '|\r      a\r      b');
  });

  it('is what an edit of such a file breaks its lines with', () => {
    const text = 'sheet: psirt-maturity@1.0\rservices:\r  "1.1": 2\r';
    const edits = editsOf(setNote(parseAssessment(text), '1.1', 'x')) ?? assert.fail('no edit');
    assert.equal(
      applyEdits(text, edits),
      'sheet: psirt-maturity@1.0\rservices:\r  "1.1":\r    score: 2\r    note: x\r',
    );
  });
});

describe('the problem of a merge conflict', () => {
  it('says both values, and offers at each conflict the sides there are', () => {
    const [problem] = analyse(conflicting).problems;
    assert.match(problem?.message ?? '', /"1\.1": 2 or "1\.1": 3/);
    assert.deepEqual(
      problem?.parts?.map(({ fixes }) => fixes?.(edits).map(({ title }) => title)),
      [['Take ours (HEAD): "1.1": 2', 'Take theirs (feature/score): "1.1": 3']],
    );
  });

  it('shows what a long side begins with, and a dash for an empty one', () => {
    const text = yaml`
      sheet: psirt-maturity@1.0
      <<<<<<< A
      =======
      subject: ${'x'.repeat(90)}
      >>>>>>> B
    `;
    const { own, other } = parseAssessment(text).issues[0]?.parameters ?? {};
    assert.equal(own, '–');
    assert.equal(other, `subject: ${'x'.repeat(50)}…`);
  });

  it('is another one where a marker is left over, which is taken out', () => {
    const whole = yaml`
      sheet: psirt-maturity@1.0
      services:
        "1.1": 2
    `;
    for (const marker of ['<<<<<<< HEAD', '=======', '>>>>>>> x', '||||||| 12']) {
      const text = whole.replace('services:', `${marker}\nservices:`);
      const { problems } = analyse(text);
      assert.match(problems[0]?.message ?? '', /left over from a merge conflict/);
      assert.equal(slice(text, problems[0]?.span), marker);
      const [fix] = problems[0]?.fixes?.(edits) ?? [];
      assert.equal(applyEdits(text, fix?.edits ?? []), whole);
    }
  });
});
