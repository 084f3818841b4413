import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';

interface Step {
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const root = join(__dirname, '..', '..', '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const action = parse(read('action.yml')) as { inputs: Record<string, { description: string; default: string }>; runs: { using: string; steps: Step[] } };

describe('the GitHub Action', () => {
  let folder: string;

  before(() => {
    // An npm that installs a program, which tells where it was installed from, and what it was called with, a word a line.
    folder = mkdtempSync(join(tmpdir(), 'action-'));
    const program = (name: string, script: string) => {
      writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, name), 0o755);
    };
    program('program', 'pwd; for word in "$(cat "$0.from")" "$@"; do printf "%s\\n" "$word"; done');
    program('npx', 'echo "not npx" >&2; exit 1');
    program('npm', `bin=node_modules/.bin; mkdir -p $bin; cp ${join(folder, 'program')} $bin/psirt-maturity; echo "$PWD $*" > $bin/psirt-maturity.from; echo installed`);
  });

  after(() => rmSync(folder, { recursive: true }));

  /** Runs the action's steps as GitHub does: expressions filled in, the shell with -e and pipefail. */
  function run(inputs: Readonly<Record<string, string>> = {}): string[] {
    return action.runs.steps.flatMap(({ run: script = '', shell, env = {} }) => {
      assert.equal(shell, 'bash');
      const fill = (text: string) => text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? assert.fail(name));
      const variables = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(String(value))]));
      const { stdout, stderr, status } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', fill(script)], {
        cwd: folder,
        encoding: 'utf8',
        env: { TMPDIR: folder, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, ...variables },
      });
      assert.equal(status, 0, stderr);
      return stdout.trim().split('\n');
    });
  }

  it('checks the whole repository, and annotates the pull request, when nothing else is asked for', () => {
    const [place, installed = '', ...rest] = run();
    assert.equal(place, realpathSync(folder), 'it runs where the repository is');
    assert.match(installed, / psirt-maturity@\d+\.\d+\.\d+$/);
    assert.deepEqual(rest, ['check', '--fail-on=error', '--format=github', '--lang=en', '--', '.']);
  });

  it('is installed elsewhere than in the repository, whose settings of npm and programs are not to be used', () => {
    const [place = '', installed = ''] = run();
    const [from = '', ...words] = installed.split(' ');
    assert.notEqual(realpathSync(from), place);
    assert.deepEqual(words.slice(0, -1), ['install', '--silent', '--no-save', '--ignore-scripts', '--prefix', from]);
  });

  it('passes its inputs on: several paths and rules, a revision, a language', () => {
    const words = run({ paths: 'security\nproducts/edge router\n', rules: 'missing-evidence=off\nbelow-target=error', against: 'origin/main', 'fail-on': 'warning', lang: 'ja' });
    assert.deepEqual(words.slice(2), [
      'check', '--fail-on=warning', '--format=github', '--lang=ja', '--against=origin/main', '--rule=missing-evidence=off', '--rule=below-target=error', '--', 'security', 'products/edge router',
    ]);
  });

  it('has the program write what it prints into a file, where one is named: a shell would follow any link', () => {
    assert.deepEqual(run({ format: 'sarif', output: 'problems.sarif' }).slice(2), [
      'check', '--fail-on=error', '--format=sarif', '--lang=en', '--output=problems.sarif', '--', '.',
    ]);
    for (const { run: script = '' } of action.runs.steps) assert.doesNotMatch(script, />\s*"?\$/);
    assert.ok(!existsSync(join(folder, 'problems.sarif')));
  });

  it('never runs what stands in an input, nor takes it for an option', () => {
    const hostile = '$(touch hacked); `touch hacked`; touch hacked; "\' --help';
    const inputs = ['paths', 'rules', 'against', 'fail-on', 'format', 'lang', 'output'];
    const words = run(Object.fromEntries(inputs.map((name) => [name, hostile])));
    assert.ok(!existsSync(join(folder, 'hacked')), readdirSync(folder).join());
    assert.equal(words.at(-1), hostile);
    assert.equal(words.filter((word) => word.includes(hostile)).length, inputs.length);
    assert.equal(run({ paths: '--version' }).at(-2), '--');
  });

  it('has no expression in the text of a script, here or in the workflows', () => {
    for (const { run: script = '' } of action.runs.steps) assert.doesNotMatch(script, /\$\{\{/);
    for (const name of readdirSync(join(root, '.github', 'workflows'))) {
      const { jobs } = parse(read('.github', 'workflows', name)) as { jobs: Record<string, { steps: Step[] }> };
      for (const { run: script = '' } of Object.values(jobs).flatMap(({ steps }) => steps)) assert.doesNotMatch(script, /\$\{\{/, name);
    }
  });

  it('is described by the README, input for input', () => {
    for (const [name, { description }] of Object.entries(action.inputs)) {
      assert.ok(description, name);
      for (const readme of ['README.md', 'README.ja.md']) assert.match(read(readme), new RegExp(`\`${name}\``), `${name} in ${readme}`);
    }
  });
});
