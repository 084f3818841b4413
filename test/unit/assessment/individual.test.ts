import assert from 'node:assert/strict';
import { groupIndividuals, type Placed } from '../../../src/assessment/individual';

/** Files by their places, each with the places its pointer may mean where it is an individual scoring. */
const grouped = (files: Readonly<Record<string, readonly string[] | undefined>>) => {
  const { assessments, individuals, astray } = groupIndividuals(
    Object.keys(files),
    (place): Placed => ({ place, belongsTo: files[place] }),
  );
  return { assessments, individuals: Object.fromEntries(individuals), astray };
};

describe('individual scorings among files', () => {
  it('belong to the assessment that they name, and are none themselves', () => {
    assert.deepEqual(grouped({ '/qa': ['/router'], '/router': undefined, '/pso': ['/router'], '/other': undefined }), {
      assessments: ['/router', '/other'],
      individuals: { '/router': ['/qa', '/pso'] },
      astray: [],
    });
  });

  it('belong to none where what they name is missing, themselves, or another individual scoring', () => {
    const { assessments, individuals, astray } = grouped({
      '/gone': ['/missing'],
      '/self': ['/self'],
      '/a': ['/b'],
      '/b': ['/a'],
      '/outside': [],
      '/router': undefined,
    });
    assert.deepEqual(assessments, ['/router']);
    assert.deepEqual(individuals, {});
    assert.deepEqual(astray, ['/gone', '/self', '/a', '/b', '/outside']);
  });

  it('name it in composed letters or in decomposed ones, by the first of several readings that leads to one', () => {
    const name = '/ガード';
    assert.deepEqual(grouped({ '/qa': ['/x', name.normalize('NFD')], [name.normalize('NFC')]: undefined }).astray, []);
  });
});
