/**
 * The snippets of the documentation for pull requests: what they run is run here, in a repository like those they are
 * for.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { assessmentOf, Repository } from '../../support/repository';
import { root } from '../../support/root';

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** A hook as pre-commit runs it: the entry, the arguments, and then the files of the commit. */
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
  readonly files: string;
  readonly verbose: boolean;
}

/** The YAML snippets of a page that are for pull requests or commits, in their order. */
function snippetsOf(page: string): unknown[] {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  const snippets = [...text.matchAll(/```yaml\n([^]*?)```/g)].map((match) => match[1] ?? '');
  return snippets.filter((yaml) => /against|^repos:/m.test(yaml)).map((yaml) => parse(yaml) as unknown);
}

describe('The snippets for pull requests', () => {
  const [github, gitlab, preCommit] = snippetsOf('pull-requests.md') as [
    { jobs: { maturity: { steps: Step[] } } },
    { maturity: { script: string[] } },
    { repos: { rev: string; hooks: Pick<Hook, 'id' | 'args'>[] }[] },
  ];
  let repository: Repository;

  beforeEach(() => {
    repository = new Repository();
    repository.commit('start', { 'router.psirt.yaml': assessmentOf({ '1.1': 3 }) });
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit('change', { 'router.psirt.yaml': assessmentOf({ '1.1': 2 }) });
    const program = `#!/bin/sh\n[ "$0" = "\${0%npx}" ] || shift\nexec "${process.execPath}" --import="${join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')}" "${join(root, 'src', 'cli', 'main.ts')}" "$@"\n`;
    repository.write({ '.git/programs/npx': program, '.git/programs/psirt-maturity': program });
    repository.makeExecutable('.git/programs/npx', '.git/programs/psirt-maturity');
  });
  afterEach(() => repository.remove());

  const run = (command: string, more: Record<string, string>) => {
    const env = {
      ...repository.env,
      ...more,
      LANG: 'C',
      PATH: `${join(repository.folder, '.git', 'programs')}${delimiter}${repository.env.PATH}`,
    };
    return spawnSync('bash', ['-c', command], { cwd: repository.folder, env, encoding: 'utf8' });
  };
  const comment = () => readFileSync(join(repository.folder, 'maturity.md'), 'utf8');

  it('are the same in both languages', () => {
    assert.deepEqual(snippetsOf('pull-requests.ja.md'), snippetsOf('pull-requests.md'));
    assert.equal(snippetsOf('pull-requests.md').length, 3);
  });

  it('for GitHub Actions write the comment that the next step posts', () => {
    const action = github.jobs.maturity.steps.find(({ uses }) => uses?.includes('/psirt-maturity@'));
    assert.equal(action?.with?.['against'], 'origin/${{ github.base_ref }}');
    // As the Action hands its inputs on.
    const inputs = { ...action?.with, against: 'origin/main' };
    const options = Object.entries(inputs).map(([name, value]) => `--${name}=${value}`);
    assert.equal(run(`psirt-maturity check ${options.join(' ')}`, {}).status, 0);
    assert.match(comment(), /^## PSIRT maturity\n[^]*3\.00 → 2\.00/);
  });

  it('for GitLab CI write a comment, and fail for a score that dropped', () => {
    const [write, check] = gitlab.maturity.script;
    const base = { CI_MERGE_REQUEST_DIFF_BASE_SHA: repository.git('rev-parse', 'origin/main') };
    assert.equal(run(write ?? '', base).status, 0);
    assert.match(comment(), /1 dropped/);
    const { status, stdout } = run(check ?? '', base);
    assert.equal(status, 1);
    assert.match(stdout, /error .*\(score-dropped\)/);
  });

  describe('for pre-commit', () => {
    const [hook = assert.fail()] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];
    const commit = (args: readonly string[]) => {
      const text = assessmentOf({ '1.1': 1 });
      repository.write({ 'router.psirt.yaml': text, '-hot.psirt.yaml': text });
      return run([hook.entry, ...args, 'router.psirt.yaml', '-hot.psirt.yaml'].join(' '), {});
    };

    it('show what a commit changes in assessments, though it may pass', () => {
      const files = new RegExp(hook.files);
      assert.ok(files.test('products/router.psirt.yml') && !files.test('router.yaml'));
      // Of a hook that passes, pre-commit shows the output only where it is told to.
      assert.equal(hook.verbose, true);
      const { status, stdout, stderr } = commit(hook.args);
      assert.deepEqual([status, stderr], [0, '']);
      const drop = /^router\.psirt\.yaml:\d+:\d+: 1\.1: the score of 1 is lower than 2 .*\[warning\/score-dropped\]$/m;
      assert.match(stdout, drop);
    });

    it('stop a commit for the rules that the recipe makes errors', () => {
      const [{ rev, hooks: [chosen] } = assert.fail()] = preCommit.repos;
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
      assert.deepEqual([rev, chosen?.id], [`v${version}`, hook.id]);
      const { status, stdout } = commit(chosen?.args ?? []);
      assert.equal(status, 1);
      assert.match(stdout, /\[error\/score-dropped\]$/m);
    });

    it('pass where nothing has been committed yet', () => {
      repository.git('checkout', '--quiet', '--orphan', 'fresh');
      assert.equal(commit(hook.args).status, 0);
    });
  });
});
