import assert from 'node:assert/strict';
import { bar } from '../../../../src/report/terminal/bar';
import { coloured, plain } from '../../../../src/report/terminal/paint';

describe('the bar of a score', () => {
  const drawn = (value: number | null, target: number) => bar(value, target, plain);

  it('has a filled cell for each level reached', () => {
    assert.equal(drawn(0, 0), '□□□□□');
    assert.equal(drawn(3, 0), '■■■□□');
    assert.equal(drawn(5, 0), '■■■■■');
  });

  it('marks the level that meets the target, open until it is met', () => {
    assert.equal(drawn(1, 3), '■□◇□□');
    assert.equal(drawn(3, 3), '■■◆□□');
    assert.equal(drawn(4, 3), '■■◆■□');
    assert.equal(drawn(2, 2.5), '■■◇□□');
    assert.equal(drawn(3, 2.5), '■■◆□□');
    assert.equal(drawn(null, 5), '□□□□◇');
  });

  it('compares a mean with its target exactly, whatever cell both fall in', () => {
    assert.equal(drawn(2.5, 2.5), '■■◆□□');
    assert.equal(drawn(2.499, 2.5), '■■◇□□');
    assert.equal(drawn(2.99, 3), '■■◇□□');
    assert.equal(drawn(2.2, 2.1), '■■◆□□');
  });

  it('is green when the target is met, yellow when nearly, red from two levels on', () => {
    const colourOf = (value: number, target: number) => /\u001b\[(3\d)m[■◆]/.exec(bar(value, target, coloured))?.[1];
    assert.equal(colourOf(3, 3), '32');
    assert.equal(colourOf(1, 2.5), '33');
    assert.equal(colourOf(1, 3), '31');
  });
});
