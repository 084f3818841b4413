import assert from 'node:assert/strict';
import { Stopped, untilStopped } from '../../../../src/extension/core/until-stopped';
import { StopSource } from '../../../support/stop-source';

describe('waiting until it is stopped', () => {
  const never = new Promise<number>(() => undefined);

  it('ends with what the work gives, or how it fails', async () => {
    const source = new StopSource();
    assert.equal(await untilStopped(Promise.resolve(1), source.token), 1);
    await assert.rejects(untilStopped(Promise.reject(new Error('x')), source.token), /^Error: x$/);
    assert.equal(await untilStopped(Promise.resolve(1), undefined), 1);
    assert.equal(source.listeners.size, 0);
  });

  it('ends at once when it is stopped, also where the work never does', async () => {
    const source = new StopSource();
    const waiting = untilStopped(never, source.token);
    source.cancel();
    await assert.rejects(waiting, Stopped);
    await assert.rejects(untilStopped(never, source.token), Stopped);
    assert.equal(source.listeners.size, 0);
  });
});
