/** Each trap of `git-traps.ts` is sprung once, to show that it works, and then walked past by every command. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { HostileRepository, otherPrograms, promising, traps } from '../../support/git-traps';
import { assessmentOf } from '../../support/repository';

const incomplete =
  'objects are missing from the repository (a partial clone?), and none are fetched automatically: ' +
  'run git fetch --refetch --no-filter';

describe('a repository that wants a program started', () => {
  let repository: HostileRepository;
  beforeEach(() => (repository = new HostileRepository()));
  afterEach(() => repository.remove());

  for (const [name, { lay, spring }] of Object.entries(traps)) {
    it(`has none started: ${name}`, async () => {
      lay(repository);
      repository.plainGit(...spring);
      assert.ok(repository.isMarked, 'the trap works');
      await repository.runAll();
      assert.ok(!repository.isMarked);
    });
  }

  it('has none started by any other setting that names one', async () => {
    repository.set({
      ...Object.fromEntries(otherPrograms.map((key) => [key, repository.program])),
      'hook.x.event': 'post-index-change',
      'submodule.x.update': `!${repository.program}`,
    });
    await repository.runAll();
    assert.ok(!repository.isMarked);
  });

  it('has none started, and no trace written, by variables that git sets for hooks or a shell holds', async () => {
    repository.lose('HEAD~1:old.psirt.yaml');
    repository.set({ ...promising('.'), 'remote.origin.uploadpack': repository.program });
    const { program, mark } = repository;
    const programs = [
      'GIT_ASKPASS',
      'GIT_EDITOR',
      'GIT_EXTERNAL_DIFF',
      'GIT_PAGER',
      'GIT_PROXY_COMMAND',
      'GIT_SEQUENCE_EDITOR',
      'GIT_SSH',
      'GIT_SSH_COMMAND',
      'SSH_ASKPASS',
      'PAGER',
      'EDITOR',
      'VISUAL',
    ];
    const traces = [
      'GIT_TRACE',
      'GIT_TRACE_CURL',
      'GIT_TRACE_FSMONITOR',
      'GIT_TRACE_PACKET',
      'GIT_TRACE_PACK_ACCESS',
      'GIT_TRACE_PACKFILE',
      'GIT_TRACE_PERFORMANCE',
      'GIT_TRACE_REFS',
      'GIT_TRACE_SETUP',
      'GIT_TRACE_SHALLOW',
      'GIT_TRACE2',
      'GIT_TRACE2_EVENT',
      'GIT_TRACE2_PERF',
    ];
    const env = {
      ...Object.fromEntries(programs.map((name) => [name, program])),
      ...Object.fromEntries(traces.map((name) => [name, mark])),
    };
    const permits = {
      GIT_ALLOW_PROTOCOL: 'file:ext:ssh:git',
      GIT_NO_LAZY_FETCH: '0',
      GIT_PROTOCOL_FROM_USER: '1',
      GIT_EXEC_PATH: join(repository.folder, '.git'),
      GIT_REDIRECT_STDERR: mark,
    };
    await repository.runAll({ ...env, ...permits });
    assert.ok(!repository.isMarked);
  });

  it('has none started as git: not from the current folder, and not from where npm looks first', async () => {
    const places = ['git', 'node_modules/.bin/git'];
    const { program, folder } = repository;
    repository.write(Object.fromEntries(places.map((path) => [path, readFileSync(program)])));
    repository.makeExecutable(...places);
    const folders = [join(folder, 'node_modules', '.bin'), `${join(folder, 'node_modules', '.bin')}/`, '', '.'];
    await repository.runAll({ PATH: [...folders, repository.env.PATH].join(delimiter) });
    assert.ok(!repository.isMarked);
    assert.match((await repository.run(['compare', 'a.psirt.yaml'])).stdout, /2\.33 → 2\.00/);
  });

  it('is said to lack what would have to be fetched, instead of taking the file for a new one', async () => {
    repository.lose('HEAD~1:old.psirt.yaml');
    repository.set({ ...promising('.'), 'remote.origin.uploadpack': repository.program });
    for (const args of [
      ['check', '--against', 'HEAD~1'],
      ['compare', 'a.psirt.yaml', '--against', 'HEAD~1'],
      ['compare', 'a.psirt.yaml'],
      ['report', 'a.psirt.yaml', '--history'],
    ]) {
      const { status, stderr } = await repository.run(args);
      assert.deepEqual([status, stderr], [2, `psirt-maturity: ${incomplete}\n`], args.join(' '));
    }
  });
});

describe('files of a repository that look like a repository themselves', () => {
  let repository: HostileRepository;
  beforeEach(() => {
    repository = new HostileRepository();
    const inner = new HostileRepository();
    inner.lose('HEAD~1:old.psirt.yaml');
    inner.set({
      ...promising('.'),
      'core.bare': 'false',
      'core.worktree': '.',
      'remote.origin.uploadpack': repository.program,
      'core.fsmonitor': repository.program,
    });
    const folder = join(repository.folder, 'evil');
    mkdirSync(folder);
    cpSync(inner.folder, folder, { recursive: true });
    for (const name of ['HEAD', 'config', 'index', 'objects', 'refs'])
      renameSync(join(folder, '.git', name), join(folder, name));
    rmSync(join(folder, '.git'), { recursive: true });
    inner.remove();
    repository.commit('three', { 'evil/a.psirt.yaml': assessmentOf({ '1.1': 5, '1.2': 5 }) });
    repository.write({ 'evil/a.psirt.yaml': assessmentOf({ '1.1': 1, '1.2': 1 }) });
  });
  afterEach(() => repository.remove());

  it('start nothing, above them and among them', async () => {
    spawnSync('git', ['cat-file', '-p', 'HEAD~1:old.psirt.yaml'], {
      cwd: join(repository.folder, 'evil'),
      env: repository.env,
    });
    assert.ok(repository.isMarked, 'the trap works');
    await repository.runAll();
    await repository.runAll({}, 'evil');
    for (const args of [
      ['check', '--against', 'main', 'evil'],
      ['compare', 'evil/a.psirt.yaml'],
      ['report', '--history', 'evil'],
      ['compare', 'main:evil/a.psirt.yaml', 'evil/a.psirt.yaml'],
    ])
      await repository.run(args);
    assert.ok(!repository.isMarked);
  });

  it('are files like any other: compared with what the repository around them has', async () => {
    for (const [folder, path] of [
      ['.', 'evil/a.psirt.yaml'],
      ['evil', 'a.psirt.yaml'],
    ]) {
      const { stdout } = await repository.run(['check', '--against', 'main', path ?? ''], { folder });
      assert.match(stdout, /1\.1: the score of 1 is lower than 5 in main/);
      assert.match((await repository.run(['compare', path ?? ''], { folder })).stdout, /5\.00 → 1\.00/);
    }
  });
});
