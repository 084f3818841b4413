import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { standardStream } from '../../../../src/cli/files/standard-stream';
import { describeOnUnix } from '../../../support/unix';

const { O_NONBLOCK, O_RDONLY, O_WRONLY } = constants;

describeOnUnix('A standard stream', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stream-'));
  const [file, pipe] = [join(folder, 'file'), join(folder, 'pipe')];
  const none = (): never => assert.fail('Node’s stream is not needed');

  before(() => execFileSync('mkfifo', [pipe]));
  after(() => rmSync(folder, { recursive: true }));

  it('that is a file has what was written, text and bytes, when that returns', () => {
    const descriptor = openSync(file, 'w');
    const stream = standardStream(descriptor, none, assert.fail);
    stream.write('é');
    stream.write(Buffer.from('\n'));
    assert.equal(readFileSync(file, 'utf8'), 'é\n');
    assert.equal(stream.isDirect, true);
    closeSync(descriptor);
  });

  it('that is a pipe waits for a slow reader, also where the pipe itself does not', async () => {
    const reader = spawn('sh', ['-c', 'exec < pipe; sleep 0.1; exec cat > file'], { cwd: folder, stdio: 'inherit' });
    const closed = once(reader, 'close');
    const descriptor = openSync(pipe, O_WRONLY);
    const unblocked = openSync(`/dev/fd/${descriptor}`, O_WRONLY | O_NONBLOCK);
    standardStream(unblocked, none, assert.fail).write('x'.repeat(1_000_000));
    closeSync(unblocked);
    closeSync(descriptor);
    await closed;
    assert.equal(readFileSync(file, 'utf8').length, 1_000_000);
  });

  it('whose reader has closed the pipe takes no notice of what is written', () => {
    const reader = openSync(pipe, O_RDONLY | O_NONBLOCK);
    const writer = openSync(pipe, O_WRONLY);
    closeSync(reader);
    const stream = standardStream(writer, none, assert.fail);
    stream.write('first');
    stream.write('second');
    closeSync(writer);
  });

  it('that cannot be written to tells why, once', () => {
    writeFileSync(file, '');
    const descriptor = openSync(file, 'r');
    const told: (string | undefined)[] = [];
    const stream = standardStream(descriptor, none, ({ code }) => told.push(code));
    stream.write('first');
    stream.write('second');
    assert.deepEqual(told, ['EBADF']);
    closeSync(descriptor);
  });

  it('of another kind, such as a terminal, is Node’s', () => {
    const descriptor = openSync('/dev/zero', 'r+');
    const nodes = new PassThrough() as unknown as NodeJS.WriteStream;
    assert.equal(
      standardStream(descriptor, () => nodes, assert.fail),
      nodes,
    );
    closeSync(descriptor);
  });
});
