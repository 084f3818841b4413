import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allScored, Session } from '../../../support/session';

describe('arguments of the command line', () => {
  let session: Session;
  beforeEach(() => (session = new Session().write({ 'a.psirt.yaml': allScored(2) })));
  afterEach(() => session.remove());

  const read = (path: string) => readFileSync(join(session.folder, path), 'utf8');
  const says = async (...args: string[]) => {
    const { status, stdout, stderr } = await session.run(args);
    return [status, stdout, stderr.replace(/^psirt-maturity: /, '').trim()];
  };
  const unknown = (option: string) => [2, '', `unknown option ${option} (--help lists the options)`];

  it('give an option its value after a space, after an equals sign, or right behind its letter', async () => {
    const ways = [['-o', '1.html'], ['-o2.html'], ['--output', '3.html'], ['--output=4.html'], ['-ohot.html']];
    for (const way of ways) assert.deepEqual(await says('report', 'a.psirt.yaml', ...way), [0, '', ''], way.join(' '));
    for (const name of ['1', '2', '3', '4', 'hot']) assert.match(read(`${name}.html`), /^<!DOCTYPE html>/i);
  });

  it('are no options run together, so that a file’s name asks for no help', async () => {
    for (const command of ['check', 'report', 'compare', 'new', 'sheet', 'wording']) {
      for (const name of ['-hot.psirt.yaml', '-help', '-hh', '-h=1']) {
        const [status, stdout, stderr] = await says(command, name, 'a.psirt.yaml');
        assert.deepEqual([status, stdout], [2, ''], `${command} ${name}`);
        assert.ok(String(stderr).startsWith(`unknown option ${name}`), `${command} ${name}: ${stderr}`);
      }
    }
    assert.deepEqual(await says('check', '-fh', 'a.psirt.yaml'), unknown('-fh'));
    assert.deepEqual(await says('-hv'), unknown('-hv'));
    assert.deepEqual(await says('report', 'a.psirt.yaml', '-o=x.md'), unknown('-o=x.md'));
  });

  it('are no options in the place of a value, nor after a double dash', async () => {
    assert.deepEqual(await says('new', 'x', '--subject', '--help'), [2, '', '--subject requires a value']);
    assert.deepEqual(await says('check', '--rule', '-h'), [2, '', '--rule requires a value']);
    assert.deepEqual(await says('new', '--subject=--help', '--', '--version'), [0, '--version.psirt.yaml\n', '']);
    assert.match(read('--version.psirt.yaml'), /^subject: --help$/m);
    assert.match(String((await says('check', '--', '--version.psirt.yaml'))[1]), /1 assessment: /);
    assert.deepEqual(await says('check', '--', '-h'), [2, '', '-h: no such file or folder']);
    assert.deepEqual(await says('--', 'check', '--nope'), unknown('--nope'));
  });

  it('say the language wherever they say it, and only where they do', async () => {
    const japanese = /サービスが変わります|使い方：/;
    assert.match(String((await says('--lang', 'ja', 'check', '--help'))[1]), japanese);
    assert.match(String((await says('check', '--help', '--lang=ja'))[1]), japanese);
    assert.match(String((await says('--lang=ja', 'check', '--lang', 'en', '-h'))[1]), /^Scores assessments/);
    assert.equal((await says('new', 'y', '--subject', '--lang=ja'))[2], '--subject requires a value');
    assert.equal((await says('check', '--', '--lang=ja'))[2], '--lang=ja: no such file or folder');
  });

  it('are refused before anything is done, with the option that was meant', async () => {
    assert.deepEqual(await says('report', '--ouput', 'x.md'), [
      2,
      '',
      'unknown option --ouput; did you mean --output?',
    ]);
    assert.deepEqual(await says('check', '-format', 'json'), [2, '', 'unknown option -format; did you mean --format?']);
    assert.deepEqual(await says('report', 'a.psirt.yaml', '-o', 'x.md', '--fromat=md'), [
      2,
      '',
      'unknown option --fromat; did you mean --format?',
    ]);
    assert.ok(!existsSync(join(session.folder, 'x.md')));
    assert.deepEqual(await says('check', '--nope', '--help'), unknown('--nope'));
  });
});
