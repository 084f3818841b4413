import assert from 'node:assert/strict';
import { linkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from '../../../src/node/files';
import { withinAwaited } from '../../support/within';
import { Session } from '../../support/session';
import { itOnUnix } from '../../support/unix';

describe('finding assessments', () => {
  let session: Session;
  const found = async (...args: string[]) => (await findFiles(args, session.folder)).paths;
  const failures = async (...args: string[]) =>
    (await findFiles(args, session.folder)).failures.map(({ key, parameters }) => [key, parameters.path]);
  beforeEach(() => {
    session = new Session().write({
      'b.psirt.yaml': '',
      'a.psirt.yml': '',
      'a.yaml': '',
      'psirt.yaml': '',
      'docs/deep/er/c.psirt.yaml': '',
      'docs/d.psirt.yaml': '',
      'docs/notes.md': '',
      'node_modules/x/e.psirt.yaml': '',
      '.git/f.psirt.yaml': '',
      '.hidden/g.psirt.yaml': '',
      'empty/readme.md': '',
    });
  });
  afterEach(() => session.remove());

  const everything = ['a.psirt.yml', 'b.psirt.yaml', 'docs/d.psirt.yaml', 'docs/deep/er/c.psirt.yaml'];

  it('looks below the current folder when no path is given, past dot folders and node_modules', async () => {
    assert.deepEqual(await found(), everything);
  });

  it('takes files whatever they are called, folders, and absolute paths', async () => {
    assert.deepEqual(await found('a.yaml', 'docs/'), ['a.yaml', 'docs/d.psirt.yaml', 'docs/deep/er/c.psirt.yaml']);
    const absolute = join(session.folder, 'docs');
    assert.deepEqual(await found(absolute), [`${absolute}/d.psirt.yaml`, `${absolute}/deep/er/c.psirt.yaml`]);
  });

  it('enters a folder it would skip when that is what is asked for', async () => {
    assert.deepEqual(await found('node_modules', '.hidden'), ['.hidden/g.psirt.yaml', 'node_modules/x/e.psirt.yaml']);
  });

  it('lists a file once, however it is named', async () => {
    assert.deepEqual(
      await found('.', './b.psirt.yaml', 'docs/../b.psirt.yaml', 'b*', join(session.folder, 'a.psirt.yml')),
      [join(session.folder, 'a.psirt.yml'), ...everything.slice(1)],
    );
  });

  it('lists a file once, whichever links lead to it: by the path that has none', async () => {
    const at = (path: string) => join(session.folder, path);
    symlinkSync('b.psirt.yaml', at('a-link.psirt.yaml'));
    symlinkSync('docs', at('a-folder'));
    linkSync(at('docs/d.psirt.yaml'), at('docs/hard.psirt.yaml'));
    assert.deepEqual(await found(), everything);
    assert.deepEqual(await found('*.psirt.yaml', 'a-folder/*.yaml', 'docs'), everything.slice(1));
    assert.deepEqual(await found('a-link.psirt.yaml'), ['a-link.psirt.yaml'], 'a link that is all that is named');
    session.write({ 'one/x.psirt.yaml': 'same', 'two/x.psirt.yaml': 'same' });
    const namesakes = ['one/x.psirt.yaml', 'two/x.psirt.yaml'];
    assert.deepEqual(await found('one', 'two'), namesakes, 'two files that say the same');
  });

  it('expands globs', async () => {
    assert.deepEqual(await found('*.psirt.yaml'), ['b.psirt.yaml']);
    assert.deepEqual(await found('docs/**/*.psirt.yaml'), ['docs/d.psirt.yaml', 'docs/deep/er/c.psirt.yaml']);
    assert.deepEqual(await found('**/[cd].psirt.y?ml'), ['docs/d.psirt.yaml', 'docs/deep/er/c.psirt.yaml']);
    assert.deepEqual(await found('**/[!cd].psirt.*'), ['a.psirt.yml', 'b.psirt.yaml']);
    assert.deepEqual(await found('{docs/d,b}.psirt.{yaml,yml}'), ['b.psirt.yaml', 'docs/d.psirt.yaml']);
    assert.deepEqual(await found('./d*/*.psirt.yaml'), ['docs/d.psirt.yaml']);
    assert.deepEqual(await found(join(session.folder, 'docs', '*.psirt.yaml')), [
      join(session.folder, 'docs/d.psirt.yaml'),
    ]);
    assert.deepEqual(await found('.hid*/*'), ['.hidden/g.psirt.yaml']);
  });

  it('takes a file whose name looks like a glob for itself', async () => {
    session.write({ '[b].psirt.yaml': '' });
    assert.deepEqual(await found('[b].psirt.yaml'), ['[b].psirt.yaml']);
  });

  it('matches names whatever is in them', async () => {
    const odd = ['new\nline', 'router (v2)', 'a|b+c', '$x^y', '!not', '#no', "it's", '𠮷田', 'ガ'.normalize('NFD')];
    session.write(Object.fromEntries(odd.map((name) => [`odd/${name}.psirt.yaml`, ''])));
    assert.equal((await found('odd/*.psirt.yaml')).length, odd.length);
    assert.equal((await found('odd/')).length, odd.length);
    const patterns = ['new*', 'router (v2)*', 'a|b+*', '$x^*', '!n*', '#n*', "it's*", '?田*', 'ガ*'];
    for (const [index, pattern] of patterns.entries()) {
      assert.deepEqual(await found(`odd/${pattern}`), [`odd/${odd[index] ?? ''}.psirt.yaml`], pattern);
    }
  });

  it('takes brackets and braces for themselves where a folder has them in its name', async () => {
    session.write({ 'docs [v1]/x.psirt.yaml': '', 'docs {1,2}/y.psirt.yaml': '', 'docs v/z.psirt.yaml': '' });
    session.write({ 'in/docs [v1]/deep/w.psirt.yaml': '' });
    assert.deepEqual(await found('docs [v1]/*.yaml'), ['docs [v1]/x.psirt.yaml']);
    assert.deepEqual(await found('docs {1,2}/*.yaml'), ['docs {1,2}/y.psirt.yaml']);
    assert.deepEqual(await found('in/docs [v1]/**/*.yaml', '*/docs [v1]/*/*'), ['in/docs [v1]/deep/w.psirt.yaml']);
    assert.deepEqual(await found('docs [u-w]/*.yaml'), ['docs v/z.psirt.yaml']);
    assert.deepEqual(await found('docs ?v1]/*.yaml', 'docs \\[v1\\]/*'), ['docs [v1]/x.psirt.yaml']);
    const both = ['docs/d.psirt.yaml', 'in/docs [v1]/deep/w.psirt.yaml'];
    assert.deepEqual(await found('{docs/d,in/docs ?v1]/deep/w}.psirt.yaml'), both);
  });

  it('lets no file whose name looks like a glob stand for all the others', async () => {
    session.write({ '*.psirt.yaml': '', 'd*/own.psirt.yaml': '' });
    assert.deepEqual(await found('*.psirt.yaml'), ['*.psirt.yaml', 'b.psirt.yaml']);
    assert.deepEqual(await found('d*/*.psirt.yaml'), ['d*/own.psirt.yaml', 'docs/d.psirt.yaml']);
    assert.deepEqual(await found('d*'), ['d*/own.psirt.yaml']);
  });

  it('finds endings in any case, as they come from other systems', async () => {
    session.write({ 'caps/A.PSIRT.YAML': '', 'caps/b.Psirt.Yml': '' });
    assert.deepEqual(await found('caps'), ['caps/A.PSIRT.YAML', 'caps/b.Psirt.Yml']);
  });

  it('does not take an empty argument for the current folder', async () => {
    assert.deepEqual(await failures(''), [['cli.not-found', '""']]);
  });

  it('follows links to folders, but not in circles, and not above where it started', async () => {
    symlinkSync('..', join(session.folder, 'docs', 'up'));
    symlinkSync('.', join(session.folder, 'docs', 'here'));
    symlinkSync('docs', join(session.folder, 'again'));
    assert.deepEqual(await found(), everything);
    assert.deepEqual(await found('docs'), everything.slice(2));
    session.write({ 'else/start/readme.md': '' });
    symlinkSync(join('..', '..', 'docs', 'deep'), join(session.folder, 'else', 'start', 'link'));
    assert.deepEqual(await found('else'), ['else/start/link/er/c.psirt.yaml']);
    assert.deepEqual(await found('else/start/link'), ['else/start/link/er/c.psirt.yaml'], 'a link that is named');
  });

  it('says so of folders that lie deeper in each other than it looks', async () => {
    const levels = (count: number) => Array.from({ length: count }, () => 'd').join('/');
    session.write({ [`${levels(101)}/a.psirt.yaml`]: '', [`${levels(1000)}/b.psirt.yaml`]: '' });
    for (const argument of ['d', 'd/**', 'd/**/**/d/**/**/*.psirt.yaml']) {
      assert.deepEqual(await withinAwaited(8000, () => found(argument)), [`${levels(101)}/a.psirt.yaml`], argument);
      assert.deepEqual((await failures(argument))[0], ['cli.too-deep', levels(102)]);
    }
  });

  it('looks into a folder once, however many ways of a pattern lead there', async () => {
    for (let link = 0; link < 20; link++) symlinkSync('.', join(session.folder, 'docs', `link${link}`));
    const paths = await withinAwaited(8000, () => found('docs/*/*/*/*/*/*.psirt.yaml'));
    assert.deepEqual(paths.map((path) => path.slice(-12)).sort(), ['c.psirt.yaml', 'd.psirt.yaml']);
  });

  it('follows no link out of the repository', async () => {
    session.write({ 'repo/.git/HEAD': '', 'repo/team/own.psirt.yaml': '', 'neighbour/secret.psirt.yaml': '' });
    symlinkSync(join('..', '..', 'neighbour'), join(session.folder, 'repo', 'team', 'out'));
    symlinkSync(join('..', 'team'), join(session.folder, 'repo', 'team', 'within'));
    symlinkSync(
      join('..', '..', 'neighbour', 'secret.psirt.yaml'),
      join(session.folder, 'repo', 'team', 'other.psirt.yaml'),
    );
    assert.deepEqual(await found('repo'), ['repo/team/own.psirt.yaml']);
    assert.deepEqual(await failures('repo'), [['cli.stray-link', 'repo/team/other.psirt.yaml']]);
    assert.deepEqual(await found('repo/team/other.psirt.yaml'), ['repo/team/other.psirt.yaml'], 'a link that is named');
  });

  itOnUnix(
    'takes no link to a file of another kind for an assessment: its text would be printed as mistakes',
    async () => {
      session.write({ 'more/.git/config': 'token = secret', 'more/real.psirt.yaml': '', 'else/same.yaml': '' });
      const link = (to: string, name: string) => symlinkSync(to, join(session.folder, 'more', name));
      link('.git/config', 'config.psirt.yaml');
      link('/dev/zero', 'endless.psirt.yaml');
      link('real.psirt.yaml', 'latest.psirt.yaml');
      link('nowhere', 'broken.psirt.yaml');
      link('../else/same.yaml', 'same.yaml');
      link('.git/config', 'config.yaml');
      const strays = [
        ['cli.stray-link', 'more/config.psirt.yaml'],
        ['cli.stray-link', 'more/endless.psirt.yaml'],
      ];
      assert.deepEqual(await found('more'), ['more/broken.psirt.yaml', 'more/real.psirt.yaml']);
      assert.deepEqual((await failures('more')).sort(), strays);
      assert.deepEqual(await found('more/*.yaml'), ['more/real.psirt.yaml', 'more/same.yaml']);
      assert.deepEqual(
        (await failures('m*/*.yaml')).sort(),
        [...strays, ['cli.stray-link', 'more/config.yaml']].sort(),
      );
      const { status, stdout, stderr } = await session.run(['check', 'more/real.psirt.yaml', 'more']);
      assert.equal(status, 2);
      assert.match(stderr, /more\/config\.psirt\.yaml: a link/);
      assert.doesNotMatch(stdout + stderr, /secret/);
    },
  );

  it('lets others have a turn while it looks into many folders', async () => {
    session.write(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`many/${index}/a.md`, ''])));
    let [turns, isDone] = [0, false];
    const count = (): void => void (isDone || (turns++, setImmediate(count)));
    setImmediate(count);
    await found();
    isDone = true;
    assert.ok(turns >= 3, `${turns}`);
  });

  it('says what it could not find', async () => {
    assert.deepEqual(await failures('nope', 'b.psirt.yaml/x', 'empty', 'x*.yaml', '[z-a]', 'docs'), [
      ['cli.not-found', 'nope'],
      ['cli.not-found', 'b.psirt.yaml/x'],
      ['cli.no-assessments', 'empty'],
      ['cli.no-match', 'x*.yaml'],
      ['cli.no-match', '[z-a]'],
    ]);
  });
});
