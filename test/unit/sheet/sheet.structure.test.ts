import assert from 'node:assert/strict';
import { areaIds, composeSheet, levelNumbers, outOfScopeIds, serviceIds, sheetName } from '../../../src/sheet/sheet';
import en from '../../../src/sheet/wording.en.json';

const sheet = composeSheet(en);
const services = sheet.areas.flatMap((area) => area.services);

describe('the structure of the sheet', () => {
  it('goes by the name assessments give', () => {
    assert.equal(sheetName, 'psirt-maturity@1.0');
    assert.equal(`${sheet.id}@${sheet.version}`, sheetName);
  });

  it('has 6 areas with 28 services, numbered within their area', () => {
    assert.deepEqual(areaIds, ['1', '2', '3', '4', '5', '6']);
    assert.deepEqual(
      sheet.areas.map((area) => area.services.length),
      [7, 5, 3, 4, 4, 5],
    );
    for (const area of sheet.areas) {
      area.services.forEach(({ id, areaId }, index) =>
        assert.deepEqual([areaId, id], [area.id, `${area.id}.${index + 1}`]),
      );
    }
    assert.deepEqual(
      services.map(({ id }) => id),
      serviceIds,
    );
  });

  it('gives every service a place for each of the levels 0 to 5', () => {
    assert.deepEqual(levelNumbers, [0, 1, 2, 3, 4, 5]);
    for (const { id, levels } of services) assert.equal(levels.length, 6, id);
  });

  it('describes 151 levels, and leaves out exactly those the sheet leaves out', () => {
    const missing = services.flatMap(({ id, levels }) =>
      levels.flatMap((level, number) => (level ? [] : [`${id}/${number}`])),
    );
    assert.deepEqual(missing, [
      '4.4/0',
      '4.4/1',
      '4.4/2',
      '4.4/3',

      '5.2/5',
      '5.3/5',

      '5.4/0',
      '5.4/1',
      '5.4/2',
      '5.4/3',
      '6.2/5',

      '6.3/0',
      '6.3/1',
      '6.3/2',
      '6.3/3',
      '6.3/4',
      '6.3/5',
    ]);
    assert.equal(services.flatMap(({ levels }) => levels).filter(Boolean).length, 151);
  });

  it('declares 6.3, and nothing else, out of scope', () => {
    assert.deepEqual(outOfScopeIds, ['6.3']);
    assert.deepEqual(
      services.filter(({ outOfScope }) => outOfScope).map(({ id }) => id),
      ['6.3'],
    );
  });

  it('cites functions of the framework that belong to the service, in a known form', () => {
    for (const { id, levels } of services) {
      for (const reference of levels.flatMap((level) => level?.references ?? [])) {
        assert.match(reference, /^\d(\.\d+)+(-\d+(\.\d+)*)?$/, `${reference} in ${id}`);
        assert.ok(`${reference}.`.startsWith(`${id}.`) || reference.startsWith(`${id}-`), `${reference} in ${id}`);
      }
    }
  });
});
