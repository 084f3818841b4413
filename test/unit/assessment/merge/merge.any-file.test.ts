import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Assessment } from '../../../../src/assessment/assessment';
import { planEdit, type EditPlan } from '../../../../src/assessment/edit/edit';
import { setNote } from '../../../../src/assessment/edit/note-edit';
import { merge } from '../../../../src/assessment/merge/merge';
import { parseAssessment } from '../../../../src/assessment/parse';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { conflictsOf } from '../../../../src/assessment/yaml/conflict-markers';
import { serviceIds } from '../../../../src/sheet/sheet';
import { fuzzRuns } from '../../../support/fuzz-runs';
import { randomFiles } from '../../../support/random-file';

/** What somebody does to one service. */
type Deed =
  | { readonly kind: 'score'; readonly score: number | null }
  | { readonly kind: 'exclude' | 'note'; readonly text: string }
  | { readonly kind: 'comment' };

const words = fc.constantFrom('why', 'not ours', 'a: b # c', '端末', 'two\nlines');
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant('score' as const), score: fc.option(fc.nat({ max: 5 })) }),
  fc.record({ kind: fc.constantFrom('exclude' as const, 'note' as const), text: words }),
  fc.constant({ kind: 'comment' as const }),
);

/** Deeds on different services, each of one side. */
const changes = fc.uniqueArray(
  fc.record({ service: fc.constantFrom(...serviceIds), deed: deeds, isOurs: fc.boolean() }),
  { selector: ({ service }) => service, minLength: 2, maxLength: 9 },
);
type Change = typeof changes extends fc.Arbitrary<(infer C)[]> ? C : never;

function planOf(assessment: Assessment, service: string, deed: Exclude<Deed, { readonly kind: 'comment' }>): EditPlan {
  if (deed.kind === 'note') return setNote(assessment, service, deed.text);
  if (deed.kind === 'score') return planEdit(assessment, { kind: 'score', service, score: deed.score });
  return planEdit(assessment, { kind: 'exclude', service, reason: deed.text });
}

/** The text after a change; as it was where it is refused. */
function after(text: string, { service, deed }: Change): string {
  const assessment = parseAssessment(text);
  if (deed.kind === 'comment') {
    const key = assessment.services.get(service)?.key.start;
    const start = key === undefined ? -1 : text.lastIndexOf('\n', key) + 1;
    const isAlone = start > 0 && text.slice(start, key).trim() === '';
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    return isAlone ? `${text.slice(0, start)}  # c9${service.replace('.', '')}${eol}${text.slice(start)}` : text;
  }
  const plan = planOf(assessment, service, deed);
  return 'refused' in plan ? text : applyEdits(text, plan.edits);
}

function meaningOf(text: string): unknown {
  return parse(text, { stringKeys: true, merge: true, logLevel: 'silent', maxAliasCount: -1 });
}

function commentsOf(text: string): string[] {
  return (text.match(/# ?c\d+/g) ?? []).sort();
}

describe('a merge of two branches', () => {
  it('of different services gives what both changes give, one after the other, with every comment', () => {
    fc.assert(
      fc.property(randomFiles, changes, ({ text: base }, all) => {
        const [own, other] = [all.filter(({ isOurs }) => isOurs), all.filter(({ isOurs }) => !isOurs)];
        const [ours, theirs] = [own.reduce(after, base), other.reduce(after, base)];
        const both = other.reduce(after, ours);
        const merged = merge(base, ours, theirs);
        assert.equal(
          merged.conflicts,
          0,
          `${merged.text}\n=== base\n${base}\n=== ours\n${ours}\n=== theirs\n${theirs}`,
        );
        assert.deepEqual(meaningOf(merged.text), meaningOf(both), merged.text);
        assert.deepEqual(commentsOf(merged.text), commentsOf(both), `${merged.text}\n=== expected\n${both}`);
        assert.equal(merge(base, theirs, ours).text, merged.text, 'whose side is whose does not matter');
        if (!base.includes('\r\n')) assert.ok(!merged.text.includes('\r'));
        assert.equal(merged.text.startsWith('\ufeff'), base.startsWith('\ufeff'));
      }),
      fuzzRuns(300),
    );
  });

  it('of whatever two sides gives either no conflict and no marker, or conflicts of which each side can be taken', () => {
    const anyChanges = fc.array(
      fc.record({ service: fc.constantFrom('1.1', '1.2', '2.1'), deed: deeds, isOurs: fc.boolean() }),
    );
    fc.assert(
      fc.property(randomFiles, anyChanges, ({ text: base }, all) => {
        const [ours, theirs] = [true, false].map((side) =>
          all.filter(({ isOurs }) => isOurs === side).reduce(after, base),
        ) as [string, string];
        const merged = merge(base, ours, theirs);
        assert.equal(conflictsOf(merged.text).length, merged.conflicts, merged.text);
        assert.equal(merge(base, theirs, ours).conflicts, merged.conflicts);
        if (merged.conflicts === 0) assert.equal(parseAssessment(merged.text).broken, false, merged.text);
        for (const side of [2, 3]) {
          const taken = merged.text.replace(
            /^(\ufeff?)<<<<<<< ours\r?\n([^]*?)=======\r?\n([^]*?)>>>>>>> theirs(?:\r?\n)?/gm,
            (_, mark: string, ...sides: string[]) => mark + (sides[side - 2] ?? ''),
          );
          assert.equal(parseAssessment(taken).broken, false, taken);
        }
      }),
      fuzzRuns(300),
    );
  });
});
