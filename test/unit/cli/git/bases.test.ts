import assert from 'node:assert/strict';
import { assessmentOf, Repository } from '../../../support/repository';
import { parsed } from '../../../support/session';

describe('an assessment in a submodule', () => {
  let repository: Repository;
  const inSubmodule = (path: string) => ['-C', path, '-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  let library: Repository;
  beforeEach(() => {
    repository = new Repository();
    library = new Repository();
    library.commit('one', { 'a.psirt.yaml': assessmentOf({ '1.1': 3 }) });
    repository.commit('start', { 'b.psirt.yaml': assessmentOf({ '1.1': 3 }) });
  });
  afterEach(() => {
    repository.remove();
    library.remove();
  });
  /** `path message` of scores that dropped. */
  const found = async (...args: string[]): Promise<string[]> => {
    const outcome = await repository.run(['check', '--format', 'json', ...args]);
    assert.equal(outcome.stderr, '');
    return parsed(outcome).assessments.flatMap(({ path, problems }) =>
      problems.filter(({ rule }) => rule === 'score-dropped').map(({ message }) => `${path} ${message}`),
    );
  };
  const addSubmodule = () => {
    repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.folder, 'lib');
    repository.commit('submodule');
  };
  const lower = (score: number) => {
    repository.write({ 'lib/a.psirt.yaml': assessmentOf({ '1.1': score }) });
    repository.git(...inSubmodule('lib'), 'commit', '--quiet', '--all', '--message', String(score));
    repository.commit('submodule moved');
  };

  it('is compared with what the repository around it had recorded, not with a revision of that name', async () => {
    addSubmodule();
    repository.git('checkout', '--quiet', '-b', 'topic');
    lower(2);
    const drop = 'lib/a.psirt.yaml 1.1: the score of 2 is lower than 3 in main.';
    assert.deepEqual(await found('--against', 'main'), [drop]);
    const { stdout } = await repository.run(['compare', 'lib/a.psirt.yaml', '--against', 'main']);
    assert.match(stdout, /main:lib\/a\.psirt\.yaml → lib\/a\.psirt\.yaml/);
  });

  it('is compared with its own revision where one stands in it', async () => {
    addSubmodule();
    lower(2);
    lower(1);
    const { stdout } = await repository.run(['check', '--against', 'HEAD~1'], { folder: 'lib' });
    assert.match(stdout, /score of 1 is lower than 2 in HEAD~1/);
  });

  it('is compared with the files that stood there before it was one', async () => {
    repository.commit('files', { 'lib/a.psirt.yaml': assessmentOf({ '1.1': 5 }) });
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.git('rm', '--quiet', '-r', 'lib');
    addSubmodule();
    const drop = 'lib/a.psirt.yaml 1.1: the score of 3 is lower than 5 in main.';
    assert.deepEqual(await found('--against', 'main'), [drop]);
    assert.deepEqual(await found('--against', 'HEAD~1', 'lib'), [drop.replace('main', 'HEAD~1')]);
  });

  it('has no earlier version, which is said, where the commit recorded is missing', async () => {
    addSubmodule();
    const recorded = repository.git('rev-parse', 'HEAD:lib');
    repository.git('update-index', '--cacheinfo', `160000,${'1'.repeat(40)},lib`);
    repository.git('commit', '--quiet', '--message', 'elsewhere');
    repository.git('update-index', '--cacheinfo', `160000,${recorded},lib`);
    const { status, stderr } = await repository.run(['check', '--against', 'HEAD']);
    assert.equal(status, 2);
    assert.match(stderr, /lib\/: commit 111111111111, which HEAD records for this submodule, is missing/);
  });

  it('is compared by revisions of its own repository where that merely stands there', async () => {
    repository.write({ '.git/info/exclude': 'lib\n' });
    repository.git('clone', '--quiet', library.folder, 'lib');
    lower(2);
    const drop = 'lib/a.psirt.yaml 1.1: the score of 2 is lower than 3 in HEAD~1.';
    assert.deepEqual(await found('--against', 'HEAD~1', 'lib'), [drop]);
  });
});
