import assert from 'node:assert/strict';
import { Thread } from '../../../../src/cli/check/threads';
import type { CheckOrder } from '../../../../src/cli/check/checker';
import { checkOrder } from '../../../support/check-order';

describe('a thread that checks', () => {
  it('tells everyone who waits why it has failed', async () => {
    const thread = new Thread(checkOrder({ format: 'a format that there is not' as CheckOrder['format'] }));
    const ask = () => thread.check([{ path: 'a.psirt.yaml', text: '' }]);
    const [first, ...others] = (await Promise.allSettled([ask(), ask(), ask()])).map(
      (outcome) => outcome.status === 'rejected' && String(outcome.reason),
    );
    await thread.stop();
    assert.match(String(first), /reading 'piece'/);
    assert.deepEqual(others, [first, first]);
  });
});
