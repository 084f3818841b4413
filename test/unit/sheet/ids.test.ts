import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { criterionId } from '../../../src/sheet/criteria';
import { areaIdOf, areaIds, areaOrder, serviceIds, serviceOrder } from '../../../src/sheet/ids';
import { isLevel, isTarget, levelCalled, levelNumbers, targetCalled } from '../../../src/sheet/scale';
import { root } from '../../support/root';

const media = join(root, 'media');
const styles = readdirSync(media).filter((name) => name.endsWith('.css'));

describe('The scale', () => {
  it('has whole levels, and targets anywhere between', () => {
    const numbers = [-1, 0, 0.5, 2, 2.5, 5, 5.5, 6, NaN];
    assert.deepEqual(numbers.filter(isLevel), [0, 2, 5]);
    assert.deepEqual(numbers.filter(isTarget), [0, 0.5, 2, 2.5, 5]);
  });

  it('reads levels and targets as they are written, and nothing else', () => {
    const digits = ['0', '5', '6', '03', '2.0', ' 2', ''];
    assert.deepEqual(
      digits.filter((text) => levelCalled(text) !== undefined),
      ['0', '5'],
    );
    assert.equal(levelCalled('5'), 5);
    const texts = ['2', '2.5', '5.0', '5.1', '-1', '2.', '1e0', ''];
    assert.deepEqual(
      texts.filter((text) => targetCalled(text) !== undefined),
      ['2', '2.5', '5.0'],
    );
    assert.equal(targetCalled('2.5'), 2.5);
  });

  it('is that of the ids of criteria, too', () => {
    const digits = Array.from({ length: 10 }, (_, digit) => digit);
    assert.deepEqual(
      digits.filter((digit) => criterionId.test(`${digit}a`)),
      levelNumbers,
    );
  });

  it('has a colour for each level wherever style sheets have one for any', () => {
    let found = 0;
    for (const name of styles) {
      for (const [rules] of readFileSync(join(media, name), 'utf8').matchAll(/\{[^{}]*\}/g)) {
        const levels = [...rules.matchAll(/--level-(\w+):/g)].map(([, level]) => level);
        if (levels.length === 0) continue;
        found++;
        assert.deepEqual(levels, levelNumbers.map(String), `${name}: ${rules}`);
      }
    }
    assert.ok(found >= 4, String(found));
  });

  it('has a class for each level wherever style sheets have one for any', () => {
    for (const name of styles) {
      const css = readFileSync(join(media, name), 'utf8');
      for (const kind of ['level', 'score']) {
        const levels = new Set([...css.matchAll(new RegExp(`\\.${kind}-(\\d+)\\b`, 'g'))].map(([, level]) => level));
        if (levels.size > 0) assert.deepEqual([...levels].sort(), levelNumbers.map(String), `.${kind}-N in ${name}`);
      }
    }
  });
});

describe('Ids', () => {
  it('of services tell their area, also those that the sheet does not have', () => {
    for (const id of serviceIds) assert.equal(areaIds.indexOf(areaIdOf(id) ?? ''), Number(id[0]) - 1);
    assert.deepEqual(['2.9', '1.1.1'].map(areaIdOf), ['2', '1']);
    for (const id of ['2', '7.1', '', 'x.1']) assert.equal(areaIdOf(id), undefined, id);
  });

  it('stand in the order of the sheet, unknown ones behind all others', () => {
    assert.deepEqual(
      [...serviceIds].reverse().sort((a, b) => serviceOrder(a) - serviceOrder(b)),
      serviceIds,
    );
    assert.deepEqual([serviceOrder('9.9'), areaOrder('9'), areaOrder(undefined)], [serviceIds.length, 6, 6]);
  });
});
