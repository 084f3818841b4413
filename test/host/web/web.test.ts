import assert from 'node:assert/strict';
import { itServesTheMainPath } from '../support/main-path';

describe('In the web worker extension host', () => {
  it('there is a worker and no Node.js', () => {
    assert.equal(typeof Reflect.get(globalThis, 'importScripts'), 'function');
    assert.equal(typeof Reflect.get(globalThis, 'process'), 'undefined');
  });

  itServesTheMainPath();
});
