/** The snippets of the READMEs for pull requests: what they run is run here, in a repository like those they are for. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { assessmentOf, Repository } from './repository';

const root = join(__dirname, '..', '..', '..');

interface Step {
  readonly run?: string;
}

/** The YAML snippets of a README that use `--against`, in their order. */
function snippetsOf(readme: string): unknown[] {
  const text = readFileSync(join(root, readme), 'utf8');
  return [...text.matchAll(/```yaml\n([^]*?)```/g)].map((match) => match[1] ?? '').filter((yaml) => yaml.includes('--against')).map((yaml) => parse(yaml) as unknown);
}

describe('The snippets for pull requests', () => {
  const [github, gitlab, preCommit] = snippetsOf('README.md') as [
    { jobs: { maturity: { steps: Step[] } } },
    { maturity: { script: string[] } },
    { repos: { hooks: { entry: string; files: string; additional_dependencies: string[] }[] }[] },
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
    const env = { ...repository.env, ...more, LANG: 'C', PATH: `${join(repository.folder, '.git', 'programs')}${delimiter}${repository.env.PATH}` };
    return spawnSync('bash', ['-c', command], { cwd: repository.folder, env, encoding: 'utf8' });
  };
  const comment = () => readFileSync(join(repository.folder, 'maturity.md'), 'utf8');

  it('are the same in both languages', () => {
    assert.deepEqual(snippetsOf('README.ja.md'), snippetsOf('README.md'));
    assert.equal(snippetsOf('README.md').length, 3);
  });

  it('for GitHub Actions write the comment that the next step posts', () => {
    const [command] = github.jobs.maturity.steps.flatMap((step) => step.run ?? []);
    assert.deepEqual(run(command ?? '', { BASE: 'main' }).status, 0);
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

  it('for pre-commit check the files it hands over against the last commit', () => {
    const [hook] = preCommit.repos[0]?.hooks ?? [];
    assert.ok(hook && new RegExp(hook.files).test('products/router.psirt.yml') && !new RegExp(hook.files).test('router.yaml'));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    assert.deepEqual(hook.additional_dependencies, [`psirt-maturity@${version}`]);
    repository.write({ 'router.psirt.yaml': assessmentOf({ '1.1': 1 }) });
    const { status, stdout } = run(`${hook.entry} router.psirt.yaml`, {});
    assert.equal(status, 0);
    assert.match(stdout, /the score of 1 is lower than 2 in HEAD/);
  });
});
