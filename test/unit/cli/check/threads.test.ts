import assert from 'node:assert/strict';
import { Thread } from '../../../../src/cli/check/threads';
import type { CheckOrder } from '../../../../src/cli/check/checker';

const order: CheckOrder = {
  format: 'json',
  look: { cwd: process.cwd(), colours: false, width: Infinity, failing: [] },
  overrides: {},
  language: 'en',
  today: '2026-11-23',
  latestDay: '2026-11-24',
};
describe('a thread that checks', () => {
  it('tells everyone who waits why it has failed', async () => {
    const thread = new Thread({ ...order, format: 'a format that there is not' as CheckOrder['format'] });
    const ask = () => thread.check([{ path: 'a.psirt.yaml', text: '' }]);
    const [first, ...others] = (await Promise.allSettled([ask(), ask(), ask()])).map(
      (outcome) => outcome.status === 'rejected' && String(outcome.reason),
    );
    await thread.stop();
    assert.match(String(first), /reading 'piece'/);
    assert.deepEqual(others, [first, first]);
  });
});
