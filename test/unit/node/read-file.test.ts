import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { allScored, Session } from '../../support/session';
import { main } from '../../support/root';
import { describeOnUnix } from '../../support/unix';

describeOnUnix('pipes and devices', () => {
  let session: Session;
  beforeEach(() => {
    session = new Session().write({ 'a.psirt.yaml': allScored(2), 'table.csv': 'id,score\n1.1,3\n' });
    execFileSync('mkfifo', ['pipe.psirt.yaml', 'pipe', 'sheet.psirt-wording.yaml', 'pipe.md'], { cwd: session.folder });
    symlinkSync('/dev/zero', join(session.folder, 'zero'));
  });
  afterEach(() => session.remove());

  it('are not opened, whoever names them: nobody waits', async () => {
    const commands = [
      ['check'],
      ['check', 'pipe'],
      ['check', 'zero'],
      ['check', '/dev/zero'],
      ['check', 'a.psirt.yaml', '--wording', 'pipe'],
      ['check', 'a.psirt.yaml', '--cache', 'pipe'],
      ['report', '*.yaml'],
      ['compare', 'pipe', 'a.psirt.yaml'],
      ['wording', 'check', 'pipe'],
      ['wording', 'import', 'pipe'],
      ['import', 'pipe', 'a.psirt.yaml'],
      ['import', 'table.csv', 'pipe.psirt.yaml'],
    ];
    for (const args of commands) {
      const { status, stderr } = await session.run(args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /: a pipe or a device, which is neither read nor written to$/m, args.join(' '));
    }
    assert.equal((await session.run(['check', 'a.psirt.yaml'])).status, 0, 'a wording file that is one is left out');
    assert.equal(readFileSync(join(session.folder, 'a.psirt.yaml'), 'utf8'), allScored(2));
  });

  it('are read where the shell has opened them', async () => {
    const stdin = allScored(3);
    for (const name of ['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']) {
      const { stdout } = await session.run(['check', name, '--format', 'json'], { stdin });
      assert.equal((JSON.parse(stdout) as { assessments: { path: string }[] }).assessments[0]?.path, '-');
    }
    const script = '"$0" --import "$1" "$2" compare --format json <(cat a.psirt.yaml) <(sed "s/: 2/: 3/" a.psirt.yaml)';
    const child = spawn('bash', ['-c', script, process.execPath, require.resolve('tsx'), main], {
      cwd: session.folder,
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
    assert.match(said, /"after": \{/);
  });
});
