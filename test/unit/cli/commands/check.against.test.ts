import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessmentOf, Repository } from '../../../support/repository';
import { parsed } from '../../../support/session';
import { languages } from '../../../../src/messages/messages';
import { yaml } from '../../../support/yaml';

const changeRules = ['score-dropped', 'target-lowered', 'raised-without-evidence'];

describe('check --against', () => {
  let repository: Repository;
  beforeEach(() => (repository = new Repository()));
  afterEach(() => repository.remove());

  /** `path rule message` of what the rules about changes find. */
  const found = async (...args: string[]): Promise<string[]> => {
    const outcome = await repository.run(['check', '--format', 'json', ...args]);
    assert.equal(outcome.stderr, '');
    return parsed(outcome).assessments.flatMap(({ path, problems }) =>
      problems
        .filter(({ rule }) => changeRules.includes(rule))
        .map(({ rule, message }) => `${path} ${rule} ${message}`),
    );
  };

  it('says what dropped, was lowered or rose without evidence since the branch left another', async () => {
    repository.commit('start', { 'a.psirt.yaml': assessmentOf({ '1.1': 2, '1.2': 2, '1.3': 1 }, 'target: 3\n') });
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit('topic', {
      'a.psirt.yaml': assessmentOf({ '1.1': 1, '1.2': 3, '1.3': '{ excluded: Not ours }' }, 'target: 2\n'),
    });
    assert.deepEqual(await found('--against', 'main'), [
      'a.psirt.yaml target-lowered The target of 2 for the whole assessment is lower than 3 in main.',
      'a.psirt.yaml score-dropped 1.1: the score of 1 is lower than 2 in main.',
      'a.psirt.yaml raised-without-evidence 1.2 has risen from 2 in main to 3 but cites no evidence.',
      'a.psirt.yaml score-dropped 1.3 is excluded but has a score of 1 in main. It no longer counts in the averages.',
    ]);
    assert.deepEqual(await found(), []);
  });

  it('does not hold against a branch what others raised on main meanwhile', async () => {
    repository.commit('start', { 'a.psirt.yaml': assessmentOf({ '1.1': 2 }) });
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit('topic', { 'b.txt': 'b' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit('main goes on', { 'a.psirt.yaml': assessmentOf({ '1.1': 4 }) });
    repository.git('checkout', '--quiet', 'topic');
    assert.deepEqual(await found('--against', 'main'), []);
  });

  it('has nothing to compare a new file with, and knows a renamed one, whatever its name', async () => {
    repository.commit('start', { '製品 "旧".psirt.yaml': assessmentOf({ '1.1': 3, '1.2': 2, '2.1': 2 }) });
    repository.git('mv', '製品 "旧".psirt.yaml', '製品 新.psirt.yaml');
    repository.write({
      '製品 新.psirt.yaml': assessmentOf({ '1.1': 2, '1.2': 2, '2.1': 2 }),
      'new.psirt.yaml': assessmentOf({ '1.1': 0 }),
    });
    assert.deepEqual(await found('--against', 'HEAD'), [
      '製品 新.psirt.yaml score-dropped 1.1: the score of 2 is lower than 3 in HEAD.',
    ]);
  });

  it('knows an assessment that was renamed with however many other files', async () => {
    const numbered = (name: (index: number) => string, more = '') =>
      Object.fromEntries(Array.from({ length: 6 }, (_, index) => [name(index), `${index}\n`.repeat(50) + more]));
    const services = { '1.1': 4, '1.2': 4, '1.3': 4 };
    repository.commit('start', { 'a/a.psirt.yaml': assessmentOf(services), ...numbered((index) => `a/${index}.txt`) });
    repository.git('rm', '--quiet', '-r', 'a');
    const moved = numbered((index) => `b/_${index}.txt`, 'x');
    repository.commit('moved', { 'b/b.psirt.yaml': assessmentOf({ ...services, '1.1': 1 }), ...moved });
    // As git gives up by itself where more than a thousand files were renamed.
    repository.git('config', 'diff.renameLimit', '1');
    const drop = ['b/b.psirt.yaml score-dropped 1.1: the score of 1 is lower than 4 in HEAD~1.'];
    assert.deepEqual(await found('--against', 'HEAD~1'), drop);
    assert.match((await repository.run(['compare', 'b/b.psirt.yaml'])).stdout, /4 → 1/);
  });

  it('has nothing to compare with before the first commit, when the branch itself is named', async () => {
    repository.write({ 'a.psirt.yaml': assessmentOf({ '1.1': 3 }) });
    for (const revision of ['HEAD', '@', 'main', 'refs/heads/main']) {
      assert.equal((await repository.run(['check', '--against', revision])).status, 0);
      const { stdout } = await repository.run(['check', '--against', revision, '--format', 'markdown']);
      assert.match(stdout, /\| Router \| 3\.00 \| new assessment \|/);
    }
    for (const revision of ['HEAD~1', 'v1.0']) {
      const { status, stderr } = await repository.run(['check', '--against', revision]);
      assert.deepEqual([status, stderr.includes('is not a revision of this repository')], [2, true]);
    }
  });

  it('takes severities as any rule does, and sets the exit status by them', async () => {
    repository.commit('start', { 'a.psirt.yaml': assessmentOf({ '1.1': 3 }) });
    repository.write({ 'a.psirt.yaml': assessmentOf({ '1.1': 2 }) });
    assert.equal((await repository.run(['check', '--against', 'HEAD', '--rule', 'score-dropped=error'])).status, 1);
    repository.write({ 'a.psirt.yaml': assessmentOf({ '1.1': 2 }, 'rules: { score-dropped: off }\n') });
    assert.deepEqual(await found('--against', 'HEAD'), []);
  });

  it('works below the top of the repository', async () => {
    repository.commit('start', { 'products/a.psirt.yaml': assessmentOf({ '1.1': 3 }) });
    repository.write({ 'products/a.psirt.yaml': assessmentOf({ '1.1': 2 }) });
    const { stdout } = await repository.run(['check', '.', '--against', 'HEAD', '--format', 'json'], {
      folder: 'products',
    });
    assert.match(stdout, /score-dropped/);
  });

  it('is not led to another repository by the variables git sets for its hooks', async () => {
    repository.commit('start', { 'a.psirt.yaml': assessmentOf({ '1.1': 3 }) });
    repository.write({ 'a.psirt.yaml': assessmentOf({ '1.1': 2 }) });
    const env = {
      GIT_DIR: '/nowhere',
      GIT_WORK_TREE: '/nowhere',
      GIT_INDEX_FILE: '/nowhere',
      GIT_EXTERNAL_DIFF: 'false',
      GIT_PAGER: 'false',
    };
    assert.match((await repository.run(['check', '--against', 'HEAD'], { env })).stdout, /score-dropped/);
  });

  it('runs nothing a repository brings along', async () => {
    repository.commit('start', {
      'old.psirt.yaml': assessmentOf({ '1.1': 3, '1.2': 2 }),
      '.gitattributes': '*.yaml diff=evil filter=evil\n',
    });
    const evil = `touch ${join(repository.folder, 'ran')}; cat`;
    for (const key of [
      'core.fsmonitor',
      'diff.external',
      'diff.evil.command',
      'diff.evil.textconv',
      'filter.evil.clean',
      'filter.evil.smudge',
      'core.pager',
      'pager.log',
    ])
      repository.git('config', key, evil);
    repository.git('mv', 'old.psirt.yaml', 'new.psirt.yaml');
    repository.git('-c', 'core.fsmonitor=false', 'status');
    repository.git('config', 'core.hooksPath', repository.folder);
    const ran = () => repository.git('-c', 'core.fsmonitor=false', 'ls-files', '--others').includes('ran');
    repository.write({ ran: '' });
    assert.ok(ran());
    repository.git('clean', '-q', '-f', 'ran');
    assert.equal((await repository.run(['check', '--against', 'HEAD'])).status, 0);
    assert.equal((await repository.run(['compare', 'new.psirt.yaml', '--against', 'HEAD'])).status, 0);
    assert.ok(!ran());
  });

  describe('refuses', () => {
    const refusal = async (env = {}): Promise<string> => {
      const { status, stdout, stderr } = await repository.run(['check', '--against', 'main'], { env });
      assert.deepEqual([status, stdout], [2, '']);
      return stderr.replace(/^psirt-maturity: /, '').trimEnd();
    };

    it('to guess without git, without a repository, and without a common history', async () => {
      repository.commit('start', { 'a.psirt.yaml': assessmentOf({ '1.1': 3 }) });
      assert.equal(await refusal({ PATH: '' }), 'git is required for this and was not found in PATH');
      assert.equal(await refusal({ PATH: '.' }), 'git is required for this and was not found in PATH');
      repository.git('checkout', '--quiet', '--orphan', 'other');
      repository.commit('other');
      assert.match(await refusal(), /^“main” and the current branch have no common history/);
    });

    it('files that are in no repository', async () => {
      repository.write({ 'a.psirt.yaml': assessmentOf({ '1.1': 3 }) });
      const { renameSync } = await import('node:fs');
      renameSync(join(repository.folder, '.git'), join(repository.folder, 'gone'));
      const env = { GIT_CEILING_DIRECTORIES: join(repository.folder, '..') };
      assert.equal(
        await refusal(env),
        'a.psirt.yaml: not in a git repository, so there is no other version to compare it with',
      );
    });
  });

  for (const language of languages) {
    it(`prints one comment for a pull request in ${language}`, async () => {
      const steady = assessmentOf({ '1.1': 3 }).replace('Router', 'Gateway');
      repository.commit('start', {
        'router.psirt.yaml': assessmentOf({ '1.1': 1, '1.2': 3, '2.1': 2 }, 'target: 3\n'),
        'gateway.psirt.yaml': steady,
        'camera.psirt.yaml': assessmentOf({ '1.1': 2 }).replace('Router', 'Camera | <b>'),
      });
      repository.write({
        'router.psirt.yaml': assessmentOf({ '1.1': 2, '1.2': 2, '2.1': '{ excluded: }' }, 'target: 3\n'),
        'camera.psirt.yaml': assessmentOf({ '1.1': 2 }, 'assessed: 2026-11-20\n').replace('Router', 'Camera | <b>'),
        'new.psirt.yaml': 'services: [',
      });
      const { stdout } = await repository.run([
        'check',
        '--against',
        'HEAD',
        '--format',
        'markdown',
        '--lang',
        language,
      ]);
      const golden = join(__dirname, '..', 'golden', `review.${language}.md`);
      if (process.env.UPDATE_GOLDEN) writeFileSync(golden, stdout);
      assert.equal(stdout, readFileSync(golden, 'utf8'));
    });
  }

  it('says in one line that nothing changed', async () => {
    repository.commit('start', {
      'a.psirt.yaml': assessmentOf({ '1.1': 3 }),
      'b.psirt.yaml': assessmentOf({ '1.1': 3 }),
    });
    const { stdout } = await repository.run(['check', '--against', 'HEAD', '--format', 'markdown']);
    assert.equal(
      stdout,
      yaml`
        ## PSIRT maturity

        No assessment has changed (2 checked).
      `,
    );
  });

  it('keeps the comment within what code hosts take', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 240 }, (_, index) => [
        `p${index}.psirt.yaml`,
        assessmentOf({ '1.1': 3 }).replace('Router', `Product ${index}`),
      ]),
    );
    repository.commit('start', files);
    repository.write(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace('"1.1": 3', '"1.1": 1')])),
    );
    const { stdout } = await repository.run(['check', '--against', 'HEAD', '--format', 'markdown']);
    assert.ok(stdout.length < 65_000, String(stdout.length));
    assert.match(stdout, /The details of \d+ more assessments are left out: they do not fit here\.\n$/);
  });
});

describe('report --against', () => {
  let repository: Repository;
  beforeEach(() => (repository = new Repository()));
  afterEach(() => repository.remove());

  it('tells what changed since a revision, or from another file', async () => {
    repository.commit('start', { 'a.psirt.yaml': assessmentOf({ '1.1': 3 }) });
    repository.write({ 'a.psirt.yaml': assessmentOf({ '1.1': 4 }), 'last.psirt.yaml': assessmentOf({ '1.1': 1 }) });
    const report = async (against: string, size = 'full') =>
      (await repository.run(['report', 'a.psirt.yaml', '--against', against, '--size', size])).stdout;
    assert.match(await report('HEAD', 'summary'), /\n## Changes since HEAD\n\n- 1\.1 Internal stakeholders: 3 → 4\n/);
    assert.match(
      await report('HEAD'),
      /\n## Changes since HEAD\n\n3\.00 → 4\.00 \(\+1\.00\) · 1 raised\n[^]*\| 3 → 4 \|/,
    );
    assert.match(await report('last.psirt.yaml'), /\n## Changes since last\.psirt\.yaml\n\n1\.00 → 4\.00 \(\+3\.00\)/);
    const several = await repository.run(['report', '.', '--against', 'last.psirt.yaml']);
    assert.deepEqual(
      [several.status, several.stderr],
      [2, 'psirt-maturity: last.psirt.yaml: one file can be compared with one assessment only, not with 2\n'],
    );
  });
});
