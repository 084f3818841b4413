import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { driverSettings } from '../../../../src/cli/git/merge-driver';
import { assessmentOf, Repository } from '../../../support/repository';
import { main } from '../../../support/root';
import { yaml } from '../../../support/yaml';

const file = 'router.psirt.yaml';
/** A repository whose branches `main` and `other` gave a file different texts; `main` is checked out. */
function branched(base: string, ours: string, theirs: string): Repository {
  const repository = new Repository();
  // From the sources; what `git install` writes is looked at below.
  const driver = `'${process.execPath}' --import '${require.resolve('tsx')}' '${main}' merge %O %A %B`;
  repository.git('config', 'merge.psirt-maturity.driver', driver);
  repository.commit('base', { [file]: base, '.gitattributes': '*.psirt.yaml merge=psirt-maturity\n' });
  repository.git('checkout', '--quiet', '-b', 'other');
  repository.commit('theirs', { [file]: theirs });
  repository.git('checkout', '--quiet', 'main');
  repository.commit('ours', { [file]: ours });
  return repository;
}

describe('git, with the merge driver', () => {
  const texts = [
    assessmentOf({ '1.1': '2 # a', '1.2': 2 }),
    assessmentOf({ '1.1': '3 # a', '1.2': 2 }),
    assessmentOf({ '1.1': '2 # b', '1.2': 4 }),
  ] as const;
  const both = assessmentOf({ '1.1': '3 # b', '1.2': 4 });

  const ways: Readonly<Record<string, (repository: Repository) => void>> = {
    merge: (repository) => repository.git('merge', '--quiet', '--no-edit', 'other'),
    rebase: (repository) => repository.git('rebase', '--quiet', 'other'),
    'cherry-pick': (repository) => repository.git('cherry-pick', 'other'),
    'stash pop': (repository) => {
      repository.git('reset', '--quiet', '--soft', 'HEAD~');
      repository.git('stash', '--quiet');
      repository.git('merge', '--quiet', 'other');
      repository.git('stash', 'pop', '--quiet');
    },
  };
  for (const [way, work] of Object.entries(ways)) {
    it(`merges neighbouring services and a comment by ${way}`, () => {
      const repository = branched(...texts);
      work(repository);
      assert.equal(repository.read(file), both);
      repository.remove();
    });
  }

  it('stops where both changed a value, and marks that alone', () => {
    const other = assessmentOf({ '1.1': '5 # a', '1.2': 4 });
    const repository = branched(texts[0], texts[1], other);
    assert.throws(() => repository.git('merge', '--quiet', '--no-edit', 'other'));
    const marked = yaml`
      <<<<<<< ours
        "1.1": 3 # a
      =======
        "1.1": 5 # a
      >>>>>>> theirs
    `;
    assert.equal(repository.read(file), other.replace('  "1.1": 5 # a\n', marked));
    assert.match(repository.git('status', '--short'), /^UU router/);
    repository.remove();
  });
});

describe('git install', () => {
  it('says what it writes, changes nothing a second time, and is undone by uninstall', async () => {
    const repository = new Repository().write({ '.gitattributes': '*.png binary' }) as Repository;
    const config = repository.read('.git/config');
    const first = await repository.run(['git', 'install']);
    assert.equal(first.status, 0);
    assert.equal(first.stdout.split('\n').length, 5, first.stdout);
    assert.match(first.stdout, /set merge\.psirt-maturity\.driver = '.*' merge %O %A %B/);
    assert.match(first.stdout, /added “\*\.psirt\.yaml merge=psirt-maturity” to \.gitattributes/);
    const attributes = '*.png binary\n*.psirt.yaml merge=psirt-maturity\n*.psirt.yml merge=psirt-maturity\n';
    assert.equal(repository.read('.gitattributes'), attributes);
    assert.match(repository.git('check-attr', 'merge', file), /psirt-maturity$/);
    const installed = repository.read('.git/config');

    assert.equal((await repository.run(['git', 'install'])).stdout, 'already installed\n');
    assert.equal(repository.read('.git/config'), installed);

    assert.match((await repository.run(['git', 'uninstall'])).stdout, /^removed merge\.psirt-maturity/);
    assert.equal(repository.read('.gitattributes'), '*.png binary\n');
    assert.equal(repository.read('.git/config'), config);
    assert.equal((await repository.run(['git', 'uninstall'])).stdout, 'not installed\n');
    repository.remove();
  });

  it('leaves a repository without attributes as it was found, from any of its folders', async () => {
    const repository = new Repository();
    repository.write({ 'docs/a.md': '' });
    await repository.run(['git', 'install'], { folder: 'docs' });
    assert.ok(existsSync(join(repository.folder, '.gitattributes')));
    await repository.run(['git', 'uninstall'], { folder: 'docs' });
    assert.equal(existsSync(join(repository.folder, '.gitattributes')), false);
    repository.remove();
  });

  it('is refused outside of a repository, and for tasks there are none of', async () => {
    const repository = new Repository();
    assert.equal((await repository.run(['git', 'push'])).status, 2);
    repository.remove();
  });

  it('starts this program and nothing else, whatever is in its path', () => {
    const [, driver] = driverSettings(process.execPath, join('/a b', `it's "$(touch x)" 100%O`, 'cli.js'));
    const command = (driver?.value ?? '').replace(/^'[^']*'/, "printf '%s\\n'").replaceAll('%%', '%');
    const words = execFileSync('/bin/sh', ['-c', command.replace(' %O %A %B', ' o a b')]).toString();
    assert.equal(words, `/a b/it's "$(touch x)" 100%O/cli.js\nmerge\no\na\nb\n`);
    assert.match(driver?.value ?? '', /100%%O/);
  });
});
