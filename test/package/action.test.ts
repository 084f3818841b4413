import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const router = `sheet: psirt-maturity@1.0
subject: Router
assessed: 2026-11-20
services:
  "1.1": 3
  "1.2": 1
`;

describe('the GitHub Action', () => {
  let tag: string;
  let repository: string;
  let runnerFiles: string;
  let action: Action;

  before(() => {
    // What a release is tagged with, made as the workflow makes it.
    const sources = mkdtempSync(join(tmpdir(), 'sources-'));
    tag = mkdtempSync(join(tmpdir(), 'tag-'));
    runnerFiles = mkdtempSync(join(tmpdir(), 'runner-'));
    git(tag, 'clone', '--quiet', '--no-hardlinks', resolve('.'), sources);
    git(sources, 'config', 'user.name', 'Release');
    git(sources, 'config', 'user.email', 'release@example.com');
    execFileSync(process.execPath, [resolve('build', 'release-tree.mjs'), resolve('dist', 'psirt-maturity-cli.tgz')], {
      cwd: sources,
    });
    git(tag, 'clone', '--quiet', sources, '.');
    rmSync(sources, { recursive: true });
    action = parse(readFileSync(join(tag, 'action.yml'), 'utf8')) as Action;
  });

  after(() => [tag, runnerFiles].forEach((folder) => rmSync(folder, { recursive: true })));

  beforeEach(() => {
    repository = mkdtempSync(join(tmpdir(), 'repository-'));
    git(repository, 'init', '--quiet', '--initial-branch=main');
    writeFileSync(join(repository, 'router.psirt.yaml'), router);
  });

  afterEach(() => rmSync(repository, { recursive: true }));

  function git(cwd: string, ...args: string[]): string {
    return execFileSync('git', args, { cwd, encoding: 'utf8' });
  }

  /**
   * Runs the Action as a runner does: the inputs as variables, files for outputs and summary, in the folder of the
   * checkout.
   */
  function run(inputs: Readonly<Record<string, string>> = {}) {
    const { using, main } = action.runs;
    assert.match(using, /^node2[4-9]$/);
    const given = Object.entries(action.inputs).map(([name, { default: usual }]) => [
      `INPUT_${name.toUpperCase()}`,
      inputs[name] ?? usual,
    ]);
    const files = {
      GITHUB_ENV: join(runnerFiles, 'env'),
      GITHUB_OUTPUT: join(runnerFiles, 'output'),
      GITHUB_PATH: join(runnerFiles, 'path'),
      GITHUB_STATE: join(runnerFiles, 'state'),
      GITHUB_STEP_SUMMARY: join(runnerFiles, 'summary'),
    };
    for (const file of Object.values(files)) writeFileSync(file, '');
    const env = {
      PATH: process.env['PATH'],
      GITHUB_ACTIONS: 'true',
      ...files,
      ...(Object.fromEntries(given) as object),
    };
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(tag, main)], {
      cwd: repository,
      encoding: 'utf8',
      env,
    });
    const read = (file: string) => readFileSync(file, 'utf8');
    const outputs = Object.fromEntries(
      read(files.GITHUB_OUTPUT)
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/, 2)) as [string, string][],
    );
    return { stdout, stderr, status, outputs, summary: read(files.GITHUB_STEP_SUMMARY) };
  }

  it('runs from what a release is tagged with, which holds the packed program and no sources', () => {
    const names = readdirSync(tag).sort();
    assert.ok(
      ['.pre-commit-hooks.yaml', 'action.yml', 'dist', 'package.json'].every((name) => names.includes(name)),
      names.join(),
    );
    assert.ok(!names.includes('src') && !names.includes('node_modules'), names.join());
    assert.match(git(tag, 'log', '-1', '--format=%B'), /^v\d+\.\d+\.\d+\n\nBuilt from [0-9a-f]{40}\.\n/);
    assert.match(
      git(tag, 'rev-list', '--count', 'HEAD'),
      /^([2-9]|\d{2,})\n$/,
      'its parent is the commit it was built from',
    );
  });

  it('checks the whole repository, and annotates the pull request, when nothing else is asked for', () => {
    const { stdout, status } = run();
    assert.match(stdout, /^::warning file=router\.psirt\.yaml,line=6,/m);
    assert.equal(status, 0);
    assert.equal(run({ 'fail-on': 'warning' }).status, 1);
  });

  it('has the figures as outputs, each of which it describes', () => {
    writeFileSync(join(repository, 'camera.psirt.yaml'), router.replace('"1.1": 3', '"1.1": 2'));
    const { outputs } = run();
    assert.deepEqual(Object.keys(outputs), Object.keys(action.outputs));
    const { assessments, mean, 'below-target': below } = outputs;
    assert.deepEqual([assessments, mean, below], ['2', '1.75', '3']);
    assert.equal(
      Number(outputs['problems']),
      ['errors', 'warnings', 'infos'].reduce((sum, kind) => sum + Number(outputs[kind]), 0),
    );
  });

  it('has no mean where nothing is scored, and no outputs where it could not start', () => {
    writeFileSync(join(repository, 'router.psirt.yaml'), 'sheet: psirt-maturity@1.0\n');
    assert.equal(run().outputs['mean'], '');
    const { status, stderr, outputs } = run({ rules: 'below-target' });
    assert.equal(status, 2);
    assert.match(stderr, /below-target/);
    assert.equal(outputs['problems'], undefined);
  });

  it('writes its comment into the summary of the step', () => {
    assert.match(run().summary, /Router/);
    assert.match(run({ lang: 'ja' }).summary, /目標/);
  });

  it('passes its inputs on: several paths and rules, a revision, a file', () => {
    git(repository, 'add', '.');
    git(repository, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message=1');
    writeFileSync(join(repository, 'router.psirt.yaml'), router.replace('"1.1": 3', '"1.1": 1'));
    writeFileSync(join(repository, 'edge router.psirt.yaml'), router);
    const inputs = {
      paths: 'router.psirt.yaml\nedge router.psirt.yaml\n',
      rules: 'score-dropped=error\nbelow-target=off',
      against: 'HEAD',
    };
    const { stdout, status } = run({ ...inputs, format: 'text' });
    assert.equal(status, 1);
    assert.match(stdout, /score-dropped/);
    assert.doesNotMatch(stdout, /\(below-target\)/);
    run({ ...inputs, format: 'sarif', output: 'problems.sarif' });
    assert.equal(
      (JSON.parse(readFileSync(join(repository, 'problems.sarif'), 'utf8')) as { version: string }).version,
      '2.1.0',
    );
  });

  it('writes through no link: the repository may have brought it along', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    for (const name of ['file', 'folder']) {
      symlinkSync(elsewhere, join(repository, 'folder'));
      symlinkSync(join(elsewhere, 'taken'), join(repository, 'file'));
      assert.equal(run({ output: name === 'file' ? 'file' : 'folder/taken' }).status, 2);
      for (const link of ['folder', 'file']) rmSync(join(repository, link));
    }
    assert.deepEqual(readdirSync(elsewhere), []);
    rmSync(elsewhere, { recursive: true });
  });

  it('reads no standard input, which a step has none of: it would be an assessment without problems', () => {
    for (const path of ['-', '/dev/stdin', '/dev/fd/0']) {
      const { status, stderr, outputs } = run({ paths: path });
      assert.equal(status, 2, path);
      assert.match(stderr, /no such file or folder/i);
      assert.equal(outputs['assessments'], undefined);
    }
  });

  it('writes its output to none of the files by which a step speaks to the runner', () => {
    const { problems } = run({ format: 'json' }).outputs;
    for (const name of ['env', 'output', 'path', 'state', 'summary']) {
      const { status, outputs } = run({ format: 'json', output: join(runnerFiles, name) });
      assert.equal(status, 2, name);
      assert.equal(outputs['problems'], problems);
    }
  });

  it('heeds neither settings of npm nor programs that the repository brings along', () => {
    writeFileSync(
      join(repository, '.npmrc'),
      'ignore-scripts=false\nscript-shell=./hacked.sh\nregistry=http://127.0.0.1:9/\n',
    );
    writeFileSync(
      join(repository, 'package.json'),
      '{ "name": "psirt-maturity", "bin": "hacked.sh", "type": "module" }',
    );
    assert.equal(run().status, 0);
  });

  it('never runs what stands in an input, nor takes it for an option', () => {
    const hostile = '$(touch hacked); `touch hacked`; touch hacked; "\' --help';
    for (const name of Object.keys(action.inputs))
      assert.equal(run({ [name]: hostile }).status, name === 'output' ? 0 : 2, name);
    assert.ok(!existsSync(join(repository, 'hacked')), readdirSync(repository).join());
    assert.equal(run({ paths: '--version' }).status, 2);
    assert.equal(run({ paths: '-h' }).status, 2);
  });

  it('is described in the documentation, input for input and output for output', () => {
    for (const [name, { description }] of Object.entries({ ...action.inputs, ...action.outputs })) {
      assert.ok(description, name);
      for (const page of ['docs/ci.md', 'docs/ci.ja.md'])
        assert.match(readFileSync(page, 'utf8'), new RegExp(`\`${name}\``), `${name} in ${page}`);
    }
  });
});
