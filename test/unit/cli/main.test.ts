import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { allScored, highTargets, Session } from '../../support/session';
import { main } from '../../support/root';

describe('the process', () => {
  const session = new Session().write(
    Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${index}.psirt.yaml`, allScored(3, highTargets)])),
  );
  after(() => session.remove());
  const start = (...args: string[]) =>
    spawn(process.execPath, ['--import', require.resolve('tsx'), main, ...args], {
      cwd: session.folder,
      env: { ...process.env, LC_ALL: 'C', PSIRT_UNUSED: '' },
    });
  const ended = (child: ReturnType<typeof start>) =>
    new Promise<number | null>((resolve) => child.on('close', resolve));

  it('writes all it has to say before it ends, though the reader is slow', async () => {
    const child = start(
      'check',
      '--rule',
      'below-target=error',
      '--rule',
      'average-below-target=off',
      '--rule',
      'missing-evidence=off',
    );
    const chunks: Buffer[] = [];
    setTimeout(() => child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk)), 1500);
    assert.equal(await ended(child), 1);
    const text = Buffer.concat(chunks).toString();
    assert.ok(text.length > 100_000);
    assert.ok(text.endsWith('40 assessments: 1080 errors, 0 warnings, 0 infos\n'));
  });

  it('does not mind a reader that has seen enough', async () => {
    const child = start('check');
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    assert.equal(await ended(child), 0);
    assert.equal(complaint, '');
  });

  it('gives its status to the shell', async () => {
    assert.equal(await ended(start('check', 'nope')), 2);
  });
});
