import assert from 'node:assert/strict';
import { unattended } from '../../../../src/extension/core/unattended';

describe('work that nobody waits for', () => {
  it('tells why it failed, whether it began or not, and throws nothing', async () => {
    const told: string[] = [];
    const reasons = [
      () => Promise.reject(new Error('later')),
      () => {
        throw new Error('at once');
      },
      () => Promise.reject('no error'),
    ];
    await Promise.all(
      reasons.map((work) => new Promise<void>((done) => unattended(work, (reason) => done(void told.push(reason))))),
    );
    assert.deepEqual(told.sort(), ['at once', 'later', 'no error']);
  });

  it('tells nothing where it succeeds', async () => {
    const told: string[] = [];
    await new Promise<void>((done) =>
      unattended(
        async () => done(),
        (reason) => told.push(reason),
      ),
    );
    assert.deepEqual(told, []);
  });
});
