import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diff3Merge } from 'node-diff3';
import { takeSide, type Taken } from '../../../../src/assessment/edit/conflict-edit';
import { setNote } from '../../../../src/assessment/edit/note-edit';
import { planCitation } from '../../../../src/assessment/edit/evidence-edit';
import { planEdit, type EditPlan } from '../../../../src/assessment/edit/edit';
import type { Assessment } from '../../../../src/assessment/assessment';
import { parseAssessment } from '../../../../src/assessment/parse';
import { conflictsOf } from '../../../../src/assessment/yaml/conflict-markers';
import { linesOf } from '../../../../src/assessment/yaml/member-lines';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { fuzzRuns } from '../../../support/fuzz-runs';
import { randomFiles } from '../../../support/random-file';
import { yaml } from '../../../support/yaml';

function taken(text: string, side: Taken, index = 0): string | undefined {
  const plan = takeSide(text, index, side);
  return 'edits' in plan ? applyEdits(text, plan.edits) : undefined;
}

function file(lines: string): string {
  return yaml`
    sheet: psirt-maturity@1.0 # the sheet
    services:
    ${lines}`;
}

function conflict(ours: string, theirs: string, base?: string): string {
  const common = base === undefined ? '' : `||||||| 1234567\n${base}`;
  return `<<<<<<< HEAD\n${ours}${common}=======\n${theirs}>>>>>>> feature\n`;
}

describe('taking a side of a merge conflict', () => {
  const [ours, theirs] = ['  "1.1": 2 # ours\n', '  "1.1": 3\n'];

  for (const [style, base] of [['merge'], ['diff3', '  "1.1": 1\n'], ['zdiff3', '']] as const) {
    it(`leaves its lines alone, and takes markers and the other side away, in git’s style ${style}`, () => {
      const text = file(`${conflict(ours, theirs, base)}  "1.2": 1\n`);
      assert.equal(taken(text, 'ours'), file(`${ours}  "1.2": 1\n`));
      assert.equal(taken(text, 'theirs'), file(`${theirs}  "1.2": 1\n`));
      assert.equal(taken(text, 'both'), undefined, 'a service has one score');
    });
  }

  it('works with line breaks of Windows, a byte order mark and no line break at the end', () => {
    const text = `\ufeff${conflict('sheet: psirt-maturity@1.0\n', 'sheet: x\n').trimEnd()}`.replaceAll('\n', '\r\n');
    assert.equal(taken(text, 'ours'), '\ufeffsheet: psirt-maturity@1.0\r\n');
    assert.equal(taken(text, 'theirs'), '\ufeffsheet: x\r\n');
  });

  it('takes a side that is empty', () => {
    const text = file(conflict('', theirs) + '  "1.2": 1\n');
    assert.equal(taken(text, 'ours'), file('  "1.2": 1\n'));
  });

  it('resolves the inner one of two conflicts first, and then the outer one', () => {
    const inner = conflict('  "1.1": 4\n', '  "1.1": 5\n');
    const text = file(`<<<<<<< A\n${ours}${inner}=======\n${theirs}>>>>>>> B\n`);
    const once = taken(text, 'theirs') ?? '';
    assert.equal(conflictsOf(once).length, 1);
    assert.equal(taken(once, 'theirs'), file(theirs));
  });

  it('is refused where there is none any more', () => {
    assert.deepEqual(takeSide(file(ours), 0, 'ours'), { refused: { key: 'edit.no-conflict' } });
  });
});

describe('taking both sides of a merge conflict', () => {
  const cases: readonly (readonly [name: string, text: string, both: string | undefined])[] = [
    [
      'keeps all evidence, each on its line',
      file(yaml`
          "1.1":
            score: 2
            evidence:
        ${conflict('      - a.md # A\n', '      - b.md # B\n')}`),
      file(yaml`
          "1.1":
            score: 2
            evidence:
              - a.md # A
              - b.md # B
      `),
    ],
    [
      'keeps nothing twice that both added',
      file(yaml`
          "1.1":
            evidence:
        ${conflict('      - a.md\n      - c.md\n', '      - b.md\n      - c.md\n')}`),
      file(yaml`
          "1.1":
            evidence:
              - a.md
              - c.md
              - b.md
      `),
    ],
    [
      'joins lists in brackets',
      file(yaml`
          "1.1":
            score: 2
        ${conflict('    evidence: [a.md]\n', '    evidence: [b.md] # more\n')}`),
      file(yaml`
          "1.1":
            score: 2
            evidence: [a.md, b.md] # more
      `),
    ],
    [
      'keeps the actions of both',
      file(
        yaml`
            "1.1":
              plan:
          ${conflict('      - { action: Train }\n', '      - { action: Publish, owner: PSO }\n')}`,
      ),
      file(yaml`
          "1.1":
            plan:
              - { action: Train }
              - { action: Publish, owner: PSO }
      `),
    ],
    [
      'puts one note below the other',
      file(yaml`
          "1.1":
            score: 2
        ${conflict('    note: Ours\n', '    note: Theirs\n')}`),
      file(yaml`
          "1.1":
            score: 2
            note: |
              Ours
              Theirs
      `),
    ],
    [
      'puts lines of notes below each other',
      file(yaml`
          "1.1":
            note: |
              Common
        ${conflict('      Ours\n', '      Theirs\n')}    score: 2
      `),
      file(yaml`
          "1.1":
            note: |
              Common
              Ours
              Theirs
            score: 2
      `),
    ],
    [
      'keeps different services that stood in one place',
      file(conflict('  "1.2": 2\n', '  "1.3": 3\n')),
      file('  "1.2": 2\n  "1.3": 3\n'),
    ],
    [
      'keeps a note of one beside the evidence of the other',
      file(
        conflict(
          yaml`
              "1.2":
                score: 2
                note: x
          `,
          yaml`
              "1.2":
                score: 2
                evidence: [a.md]
          `,
        ),
      ),
      file(yaml`
          "1.2":
            score: 2
            evidence: [a.md]
            note: x
      `),
    ],
    ['is refused for two scores', file(conflict('  "1.2":\n    score: 2\n', '  "1.2":\n    score: 3\n')), undefined],
    [
      'is refused for a score and an exclusion',
      file(conflict('  "1.2": 2\n', '  "1.2": { excluded: x }\n')),
      undefined,
    ],
    ['is refused for a side that is no YAML', file(conflict('  "1.2": [\n', '  "1.3": 2\n')), undefined],
  ];
  for (const [name, text, both] of cases) {
    it(name, () => {
      assert.equal(taken(text, 'both'), both);
      if (both === undefined) return;
      const windows = taken(text.replaceAll('\n', '\r\n'), 'both');
      assert.equal(windows, both.replaceAll('\n', '\r\n'));
    });
  }

  it('leaves the other conflicts of the file as they are', () => {
    const other = conflict('  "2.1": 2\n', '  "2.1": 3\n');
    const text = file(`${other}${conflict('  "2.2": 2\n', '  "2.3": 3\n')}${other.replaceAll('2.1', '2.4')}`);
    const both = file(yaml`
      ${other}  "2.2": 2
        "2.3": 3
      ${other.replaceAll('2.1', '2.4')}`);
    assert.equal(taken(text, 'both', 1), both);
  });
});

/** What somebody does to a file. */
const deeds = fc.array(
  fc.record({
    service: fc.constantFrom('1.1', '1.2', '2.1'),
    deed: fc.oneof(
      fc.record({ score: fc.nat({ max: 5 }) }),
      fc.record({ note: fc.constantFrom('why', 'a: b # c', 'two\nlines', '端末') }),
      fc.record({ link: fc.constantFrom('docs/a.md', 'docs/b.md', 'https://example.com/c') }),
    ),
  }),
  { maxLength: 4 },
);

type Change = typeof deeds extends fc.Arbitrary<(infer D)[]> ? D : never;

function planOf(assessment: Assessment, service: string, deed: Change['deed']): EditPlan {
  if ('score' in deed) return planEdit(assessment, { kind: 'score', service, score: deed.score });
  if ('note' in deed) return setNote(assessment, service, deed.note);
  return planCitation(assessment, service, [deed.link]);
}

function after(text: string, { service, deed }: Change): string {
  const assessment = parseAssessment(text);
  const plan = planOf(assessment, service, deed);
  return 'refused' in plan ? text : applyEdits(text, plan.edits);
}

/** What git leaves of three versions in a file, and the same with one side in place of each conflict. */
function leftByGit(base: string, ours: string, theirs: string, isDiff3: boolean) {
  const eol = base.includes('\r\n') ? '\r\n' : '\n';
  const whole = (lines: readonly string[]) => lines.map((line) => (/[\r\n]$/.test(line) ? line : line + eol)).join('');
  const [text, own, other]: [string[], string[], string[]] = [[], [], []];
  const chunks = diff3Merge(linesOf(ours), linesOf(base), linesOf(theirs), { excludeFalseConflicts: true });
  for (const { ok, conflict: met } of chunks) {
    if (!met) {
      for (const part of [text, own, other]) part.push(...(ok ?? []));
      continue;
    }
    const [a, o, b] = [whole(met.a), whole(met.o), whole(met.b)];
    const common = isDiff3 ? `||||||| base${eol}${o}` : '';
    text.push(`<<<<<<< HEAD${eol}${a}${common}=======${eol}${b}>>>>>>> x${eol}`);
    own.push(a);
    other.push(b);
  }
  return { text: text.join(''), ours: own.join(''), theirs: other.join('') };
}

describe('the conflicts that git leaves in whatever file', () => {
  it('are resolved to what each side said, and to both only where nothing is lost', () => {
    let united = 0;
    fc.assert(
      fc.property(randomFiles, deeds, deeds, fc.boolean(), ({ text: base }, own, other, isDiff3) => {
        const left = leftByGit(base, own.reduce(after, base), other.reduce(after, base), isDiff3);
        // Behind a byte order mark the first line is no marker to git either.
        const count = conflictsOf(left.text).length;
        for (const side of ['ours', 'theirs'] as const) {
          let now = left.text;
          for (let more = count; more > 0; more--) now = taken(now, side) ?? assert.fail('a side can be taken');
          assert.equal(now, left[side]);
        }
        for (let index = 0; index < count; index++) {
          const both = taken(left.text, 'both', index);
          if (both === undefined) continue;
          united++;
          assert.equal(conflictsOf(both).length, count - 1);
          let rest = both;
          for (let more = count - 1; more > 0; more--) rest = taken(rest, 'ours') ?? assert.fail('a side can be taken');
          assert.equal(parseAssessment(rest).broken, false, rest);
          for (const [id, { score, evidence }] of parseAssessment(left.ours).services) {
            const entry = parseAssessment(rest).services.get(id);
            assert.equal(entry?.score?.value, score?.value ?? entry?.score?.value);
            const links = (entry?.evidence ?? []).map(({ link }) => link.value);
            for (const { link } of evidence) assert.ok(links.includes(link.value), `${link.value} is in\n${rest}`);
          }
        }
      }),
      fuzzRuns(60),
    );
    assert.ok(united > 0, 'some can be united');
  });
});
