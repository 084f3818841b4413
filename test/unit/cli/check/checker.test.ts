import assert from 'node:assert/strict';
import { Checker } from '../../../../src/cli/check/checker';
import { checkOrder } from '../../../support/check-order';
import { heldBytes } from '../../../support/heap';
import { yaml } from '../../../support/yaml';

const text = yaml`
  sheet: psirt-maturity@1.0
  wording: own.psirt-wording.yaml
  services: { "1.1": { score: 1, evidence: [docs/charter.md#roles] } }
`;

describe('checking file after file', () => {
  it('holds no more in memory than it did, each in a folder of its own with documents and a wording', async () => {
    const checker = new Checker(
      checkOrder({
        format: 'jsonl',
        look: { cwd: '/fleet', colours: false, width: Infinity, failing: [] },
      }),
    );
    const check = async (from: number, to: number): Promise<void> => {
      for (let index = from; index < to; index++)
        await checker.check([{ path: `repository-${index}/${'long/'.repeat(20)}a.psirt.yaml`, text }]);
    };
    await check(0, 600);
    const before = heldBytes();
    await check(600, 1800);
    const held = heldBytes() - before;
    assert.ok(held < 1536 * 1024, `${Math.round(held / 1024)} KB more are held after 1,200 files`);
  });
});
