import assert from 'node:assert/strict';
import {
  neighbour,
  offeredLevels,
  openServices,
  progressOf,
  startingStep,
  stepAfter,
} from '../../../src/language/guided-scoring';
import { scoredServices, type Scored, type ScoredService } from '../../../src/scoring/score';
import { findService, outOfScopeIds, serviceIds } from '../../../src/sheet/sheet';
import { analyse, sheet } from '../../support/analyse';
import { yaml } from '../../support/yaml';

const inScope = serviceIds.filter((id) => !outOfScopeIds.includes(id));

/** A file with the given lines below `services:`. */
function scored(...lines: string[]): Scored {
  return analyse(yaml`
    sheet: psirt-maturity@1.0
    services:
    ${lines.map((line) => `  ${line}\n`).join('')}`).scored;
}

const allScored = scored(...inScope.map((id) => `"${id}": 2`));

function serviceOf(file: Scored, id: string): ScoredService {
  return scoredServices(file).find((service) => service.id === id) ?? assert.fail(id);
}

describe('guided scoring', () => {
  it('leads through the 27 services in scope, in the order of the sheet', () => {
    const visited: string[] = [];
    for (let id = startingStep(allScored); id !== undefined; id = stepAfter(allScored, serviceOf(allScored, id)))
      visited.push(id);
    assert.deepEqual(visited, inScope);
    assert.equal(visited.length, 27);
  });

  it('says where it is', () => {
    assert.deepEqual(progressOf(allScored, '1.1'), { number: 1, total: 27 });
    assert.deepEqual(progressOf(allScored, '6.5'), { number: 27, total: 27 });
    assert.equal(progressOf(allScored, '6.3'), undefined);
  });

  it('starts at the first service without an answer; 0 and an exclusion are answers', () => {
    assert.equal(startingStep(scored()), '1.1');
    assert.equal(startingStep(scored('"1.1": 0', '"1.2": { excluded: none }', '"1.3":')), '1.3');
  });

  it('goes on where the user stopped, unless that has an answer by now and others have none', () => {
    assert.equal(startingStep(scored('"1.1": 2'), '3.2'), '3.2');
    assert.equal(startingStep(scored('"1.1": 2', '"3.2": 2'), '3.2'), '1.2');
    assert.equal(startingStep(allScored, '3.2'), '3.2');
    assert.equal(startingStep(allScored, '9.9'), '1.1');
  });

  it('leads from gap to gap who fills gaps, and to the next of all who scores anew', () => {
    const before = scored('"1.2": 2', '"1.3": 2');
    const after = scored('"1.1": 3', '"1.2": 2', '"1.3": 2');
    assert.equal(stepAfter(after, serviceOf(before, '1.1')), '1.4');
    assert.equal(stepAfter(after, serviceOf(before, '1.2')), '1.3');
    assert.equal(stepAfter(allScored, serviceOf(allScored, '6.5')), undefined);
  });

  it('goes back in the order of the sheet, past what is out of its scope', () => {
    assert.equal(neighbour(allScored, '6.4', -1), '6.2');
    assert.equal(neighbour(allScored, '1.1', -1), undefined);
    assert.equal(neighbour(allScored, '6.2', 1), '6.4');
  });

  it('counts what has no answer yet', () => {
    assert.equal(openServices(scored('"1.1": 0', '"1.2": { excluded: none }')).length, 25);
    assert.equal(openServices(allScored).length, 0);
  });

  it('offers the levels the sheet has a meaning for, from 0 upwards', () => {
    const levels = (id: string) => offeredLevels(findService(sheet, id) ?? assert.fail(id));
    assert.deepEqual(levels('1.1'), [0, 1, 2, 3, 4, 5]);
    assert.deepEqual(levels('4.4'), [0, 4, 5]);
    assert.deepEqual(levels('5.2'), [0, 1, 2, 3, 4]);
  });
});
