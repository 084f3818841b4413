import assert from 'node:assert/strict';

/**
 * Does some work and fails where that took more of the processor's time: for bounds that linear work keeps many times
 * over, and quadratic work misses by as much.
 */
export function within<T>(milliseconds: number, work: () => T, what?: string): T {
  const start = process.cpuUsage();
  const result = work();
  check(start, milliseconds, what);
  return result;
}

/** As `within`, for work that is awaited. */
export async function withinAwaited<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const start = process.cpuUsage();
  const result = await work();
  check(start, milliseconds);
  return result;
}

function check(start: NodeJS.CpuUsage, milliseconds: number, what = 'it'): void {
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  assert.ok(took < milliseconds, `${what} took ${took.toFixed(0)} ms`);
}
