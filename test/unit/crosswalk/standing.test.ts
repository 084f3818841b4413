import assert from 'node:assert/strict';
import { parseAssessment } from '../../../src/assessment/parse';
import type { Mapping, Source } from '../../../src/crosswalk/source';
import { standings } from '../../../src/crosswalk/standing';
import { loadSheet } from '../../../src/node/load-texts';
import { scoreAssessment } from '../../../src/scoring/score';

const sheet = loadSheet('en');
const mapping = (service: string, strength = 5): Mapping => ({
  service,
  strength,
  criteria: [],
  relationship: 'intersects',
  reason: '',
});

function standingOn(text: string, ...mappings: Mapping[]) {
  const source: Source = { id: 'x', title: 'X', requirements: [{ id: 'X-1', aliases: [], subject: '', mappings }] };
  const [standing] = standings(source, scoreAssessment(sheet, parseAssessment(text)));
  assert.ok(standing);
  return standing;
}

const text = `sheet: psirt-maturity@1.0
services:
  "1.1": 3
  "1.2": 0
  "1.3":
  "1.4": { excluded: Sold to nobody else }
`;

describe('where an assessment stands on a requirement', () => {
  it('is as strong as the weakest service it touches, and 0 is a score', () => {
    assert.equal(standingOn(text, mapping('1.1')).weakest, 3);
    assert.equal(standingOn(text, mapping('1.1'), mapping('1.2')).weakest, 0);
  });

  it('leaves out services that only prepare the ground', () => {
    assert.equal(standingOn(text, mapping('1.1'), mapping('1.2', 2)).weakest, 3);
  });

  it('names what is not scored and what is excluded, and is unknown where nothing is scored', () => {
    const { weakest, unscored, excluded } = standingOn(text, mapping('1.3'), mapping('1.4'), mapping('2.1'));
    assert.deepEqual({ weakest, unscored, excluded }, { weakest: null, unscored: ['1.3', '2.1'], excluded: ['1.4'] });
  });

  it('has the weakest service first, those without a score last', () => {
    const { services } = standingOn(text, mapping('1.3'), mapping('1.1'), mapping('1.2'));
    assert.deepEqual(
      services.map((one) => one.mapping.service),
      ['1.2', '1.1', '1.3'],
    );
  });

  it('counts an out-of-scope service neither as scored nor as missing', () => {
    const { weakest, unscored } = standingOn(text, mapping('6.3'));
    assert.deepEqual({ weakest, unscored }, { weakest: null, unscored: [] });
  });
});
