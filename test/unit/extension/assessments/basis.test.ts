import assert from 'node:assert/strict';
import { Around, isSameFile, isStillValid, stampOf } from '../../../../src/extension/assessments/basis';
import { basis } from '../../../support/index-entries';
import { sheets } from '../../../support/problems';
import { translator } from '../../../../src/messages/catalogues';

describe('what an entry of the index was made from', () => {
  it('is the same file where time and size are, unless the time is too fresh to tell, or there is none', () => {
    const now = 1_000_000;
    assert.equal(stampOf({ mtime: 1000, size: 5 }, now), '1000 5');
    for (const mtime of [now, now - 2500, now + 10_000, 0])
      assert.equal(stampOf({ mtime, size: 5 }, now), '', String(mtime));
    assert.ok(isSameFile({ ...basis, stamp: '1000 5' }, '1000 5'));
    for (const [known, found] of [
      ['1000 5', '1000 6'],
      ['1000 5', '1001 5'],
      ['', ''],
    ] as const)
      assert.ok(!isSameFile({ ...basis, stamp: known }, found));
  });

  it('holds on the days on which the rules find the same, and not when the clock goes back', () => {
    const days = ['2026-11-22', '2026-11-23', '2026-12-31', '2027-01-01'];
    assert.deepEqual(
      days.map((day) => isStillValid(basis, day, 'english')),
      [false, true, true, false],
    );
  });

  it('does not hold in other surroundings', async () => {
    const plain = { sheet: sheets.en, t: translator('en'), today: '2026-11-23', overrides: {} };
    const around = new Around();
    const [area] = sheets.en.areas;
    const others = [
      { ...plain, sheet: sheets.ja },
      { ...plain, t: translator('ja') },
      {
        ...plain,
        sheet: {
          ...sheets.en,
          areas: [{ ...area, title: 'Ours' }, ...sheets.en.areas.slice(1)] as typeof sheets.en.areas,
        },
      },
      { ...plain, overrides: { 'stale-assessment': 'off' as const } },
      { ...plain, overlayTrouble: { key: 'wording.outside' as const, parameters: { path: '..' } } },
    ];
    const keys = await Promise.all([plain, ...others].map((one) => around.of(one)));
    assert.equal(new Set(keys).size, keys.length);
    assert.equal(await new Around().of({ ...plain, today: '2027-01-01' }), keys[0]);
    for (const key of [...keys.slice(1), undefined])
      assert.ok(!isStillValid({ ...basis, around: keys[0] ?? '' }, '2026-11-23', key));
  });
});
