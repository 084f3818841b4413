import assert from 'node:assert/strict';

/** Runs some work and fails where it took longer: for bounds that linear work keeps many times over, and quadratic work misses by as much. */
export function within<T>(milliseconds: number, work: () => T): T {
  const start = performance.now();
  const result = work();
  const took = performance.now() - start;
  assert.ok(took < milliseconds, `took ${took.toFixed(0)} ms`);
  return result;
}
