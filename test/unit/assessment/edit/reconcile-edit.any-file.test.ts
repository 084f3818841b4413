import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Assessment } from '../../../../src/assessment/assessment';
import { planReconciled } from '../../../../src/assessment/edit/reconcile-edit';
import { parseAssessment } from '../../../../src/assessment/parse';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { takes, votesOf, type Scoring } from '../../../../src/scoring/consensus';
import { serviceIds } from '../../../../src/sheet/sheet';
import { sheets } from '../../../support/problems';
import { randomFiles } from '../../../support/random-file';

const inSheet = serviceIds.filter((id) => id !== '6.3');
const level = fc.integer({ min: 0, max: 5 });
const scores = fc.dictionary(fc.constantFrom(...inSheet), level, { maxKeys: 4 });
const names = fc.uniqueArray(
  fc.stringMatching(/^[A-Za-z:# 品質-]{1,12}$/).filter((name) => name.trim() === name),
  {
    minLength: 1,
    maxLength: 6,
  },
);
const scorings = names.chain((all) =>
  fc.tuple(
    ...all.map((name) => scores.map((given): Scoring => ({ name, assessment: parseAssessment(fileOf(given)) }))),
  ),
);

function fileOf(given: Readonly<Record<string, number>>): string {
  return `services:\n${Object.entries(given)
    .map(([id, score]) => `  "${id}": ${score}\n`)
    .join('')}`;
}

/** What an assessment says of a service, as plain data. */
const said = ({ services }: Assessment, id: string) => {
  const { score, votes, note, excluded } = services.get(id) ?? {};
  return {
    score: score?.value,
    votes: Object.fromEntries([...(votes ?? [])].map(([name, { value }]) => [name, value])),
    note: note?.value,
    excluded: excluded?.value,
  };
};

describe('what several assessors agree on', () => {
  it('is written with the votes of each, and changes no other service, comment or line', () => {
    let made = 0;
    fc.assert(
      fc.property(randomFiles, scorings, fc.constantFrom(...takes), ({ text }, all, take) => {
        const before = parseAssessment(text);
        const services = votesOf(sheets.en, all, take).filter(({ id }) => !before.services.get(id)?.excluded);
        const plan = planReconciled(before, services);
        if ('refused' in plan) return;
        made++;
        const after = parseAssessment(applyEdits(text, plan.edits));
        for (const { id, votes, score } of services) {
          const now = said(after, id);
          for (const [name, given] of votes) assert.equal(now.votes[name], given);
          assert.equal(now.score, score ?? said(before, id).score);
          assert.equal(now.note, said(before, id).note);
        }
        const touched = new Set(services.map(({ id }) => id));
        for (const id of serviceIds) if (!touched.has(id)) assert.deepEqual(said(after, id), said(before, id));
        const comments = (content: string) => content.match(/#.*/g)?.length ?? 0;
        assert.ok(comments(after.text) >= comments(text), after.text);
        assert.deepEqual(planReconciled(after, services), { edits: [] });
      }),
      { numRuns: 150 },
    );
    assert.ok(made > 50, String(made));
  });

  it('is the same whatever the order of the assessors', () => {
    fc.assert(
      fc.property(scorings, fc.constantFrom(...takes), (all, take) => {
        const plain = (list: readonly Scoring[]) =>
          votesOf(sheets.en, list, take).map(({ id, votes, spread, score }) => ({
            id,
            votes: Object.fromEntries([...votes].sort(([a], [b]) => (a < b ? -1 : 1))),
            spread,
            score,
          }));
        assert.deepEqual(plain([...all].reverse()), plain(all));
      }),
    );
  });
});
