import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { trackedPlace } from '../../../../src/cli/git/git';
import { committedVersions, readBlobs } from '../../../../src/cli/git/git-files';
import type { CommittedVersion } from '../../../../src/scoring/committed-version';
import { assessmentOf, Repository } from '../../../support/repository';
import { itOnUnix } from '../../../support/unix';

describe('the history of a file', () => {
  let repository: Repository;
  beforeEach(() => (repository = new Repository()));
  afterEach(() => repository.remove());

  const io = () => ({ cwd: repository.folder, env: repository.env });
  const history = async (
    path: string,
    onProgress?: (read: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<CommittedVersion[]> => {
    const versions: CommittedVersion[] = [];
    for await (const version of committedVersions(await trackedPlace(path, io(), signal), { onProgress }))
      versions.push(version);
    return versions;
  };

  it('is every committed version, newest first, with who, when and why; renames are followed', async () => {
    const old = '製品/旧 "1".psirt.yaml';
    const first = repository.commit('Begun: 開始', { [old]: assessmentOf({ '1.1': 1, '1.2': 2 }) });
    repository.commit('elsewhere', { 'b.txt': 'b' });
    repository.git('mv', old, 'new name.psirt.yaml');
    repository.commit('moved');
    const last = repository.commit('', { 'new name.psirt.yaml': assessmentOf({ '1.1': 2, '1.2': 2 }) }).slice(0, 40);
    const versions = await history('new name.psirt.yaml');
    assert.deepEqual(
      versions.map(({ path, subject }) => [path, subject]),
      [
        ['new name.psirt.yaml', ''],
        ['new name.psirt.yaml', 'moved'],
        [old, 'Begun: 開始'],
      ],
    );
    assert.deepEqual([versions[0]?.commit, versions[2]?.commit, versions[2]?.author], [last, first, 'Test']);
    assert.match(versions[0]?.date ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
    assert.equal(versions[2]?.text, assessmentOf({ '1.1': 1, '1.2': 2 }));
  });

  it('has versions of merged branches, and merges that changed the file themselves', async () => {
    repository.commit('start', { 'a.psirt.yaml': assessmentOf({ '1.1': 1 }) });
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.commit('side', { 'a.psirt.yaml': assessmentOf({ '1.1': 2 }) });
    repository.git('checkout', '--quiet', 'main');
    repository.commit('main', { 'a.psirt.yaml': assessmentOf({ '1.1': 3 }) });
    assert.throws(() => repository.git('merge', '--quiet', 'side'));
    repository.commit('merged', { 'a.psirt.yaml': assessmentOf({ '1.1': 4 }) });
    const scores = (await history('a.psirt.yaml')).map(({ subject, text }) => [
      subject,
      /"1\.1": (\d)/.exec(text)?.[1],
    ]);
    assert.deepEqual([...scores].sort(), [
      ['main', '3'],
      ['merged', '4'],
      ['side', '2'],
      ['start', '1'],
    ]);
    assert.deepEqual(scores[0], ['merged', '4']);
  });

  it('leaves out deletions and what is no text, and drops a byte order mark', async () => {
    repository.commit('one', { 'a.psirt.yaml': '\ufeffsubject: A\n' });
    repository.write({ 'a.psirt.yaml': Uint8Array.of(0x82, 0xa0) });
    repository.commit('Shift JIS');
    repository.git('rm', '--quiet', 'a.psirt.yaml');
    repository.commit('gone');
    repository.commit('back', { 'a.psirt.yaml': 'subject: B\n' });
    assert.deepEqual(
      (await history('a.psirt.yaml')).map(({ text }) => text),
      ['subject: B\n', 'subject: A\n'],
    );
  });

  it('is empty for a file that was never committed, also where nothing was', async () => {
    repository.write({ 'a.psirt.yaml': 'subject: A\n' });
    assert.deepEqual(await history('a.psirt.yaml'), []);
    repository.commit('other', {});
    repository.git('rm', '--quiet', '--cached', 'a.psirt.yaml');
    repository.write({ 'never.psirt.yaml': 'subject: A\n' });
    assert.deepEqual(await history('never.psirt.yaml'), []);
  });

  it('is not confused by subjects and names that look like what git prints', async () => {
    repository.commit(':100644 100644 aaaa bbbb M', { ':(top)*.psirt.yaml': 'subject: A\n' });
    repository.commit('a'.repeat(40), { ':(top)*.psirt.yaml': 'subject: B\n' });
    assert.deepEqual(
      (await history(':(top)*.psirt.yaml')).map(({ text, path }) => [text, path]),
      [
        ['subject: B\n', ':(top)*.psirt.yaml'],
        ['subject: A\n', ':(top)*.psirt.yaml'],
      ],
    );
  });

  itOnUnix(
    'is the same whatever the configuration says of output, replacements and a file that never ends',
    async () => {
      const first = repository.commit('始め', { 'products/a.psirt.yaml': 'subject: A\n' });
      repository.commit('next', { 'products/a.psirt.yaml': 'subject: B\n' });
      const plain = await history('products/a.psirt.yaml');
      const shown = plain.map(({ path, subject, text }) => [path, subject, text]);
      assert.deepEqual(shown, [
        ['products/a.psirt.yaml', 'next', 'subject: B\n'],
        ['products/a.psirt.yaml', '始め', 'subject: A\n'],
      ]);
      repository.git('replace', `${first}:products/a.psirt.yaml`, `HEAD:products/a.psirt.yaml`);
      execFileSync('mkfifo', [`${repository.folder}/.git/order`]);
      const settings = {
        'diff.relative': 'true',
        'diff.noprefix': 'true',
        'diff.renames': 'copies',
        'diff.orderFile': '.git/order',

        'log.showRoot': 'false',
        'log.follow': 'true',
        'log.decorate': 'full',
        'log.diffMerges': 'off',

        'format.pretty': 'oneline',
        'i18n.logOutputEncoding': 'Shift_JIS',
        'color.ui': 'always',

        'core.abbrev': '5',
        'mailmap.file': '.git/order',
      };
      for (const [key, value] of Object.entries(settings)) repository.git('config', key, value);
      assert.deepEqual(await history('products/a.psirt.yaml'), plain);
    },
  );

  it('leaves out links and submodules that stood at the path', async () => {
    repository.commit('one', { 'a.psirt.yaml': 'subject: A\n' });
    const link = repository.git('hash-object', '-w', 'a.psirt.yaml');
    for (const mode of ['120000', '160000']) {
      const id = mode === '120000' ? link : repository.git('rev-parse', 'HEAD');
      repository.git('update-index', '--cacheinfo', `${mode},${id},a.psirt.yaml`);
      repository.git('commit', '--quiet', '--message', mode);
    }
    repository.commit('again', { 'a.psirt.yaml': 'subject: B\n' });
    assert.deepEqual(
      (await history('a.psirt.yaml')).map(({ subject }) => subject),
      ['again', 'one'],
    );
  });

  describe('of many commits', () => {
    const count = 400;
    beforeEach(() => {
      const blocks = Array.from({ length: count }, (_, index) => {
        const text = assessmentOf({ '1.1': index % 6 }, `# ${index} ${'あ'.repeat(index % 50)}\n`);
        return `commit refs/heads/main\ncommitter T <t@example.com> ${1_700_000_000 + index * 60} +0900\ndata 1\nx\nM 100644 inline a.psirt.yaml\ndata ${Buffer.byteLength(text)}\n${text}\n`;
      });
      execFileSync('git', ['fast-import', '--quiet', '--force'], {
        cwd: repository.folder,
        env: repository.env,
        input: blocks.join(''),
      });
    });

    it('is read in order, telling how far it is', async () => {
      const told: string[] = [];
      const versions = await history('a.psirt.yaml', (read, total) => told.push(`${read}/${total}`));
      assert.equal(versions.length, count);
      versions.forEach(({ text }, index) => assert.match(text, new RegExp(`^# ${count - 1 - index} `, 'm')));
      assert.deepEqual([told[0], told.at(-1)], [`1/${count}`, `${count}/${count}`]);
    });

    it('can be given up on the way, or before', async () => {
      const control = new AbortController();
      let seen = 0;
      const reading = history('a.psirt.yaml', (read) => (seen = read) === 5 && control.abort(), control.signal);
      await assert.rejects(reading, { name: 'AbortError' });
      assert.ok(seen < count);
      await assert.rejects(history('a.psirt.yaml', undefined, AbortSignal.abort()), { name: 'AbortError' });
    });

    it('leaves no process behind for a reader that stops', async () => {
      for await (const version of committedVersions(await trackedPlace('a.psirt.yaml', io()))) {
        assert.match(version.text, /^# 399 /m);
        break;
      }
    });
  });

  it('knows an object that is missing from one that is empty', async () => {
    repository.commit('one', { 'a.txt': '' });
    const place = await trackedPlace('a.txt', io());
    const texts: (string | null | undefined)[] = [];
    for await (const text of readBlobs(place, ['e69de29bb2d1d6434b8b29ae775ad8c2e48c5391', '1'.repeat(40)]))
      texts.push(text);
    assert.deepEqual(texts, ['', undefined]);
  });
});
