import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFormats } from '../../../../src/cli/check/check-formats';
import { allScored, Session } from '../../../support/session';
import { main } from '../../../support/root';
import { itOnUnix } from '../../../support/unix';

describe('what check and compare write into a file', () => {
  let session: Session;
  const read = (path: string) => readFileSync(join(session.folder, path), 'utf8');
  beforeEach(() => {
    session = new Session().write({ 'a.psirt.yaml': allScored(2), 'b.psirt.yaml': allScored(3, '# é 🚀\n') });
  });
  afterEach(() => session.remove());

  const commands = [
    ['check', 'a.psirt.yaml', 'b.psirt.yaml'],
    ['compare', 'a.psirt.yaml', 'b.psirt.yaml'],
  ];
  const formatsOf = (command: string) =>
    command === 'check' ? Object.keys(checkFormats) : ['text', 'markdown', 'json'];

  it('is what they print, as UTF-8, and what they do not print then', async () => {
    for (const args of commands) {
      for (const format of formatsOf(args[0] ?? '')) {
        const printed = await session.run([...args, '--format', format]);
        const path = `out/${format}.any`;
        const { status, stdout, stderr } = await session.run([...args, '--format', format, '--output', path]);
        assert.deepEqual([status, stdout, stderr], [printed.status, '', printed.stderr], format);
        assert.equal(read(path), printed.stdout, format);
        assert.deepEqual(await session.run([...args, '--format', format, '-o', '-']), printed, format);
      }
    }
  });

  it('has the format its ending says, in any case, unless another one is named', async () => {
    const [text, json, lines, sarif] = [/^Router\b/, /^\{\n/, /^\{"/, /"version": "2\.1\.0"/];
    const names = {
      'r.txt': text,
      'r.LOG': text,
      plain: text,
      'r.JSON': json,
      'r.ndjson': lines,
      'r.SARIF': sarif,
      'r.sarif.json': sarif,
      'r.md': /^#+ /,
    };
    for (const [name, start] of Object.entries(names)) {
      assert.equal((await session.run(['check', '-o', name])).status, 0, name);
      assert.match(read(name), start, name);
    }
    await session.run(['compare', 'a.psirt.yaml', 'b.psirt.yaml', '-o', 'c.MD']);
    assert.match(read('c.MD'), /^#+ /);
    await session.run(['check', '--format=json', '-o', 'r.xml']);
    assert.match(read('r.xml'), json);
  });

  it('has no ending that means another kind of file: those that exist are named', async () => {
    for (const args of commands) {
      const { status, stdout, stderr } = await session.run([...args, '-o', 'r.pdf']);
      assert.deepEqual([status, stdout], [2, '']);
      const endings =
        args[0] === 'check' ? '.txt .log .json .jsonl .ndjson .sarif .sarif.json .md .xml' : '.txt .log .md .json';
      const sentence = `no format has the ending .pdf (there are ${endings}); use --format or another name`;
      assert.equal(stderr, `psirt-maturity: r.pdf: ${sentence}\n`);
      assert.ok(!existsSync(join(session.folder, 'r.pdf')));
    }
  });

  it('has no colours, even where the environment wants them, and no width of a terminal', async () => {
    const plain = await session.run(['check']);
    await session.run(['check', '-o', 'r.txt'], { env: { FORCE_COLOR: '1' }, columns: 40 });
    assert.equal(read('r.txt'), plain.stdout);
    await session.run(['compare', 'a.psirt.yaml', 'b.psirt.yaml', '-o', 'c.txt'], {
      env: { FORCE_COLOR: '1' },
      columns: 40,
    });
    assert.doesNotMatch(read('c.txt'), /\u001b/);
  });

  it('leaves what was there where nothing can be read, and takes its place where something can', async () => {
    session.write({ 'r.json': 'old' });
    assert.equal((await session.run(['check', 'gone.psirt.yaml', '-o', 'r.json'])).status, 2);
    assert.equal(read('r.json'), 'old');
    assert.equal((await session.run(['check', 'gone.psirt.yaml', 'a.psirt.yaml', '-o', 'r.json'])).status, 2);
    assert.match(read('r.json'), /"path": "a\.psirt\.yaml"/);
  });

  itOnUnix('goes to what the shell has opened', () => {
    const check = (output: string, more = '') => {
      const script = `"$0" --import "$1" "$2" check a.psirt.yaml --format json --output ${output} ${more}`;
      const args = ['-c', script, process.execPath, require.resolve('tsx'), main];
      return spawnSync('bash', args, { cwd: session.folder, encoding: 'utf8' });
    };
    assert.match(check('/dev/stdout').stdout, /^\{\n/);
    assert.match(check('/dev/stdout', '>> kept.txt; cat kept.txt').stdout, /^\{\n[^]*\}\n$/);
    assert.match(check('/dev/stderr').stderr, /^\{\n/);
    assert.match(check('>(tr a-z A-Z)', '| cat').stdout, /"VERSION": 1/);
    assert.match(check('/dev/null').stderr, /a pipe or a device, which is neither read nor written to/);
  });
});
