import assert from 'node:assert/strict';
import fc from 'fast-check';
import { criterionStates, type CriterionState } from '../../../src/assessment/vocabulary';
import { translator } from '../../../src/messages/catalogues';
import { suggestLevel, type CriterionStates } from '../../../src/scoring/suggest';
import { reasonText } from '../../../src/scoring/suggestion-text';
import { criteriaOf } from '../../../src/sheet/criteria';
import { levelNumbers, type Criterion, type Level, type Service } from '../../../src/sheet/sheet';
import { sheets } from '../../support/problems';

type Levels = Pick<Service, 'levels'>;

/** A service whose levels have so many criteria: `2+1` two that are reached and one lack, `-` no such level. */
function invented(...levels: string[]): Levels {
  return {
    levels: levelNumbers.map((number): Level | null => {
      const [reach = 0, lack = 0] = (levels[number] ?? '-').split('+').map(Number);
      if (levels[number] === '-' || levels[number] === undefined) return null;
      const criteria = Array.from({ length: reach + lack }, (_, index): Criterion => {
        const kind = index < reach ? 'reach' : 'lack';
        return { id: `${number}${'abcdefgh'[index]}`, kind, text: 'x', references: [] };
      });
      return { summary: '', description: '', references: [], criteria };
    }),
  };
}

const usual = invented('0+2', '2+1', '4+0', '2+1', '3+0', '2+0');
const levelOf = (service: Levels, states: CriterionStates) => suggestLevel(service, states)?.level;
const reasonOf = (service: Levels, states: CriterionStates, language: 'en' | 'ja' = 'en') => {
  const suggestion = suggestLevel(service, states);
  return suggestion && reasonText(suggestion, translator(language));
};

describe('what criteria suggest', () => {
  const [met, partly, unmet] = ['met', 'partly', 'unmet'] as const;
  const none = 'not-applicable';
  const cases: [string, CriterionStates, number | undefined][] = [
    ['nothing where nothing is answered', {}, undefined],
    ['nothing where all that is answered does not count', { '1a': none, '3b': none }, undefined],
    ['0 where nothing answered is met', { '3a': unmet }, 0],
    ['0 where something at level 0 is still missing', { '0a': met, '2a': met, '2b': met }, 0],
    ['the level of which half is met', { '2a': met, '2b': met }, 2],
    ['not the level of which less than half is met', { '2a': met, '1a': met }, 1],
    ['partly met as half', { '2a': met, '2b': partly, '2c': partly }, 2],
    ['without what is not applicable', { '2a': met, '2b': none, '2c': none }, 2],
    ['the highest of several', { '1a': met, '2a': met, '2b': met, '3a': met }, 3],
    ['nothing above what is still missing', { '1c': met, '1a': met, '3a': met, '3b': met }, 1],
    ['as if nothing were missing where that only partly applies', { '1c': partly, '3a': met }, 3],
    ['a level whose own lack applies', { '3c': met, '3a': met }, 3],
    ['nothing above a level answered mostly as not met', { '2a': unmet, '3a': met, '1a': met }, 1],
    ['what is above a level answered half as not met', { '2a': unmet, '2b': partly, '3a': met }, 3],
  ];
  for (const [what, states, level] of cases) it(`is ${what}`, () => assert.equal(levelOf(usual, states), level));

  it('is a level without a description never, and its neighbours all the same', () => {
    const late = invented('-', '-', '-', '-', '2+0', '1+0');
    assert.equal(levelOf(late, { '4a': unmet, '4b': unmet }), 0);
    assert.equal(levelOf(late, { '4a': met }), 4);
    assert.equal(levelOf(late, { '4a': met, '5a': met }), 5);
    assert.equal(levelOf(invented('-', '-', '-', '-', '-', '-'), { '1a': met }), undefined);
  });

  it('counts a level that has only lacks as reached once half of them are answered, whichever way', () => {
    const bare = invented('0+1', '0+2', '2+0');
    assert.equal(levelOf(bare, { '1a': met }), 1);
    assert.equal(levelOf(bare, { '1a': unmet }), 1);
    assert.equal(levelOf(bare, { '1a': met, '2a': met }), 1);
    assert.equal(levelOf(bare, { '1a': unmet, '2a': met }), 2);
    assert.equal(levelOf(invented('0+1', '0+3', '2+0'), { '1a': met }), 0);
  });

  it('reaches such a level where half is met, and of all else only what less is missing than there', () => {
    const bare = invented('-', '0+3', '2+0');
    const worse = { met: [met], partly: [partly, met], unmet: [unmet, partly, met], [none]: [none] } as const;
    const halfIsMet = (states: readonly CriterionState[]) => {
      const counted = states.filter((state) => state !== none);
      const sum = counted.reduce((all, state) => all + (state === met ? 1 : Number(state === partly) / 2), 0);
      return counted.length > 0 && 2 * sum >= counted.length;
    };
    for (const a of criterionStates)
      for (const b of criterionStates)
        for (const c of criterionStates) {
          const isDemanded = worse[a].some((one) =>
            worse[b].some((two) => worse[c].some((three) => halfIsMet([one, two, three]))),
          );
          assert.equal(levelOf(bare, { '1a': a, '1b': b, '1c': c }) ?? 0, isDemanded ? 1 : 0, [a, b, c].join());
        }
  });

  it('says why', () => {
    assert.equal(
      reasonOf(usual, { '2a': met, '2b': met, '2c': partly, '3a': unmet }),
      '2.5 of 4 of level 2, 0 of 2 of level 3',
    );
    assert.equal(
      reasonOf(usual, { '1a': met, '1c': met, '3a': met }),
      '1 of 2 of level 1, 1 of 2 of level 3, level 1 still lacks 1c',
    );
    assert.equal(
      reasonOf(usual, { '1a': met, '2a': unmet, '3a': met }, 'ja'),
      'レベル1は2件中1件、レベル2は4件中0件、レベル3は2件中1件、レベル2は満たしていないという回答が過半',
    );
    assert.equal(reasonOf(usual, { '1c': met }), '0 of 2 of level 0, 0 of 2 of level 1');
  });

  it('takes nothing for an answer that is none', () => {
    assert.equal(levelOf(usual, JSON.parse('{ "constructor": "met", "9z": "met" }') as CriterionStates), undefined);
  });
});

describe('what criteria suggest, whatever the service and the answers', () => {
  const level = fc.tuple(fc.nat(3), fc.nat(2)).map(([reach, lack]) => (reach + lack ? `${reach}+${lack}` : '1+0'));
  const inventedService = fc
    .array(fc.oneof({ weight: 5, arbitrary: level }, { weight: 1, arbitrary: fc.constant('-') }), {
      minLength: 6,
      maxLength: 6,
    })
    .map((levels) => invented(...levels));
  const ours = fc.constantFrom(...sheets.en.areas.flatMap(({ services }) => services.filter((one) => !one.outOfScope)));
  const service: fc.Arbitrary<Levels> = fc.oneof(inventedService, ours);
  const answers = (one: Levels) =>
    fc.array(fc.tuple(fc.constantFrom(...criteriaOf(one)), fc.constantFrom(...criterionStates)), { maxLength: 20 });
  const answered = service
    .filter((one) => criteriaOf(one).length > 0)
    .chain((one) => fc.tuple(fc.constant(one), answers(one), fc.constantFrom(...criteriaOf(one))));
  const statesOf = (list: readonly (readonly [Criterion, CriterionState])[]): CriterionStates =>
    Object.fromEntries(list.map(([{ id }, state]) => [id, state]));
  const ranked = ['unmet', 'partly', 'met'] as const;

  it('never falls as more of what is in place is met', () => {
    fc.assert(
      fc.property(
        answered,
        fc.constantFrom(...ranked),
        fc.constantFrom(...ranked),
        ([one, list, { id, kind }], a, b) => {
          fc.pre(kind === 'reach');
          const [less, more] = [a, b].sort((x, y) => ranked.indexOf(x) - ranked.indexOf(y));
          const states = statesOf(list);
          const before = levelOf(one, { ...states, [id]: less as CriterionState }) ?? 0;
          assert.ok((levelOf(one, { ...states, [id]: more as CriterionState }) ?? 0) >= before);
        },
      ),
    );
  });

  it('never falls as what had no answer is met, or partly', () => {
    fc.assert(
      fc.property(answered, fc.constantFrom('met' as const, 'partly' as const), ([one, list, { id, kind }], state) => {
        fc.pre(kind === 'reach');
        const { [id]: _, ...states } = statesOf(list);
        assert.ok((levelOf(one, { ...states, [id]: state as CriterionState }) ?? 0) >= (levelOf(one, states) ?? 0));
      }),
    );
  });

  it('never falls as less is missing', () => {
    fc.assert(
      fc.property(
        answered,
        fc.constantFrom(...ranked),
        fc.constantFrom(...ranked),
        ([one, list, { id, kind }], a, b) => {
          fc.pre(kind === 'lack');
          const [less, more] = [a, b].sort((x, y) => ranked.indexOf(x) - ranked.indexOf(y));
          const states = statesOf(list);
          const before = levelOf(one, { ...states, [id]: more as CriterionState }) ?? 0;
          assert.ok((levelOf(one, { ...states, [id]: less as CriterionState }) ?? 0) >= before);
        },
      ),
    );
  });

  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(answered, ([one, list]) => {
        const unique = Object.entries(statesOf(list));
        const turned = Object.fromEntries([...unique].reverse());
        assert.deepEqual(suggestLevel(one, turned), suggestLevel(one, Object.fromEntries(unique)));
      }),
    );
  });

  it('is nothing exactly where nothing that counts is answered, and else 0 or a level that is described', () => {
    fc.assert(
      fc.property(answered, ([one, list]) => {
        const states = statesOf(list);
        const level = levelOf(one, states);
        assert.equal(
          level === undefined,
          Object.values(states).every((state) => state === 'not-applicable'),
        );
        assert.ok(level === undefined || level === 0 || one.levels[level]);
      }),
    );
  });
});
