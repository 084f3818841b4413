import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAssessment } from '../../../src/assessment/parse';
import { rankGaps } from '../../../src/scoring/plan';
import { scoreAssessment, scoredServices } from '../../../src/scoring/score';
import { composeSheet, serviceIds } from '../../../src/sheet/sheet';
import en from '../../../src/sheet/wording.en.json';

const sheet = composeSheet(en);

interface Given {
  readonly score?: number;
  readonly excluded?: boolean;
  readonly target?: number;
}
interface File {
  readonly target?: number;
  readonly areas: Record<string, number | undefined>;
  readonly services: Record<string, Given | undefined>;
}

const target = fc.option(
  fc.integer({ min: 0, max: 50 }).map((tenths) => tenths / 10),
  { nil: undefined },
);
const given = fc.option(
  fc.record({ score: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }), excluded: fc.boolean(), target }),
  { nil: undefined },
);
const file: fc.Arbitrary<File> = fc.record({
  target,
  areas: fc.record(Object.fromEntries(sheet.areas.map(({ id }) => [id, target]))),
  services: fc.record(Object.fromEntries(serviceIds.map((id) => [id, given]))),
});

/** A file that says it, as text: what users write and the scoring reads. */
function textOf({ target, areas, services }: File): string {
  const lines = Object.entries(services).flatMap(([id, entry]) => {
    if (!entry) return [];
    const keys = [
      entry.score === undefined ? '' : `score: ${entry.score}`,
      entry.excluded ? 'excluded: Not ours' : '',
      entry.target === undefined ? '' : `target: ${entry.target}`,
    ];
    return [`  "${id}": { ${keys.filter(Boolean).join(', ')} }`];
  });
  const targets = Object.entries(areas).flatMap(([id, target]) =>
    target === undefined ? [] : [`  "${id}": { target: ${target} }`],
  );
  return [
    target === undefined ? '' : `target: ${target}`,
    targets.length ? 'areas:' : '',
    ...targets,
    lines.length ? 'services:' : '',
    ...lines,
  ]
    .filter(Boolean)
    .join('\n');
}

/** The numbers as one would work them out by hand, one question after the other. */
function byHand(file: File, among: readonly string[], ownTarget: number) {
  const inScope = among.filter((id) => id !== '6.3');
  const isExcluded = (id: string) => file.services[id]?.excluded === true;
  const targetOf = (id: string) => file.services[id]?.target ?? file.areas[id.charAt(0)] ?? file.target ?? 2.5;
  const counted = inScope.filter((id) => !isExcluded(id) && file.services[id]?.score !== undefined);
  let [sum, floor, below] = [0, Infinity, 0];
  for (const id of counted) {
    const score = file.services[id]?.score ?? NaN;
    sum += score;
    if (score < floor) floor = score;
    if (score < targetOf(id)) below += 1;
  }
  return {
    mean: counted.length === 0 ? null : sum / counted.length,
    target: ownTarget,
    floor: counted.length === 0 ? null : floor,
    scored: counted.length,
    applicable: inScope.filter((id) => !isExcluded(id)).length,
    excluded: inScope.filter(isExcluded).length,
    belowTarget: below,
  };
}

describe('scoring against a count by hand', () => {
  it('agrees on every number of every file', () => {
    fc.assert(
      fc.property(file, (file) => {
        const scored = scoreAssessment(sheet, parseAssessment(textOf(file)));
        assert.deepEqual(scored.overall, byHand(file, serviceIds, file.target ?? 2.5));
        for (const { id, services, ...numbers } of scored.areas) {
          const own = serviceIds.filter((service) => service.startsWith(`${id}.`));
          assert.deepEqual(
            services.map((service) => service.id),
            own,
          );
          assert.deepEqual(numbers, byHand(file, own, file.areas[id] ?? file.target ?? 2.5));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps what must always hold', () => {
    fc.assert(
      fc.property(file, (file) => {
        const scored = scoreAssessment(sheet, parseAssessment(textOf(file)));
        const { overall, areas } = scored;
        assert.equal(
          overall.scored,
          areas.reduce((sum, area) => sum + area.scored, 0),
        );
        assert.equal(overall.applicable + overall.excluded, 27);
        for (const { mean, floor, scored, applicable, belowTarget } of [overall, ...areas]) {
          assert.equal(mean === null, scored === 0);
          assert.ok(scored <= applicable && belowTarget <= scored);
          if (mean !== null && floor !== null) assert.ok(floor <= mean && mean <= 5);
        }
        const gaps = rankGaps(scored).map(({ service }) => service.gap ?? NaN);
        assert.deepEqual(
          gaps,
          [...gaps].sort((a, b) => b - a),
        );
        assert.equal(gaps.length, overall.belowTarget);
        for (const { state, score, gap } of scoredServices(scored))
          assert.deepEqual([score === null, gap === null], [state !== 'scored', state !== 'scored']);
      }),
      { numRuns: 40 },
    );
  });

  it('is plain data: it survives the way to the panel', () => {
    fc.assert(
      fc.property(file, (file) => {
        const scored = scoreAssessment(sheet, parseAssessment(textOf(file)));
        assert.deepEqual(JSON.parse(JSON.stringify(scored)), scored);
      }),
      { numRuns: 20 },
    );
  });
});
