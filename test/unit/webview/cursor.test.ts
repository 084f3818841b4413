import assert from 'node:assert/strict';
import { moveCursor, type Stop } from '../../../src/webview/cursor';
import { commandOf, type Key, type Move } from '../../../src/webview/keys';

const stops: Stop[] = [
  { service: '1.1', area: '1', wide: false },
  { service: '1.2', area: '1', wide: false },
  { service: '2.3', area: '2', wide: true },
  { service: '2.4', area: '2', wide: false },
];

/** Where moves lead from a cell written `service/column`. */
function walk(from: string, ...moves: Move[]): string {
  const [service = '', column] = from.split('/');
  const end = moves.reduce((cursor, move) => moveCursor(stops, cursor, move), { service, column: Number(column) });
  return `${end.service}/${end.column}`;
}

function press(key: string, held: Partial<Key> = {}) {
  return commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });
}

describe('the cursor', () => {
  it('moves by cells and stops at the edges', () => {
    assert.equal(walk('1.1/0', 'right', 'down'), '1.2/1');
    assert.equal(walk('1.1/0', 'left', 'up'), '1.1/0');
    assert.equal(walk('2.4/7', 'right', 'down'), '2.4/7');
  });

  it('passes an excluded row in its column, and crosses it in one step', () => {
    assert.equal(walk('1.2/4', 'down', 'down'), '2.4/4');
    assert.equal(walk('2.3/4', 'right'), '2.3/7');
    assert.equal(walk('2.3/4', 'left'), '2.3/0');
    assert.equal(walk('2.3/7', 'left', 'left'), '2.3/0');
  });

  it('goes to the ends of a row and of the grid', () => {
    assert.equal(walk('1.2/4', 'row-start'), '1.2/0');
    assert.equal(walk('1.2/4', 'row-end'), '1.2/7');
    assert.equal(walk('1.2/4', 'last'), '2.4/7');
    assert.equal(walk('2.3/4', 'first'), '1.1/0');
  });

  it('goes by areas', () => {
    assert.equal(walk('1.1/3', 'area-down'), '2.3/3');
    assert.equal(walk('2.3/3', 'area-down'), '2.4/3');
    assert.equal(walk('2.4/3', 'area-up'), '2.3/3');
    assert.equal(walk('2.3/3', 'area-up'), '1.1/3');
  });
});

describe('the keys', () => {
  it('score with 0 to 5, also in full width, and with nothing else', () => {
    assert.deepEqual(press('3'), { type: 'score', score: 3 });
    assert.deepEqual(press('３'), { type: 'score', score: 3 });
    assert.equal(press('6'), undefined);
    assert.equal(press('3', { ctrlKey: true }), undefined);
  });

  it('clear, exclude, choose and search', () => {
    assert.deepEqual(press('Delete'), { type: 'score', score: null });
    assert.deepEqual(press('x'), { type: 'exclude' });
    assert.deepEqual(press(' '), { type: 'choose' });
    assert.deepEqual(press('/'), { type: 'search' });
  });

  it('undo and redo in the ways of each system', () => {
    assert.deepEqual(press('z', { ctrlKey: true }), { type: 'undo' });
    assert.deepEqual(press('z', { metaKey: true }), { type: 'undo' });
    assert.deepEqual(press('Z', { metaKey: true, shiftKey: true }), { type: 'redo' });
    assert.deepEqual(press('y', { ctrlKey: true }), { type: 'redo' });
  });
});
