import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { allScored, Session } from '../../support/session';
import { main } from '../../support/root';

describe('what the command line writes', () => {
  let session: Session;
  const at = (...path: string[]) => join(session.folder, ...path);
  const run = (...args: string[]) => session.run(args, { folder: 'repo' });

  beforeEach(() => {
    session = new Session().write({
      'repo/.git/HEAD': '',
      'repo/a.psirt.yaml': allScored(2),
      'outside/precious.txt': 'precious',
      'sheet.txt': '',
    });
    symlinkSync(join('..', 'outside', 'precious.txt'), at('repo', 'report.md'));
    symlinkSync(join('..', 'outside'), at('repo', 'out'));
    symlinkSync('a.psirt.yaml', at('repo', 'latest.psirt.yaml'));
  });
  afterEach(() => session.remove());

  const refused: [command: string, args: string[]][] = [
    ['report', ['report', 'a.psirt.yaml', '--output', 'report.md']],
    ['report', ['report', 'a.psirt.yaml', '--output', 'out/deeper/report.html']],
    ['check', ['check', 'a.psirt.yaml', '--cache', 'out/cache']],
    ['new', ['new', 'out/new']],
    ['wording', ['wording', 'import', '../sheet.txt', '--force', '--output', 'report.md']],
  ];
  for (const [index, [command, args]] of refused.entries()) {
    it(`leaves the repository by no link that ${command} meets (${index + 1})`, async () => {
      const { status, stderr } = await run(...args);
      assert.equal(status, 2);
      assert.match(stderr, /a link in this path leads outside the repository/);
      assert.equal(readFileSync(at('outside', 'precious.txt'), 'utf8'), 'precious');
      assert.ok(
        !existsSync(at('outside', 'deeper')) &&
          !existsSync(at('outside', 'cache')) &&
          !existsSync(at('outside', 'new.psirt.yaml')),
      );
    });
  }

  it('replaces no file of the build server, whichever path leads there, and appends to none', async () => {
    const runner = at('outside', 'runner');
    symlinkSync(runner, at('outside', 'way'));
    for (const name of ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY']) {
      const env = { [`GITHUB_${name}`]: runner };
      for (const isThere of [false, true]) {
        if (isThere) writeFileSync(runner, 'a=b\n');
        for (const output of ['../outside/runner', '../outside/way', runner]) {
          const args = ['check', 'a.psirt.yaml', '--format', 'json', '--output', output];
          const { status, stderr } = await session.run(args, { folder: 'repo', env });
          assert.equal(status, 2, output);
          assert.match(stderr, /the build server reads its own commands from this file/);
        }
        assert.ok(isThere ? readFileSync(runner, 'utf8') === 'a=b\n' : !existsSync(runner));
      }
      linkSync(runner, at('repo', 'linked.json'));
      const args = ['check', 'a.psirt.yaml', '--output', 'linked.json'];
      assert.equal((await session.run(args, { folder: 'repo', env })).status, 2);
      assert.equal((await session.run([...args.slice(0, 3), 'other.json'], { folder: 'repo', env })).status, 0);
      for (const file of [runner, at('repo', 'linked.json')]) rmSync(file);
    }
  });

  it('leaves the repository by no link from a folder above it, nor by one to what is not there yet', async () => {
    symlinkSync(join('..', 'outside', 'fresh.md'), at('repo', 'fresh.md'));
    for (const [args, folder] of [
      [['report', 'repo/a.psirt.yaml', '-o', 'repo/out/report.md'], '.'],
      [['report', 'a.psirt.yaml', '-o', 'fresh.md'], 'repo'],
    ] as const) {
      const { status, stderr } = await session.run(args, { folder });
      assert.equal(status, 2);
      assert.match(stderr, /a link in this path leads outside the repository/);
    }
    assert.deepEqual(readdirSync(at('outside')), ['precious.txt']);
  });

  it('goes where the user says that it is elsewhere, and through links within the repository', async () => {
    assert.equal((await run('report', 'a.psirt.yaml', '--output', '../outside/report.md')).status, 0);
    assert.ok(existsSync(at('outside', 'report.md')));
    mkdirSync(at('repo', 'docs'));
    symlinkSync('docs', at('repo', 'within'));
    assert.equal((await run('report', 'a.psirt.yaml', '--output', 'within/report.md')).status, 0);
    assert.ok(existsSync(at('repo', 'docs', 'report.md')));
  });

  it('is made where a link in the repository leads to, though nothing is there yet', async () => {
    symlinkSync(join('docs', 'fresh.md'), at('repo', 'fresh.md'));
    assert.equal((await run('report', 'a.psirt.yaml', '-o', 'fresh.md')).status, 0);
    assert.match(readFileSync(at('repo', 'docs', 'fresh.md'), 'utf8'), /^# PSIRT maturity/);
    symlinkSync('nowhere.psirt.yaml', at('repo', 'b.psirt.yaml'));
    assert.match((await run('new', 'b')).stderr, /already exists/);
    assert.ok(!existsSync(at('repo', 'nowhere.psirt.yaml')));
  });

  it('is kept from a table imported through such a link, too', async () => {
    writeFileSync(at('outside', 'b.psirt.yaml'), allScored(2));
    writeFileSync(at('table.csv'), 'id,score\n1.1,3\n');
    const { status } = await run('import', '../table.csv', 'out/b.psirt.yaml');
    assert.equal(status, 2);
    assert.equal(readFileSync(at('outside', 'b.psirt.yaml'), 'utf8'), allScored(2));
    assert.equal((await run('import', '../table.csv', 'latest.psirt.yaml')).status, 0);
    assert.match(readFileSync(at('repo', 'a.psirt.yaml'), 'utf8'), /"1\.1": 3/);
  });
});

describe('git’s own files', () => {
  let session: Session;
  const config = '[core]\n\tbare = false\n';
  const repository = { HEAD: 'ref: refs/heads/main\n', 'objects/x': '', 'refs/x': '', config };
  const git = (folder: string) =>
    Object.fromEntries(Object.entries(repository).map(([name, text]) => [`${folder}/${name}`, text]));
  const at = (...path: string[]) => join(session.folder, ...path);

  beforeEach(() => {
    session = new Session().write({ ...git('.git'), ...git('bare'), ...git('tree/.git') });
    session.write({ 'a.psirt.yaml': allScored(2), 'sheet.txt': '', 'table.csv': 'id,score\n1.1,3\n' });
    session.write({ 'tree/.git/worktrees/w/commondir': '../..', 'tree/.git/worktrees/w/HEAD': '' });
    session.write({ 'work/.git': 'gitdir: ../tree/.git/worktrees/w\n' });
    symlinkSync(join('.git', 'config'), at('report.md'));
    symlinkSync('.git', at('link'));
    symlinkSync(join('bare', 'hooks', 'post-checkout'), at('hook.md'));
  });
  afterEach(() => session.remove());

  const otherSpellings = ['.GIT/new.md', '.git./new.md', '.git::$INDEX_ALLOCATION/new.md', '.g\u200cit/new.md'];
  const places = [
    'report.md',
    'link/config',
    'link/new.md',
    'hook.md',
    '.git/new.md',
    ...otherSpellings,

    'bare/config',
    'bare/deep/new.md',
    'work/.git',
    'tree/.git/worktrees/w/new.md',
  ];
  for (const place of places) {
    it(`are written to by no command: ${JSON.stringify(place)}`, async () => {
      const before = readdirSync(session.folder, { recursive: true }).sort();
      for (const args of [
        ['report', 'a.psirt.yaml', '--format', 'html', '--output', place],
        ['check', 'a.psirt.yaml', '--format', 'text', '--output', place],
        ['check', 'a.psirt.yaml', '--cache', place],
        ['compare', 'a.psirt.yaml', 'a.psirt.yaml', '--format', 'text', '--output', place],
        ['wording', 'import', 'sheet.txt', '--force', '--output', place],
        ['new', join(dirname(place), 'new')],
      ]) {
        if (args[0] === 'new' && ['.', 'work'].includes(dirname(place))) continue;
        const { status, stderr } = await session.run(args);
        assert.equal(status, 2, args.join(' '));
        assert.match(stderr, /leads to git’s own files; nothing was written/, args.join(' '));
      }
      assert.deepEqual(readdirSync(session.folder, { recursive: true }).sort(), before);
      const configs = ['.git', 'bare', 'tree/.git'].map((folder) => readFileSync(at(folder, 'config'), 'utf8'));
      assert.deepEqual(configs, [config, config, config]);
    });
  }

  it('are changed by no table, be they made like an assessment', async () => {
    session.write({ '.git/a.psirt.yaml': allScored(2) });
    const { status, stderr } = await session.run(['import', 'table.csv', '.git/a.psirt.yaml']);
    assert.deepEqual([status, /git’s own files/.test(stderr)], [2, true]);
    assert.equal(readFileSync(at('.git', 'a.psirt.yaml'), 'utf8'), allScored(2));
  });

  it('are not what only sounds like them', async () => {
    for (const path of ['.github/report.md', 'HEAD/report.md', 'git/report.md', '.gitlab.md', 'refs/report.md']) {
      assert.equal((await session.run(['report', 'a.psirt.yaml', '-o', path])).status, 0, path);
    }
  });
});

describe('what is read in the same run', () => {
  let session: Session;
  const at = (...path: string[]) => join(session.folder, ...path);
  const files = {
    'a.psirt.yaml': allScored(2),
    'b.psirt.yaml': allScored(3),
    'own.yaml': 'language: en\n',
    'sheet.txt': '1.1 Internal stakeholders\n',
  };
  beforeEach(() => {
    session = new Session().write(files);
    for (const [index, name] of Object.keys(files).entries()) {
      symlinkSync(name, at(`soft${index}.md`));
      linkSync(at(name), at(`hard${index}.md`));
    }
    symlinkSync('.', at('round'));
  });
  afterEach(() => session.remove());

  const overInput: string[][] = [
    ['report', 'a.psirt.yaml', '-o', 'soft0.md'],
    ['report', 'a.psirt.yaml', '-o', 'hard0.md'],
    ['report', 'soft0.md', '--format', 'html', '-o', 'a.psirt.yaml'],
    ['report', '.', '--format', 'html', '-o', 'round/./a.psirt.yaml'],
    ['report', 'a.psirt.yaml', '--against', 'b.psirt.yaml', '-o', 'soft1.md'],
    ['report', 'a.psirt.yaml', '--wording', 'own.yaml', '-o', 'hard2.md'],
    ['check', 'a.psirt.yaml', '-o', 'hard0.md'],
    ['check', '*.psirt.yaml', '--format=text', '--output=b.psirt.yaml'],
    ['check', 'a.psirt.yaml', '--cache', 'soft0.md'],
    ['check', 'a.psirt.yaml', '--cache', 'x.md', '--output', 'round/x.md'],
    ['compare', 'a.psirt.yaml', 'b.psirt.yaml', '-o', 'soft1.md'],
    ['wording', 'import', 'sheet.txt', '--force', '-o', 'hard3.md'],
  ];
  for (const args of overInput) {
    it(`is not written over, whichever way leads to it: ${args.join(' ')}`, async () => {
      const { status, stdout, stderr } = await session.run(args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /: this is the assessment itself or another file being read, and was not changed; /);
      for (const [name, text] of Object.entries(files)) assert.equal(readFileSync(at(name), 'utf8'), text, name);
    });
  }

  it('is not written over by an assessment that comes from standard input', () => {
    const stdin = openSync(at('a.psirt.yaml'), 'r');
    const args = ['--import', require.resolve('tsx'), main, 'report', '-', '-o', 'soft0.md'];
    const options = { cwd: session.folder, stdio: [stdin, 'pipe', 'pipe'], encoding: 'utf8' } as const;
    const { status, stderr } = spawnSync(process.execPath, args, { ...options, stdio: [...options.stdio] });
    closeSync(stdin);
    assert.equal(status, 2);
    assert.match(stderr, /this is the assessment itself/);
    assert.equal(readFileSync(at('a.psirt.yaml'), 'utf8'), allScored(2));
  });

  it('is no more at risk than any other assessment: nothing else is written in the place of one', async () => {
    for (const output of ['b.psirt.yaml', 'soft1.md', 'new.psirt.yml', 'NEW.PSIRT.YAML']) {
      for (const command of [['report'], ['check'], ['check', '--format=json']]) {
        const { status, stderr } = await session.run([...command, 'a.psirt.yaml', '--output', output]);
        assert.equal(status, 2);
        assert.match(stderr, /: this is the name of an assessment or leads to one; name another file to write to\n$/);
      }
    }
    const { stderr } = await session.run(['check', 'a.psirt.yaml', '-old.psirt.yaml']);
    assert.match(stderr, /^psirt-maturity: ld\.psirt\.yaml: this is the name of an assessment/);
    assert.equal(readFileSync(at('b.psirt.yaml'), 'utf8'), allScored(3));
  });
});
