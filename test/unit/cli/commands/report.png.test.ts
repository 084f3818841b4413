import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleSession } from '../../../support/reports';

describe('report as PNG', () => {
  it('is the picture in pixels, two for each of the SVG, by the ending of the file or by name', async () => {
    const session = exampleSession();
    for (const [args, name] of [
      [['-o', 'grid.png', '--view', 'grid'], 'grid.png'],
      [['--format', 'png', '-o', 'radar', '--view', 'radar'], 'radar'],
    ] as const) {
      const { status, stderr } = await session.run(['report', 'edge-router.psirt.yaml', ...args]);
      assert.equal(status, 0, stderr);
      const png = readFileSync(join(session.folder, name));
      assert.equal(png.subarray(1, 4).toString(), 'PNG');
      const { stdout } = await session.run([
        'report',
        'edge-router.psirt.yaml',
        '--format',
        'svg',
        '--view',
        name.replace('.png', ''),
      ]);
      assert.equal(png.readUInt32BE(16), 2 * Number(/ width="(\d+)"/.exec(stdout)?.[1]));
    }
    session.remove();
  });

  it('is not for a terminal', async () => {
    const session = exampleSession();
    const { status, stderr } = await session.run(['report', 'edge-router.psirt.yaml', '--format', 'png'], {
      columns: 80,
    });
    assert.equal(status, 2);
    assert.match(stderr, /cannot be shown in a terminal/);
    session.remove();
  });
});
