import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from '../../../src/cli/files';
import { Session } from './session';

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
    assert.deepEqual(await found('.', './b.psirt.yaml', 'docs/../b.psirt.yaml', 'b*', join(session.folder, 'a.psirt.yml')), [
      join(session.folder, 'a.psirt.yml'),
      ...everything.slice(1),
    ]);
  });

  it('expands globs', async () => {
    assert.deepEqual(await found('*.psirt.yaml'), ['b.psirt.yaml']);
    assert.deepEqual(await found('docs/**/*.psirt.yaml'), ['docs/d.psirt.yaml', 'docs/deep/er/c.psirt.yaml']);
    assert.deepEqual(await found('**/[cd].psirt.y?ml'), ['docs/d.psirt.yaml', 'docs/deep/er/c.psirt.yaml']);
    assert.deepEqual(await found('**/[!cd].psirt.*'), ['a.psirt.yml', 'b.psirt.yaml']);
    assert.deepEqual(await found('{docs/d,b}.psirt.{yaml,yml}'), ['b.psirt.yaml', 'docs/d.psirt.yaml']);
    assert.deepEqual(await found('./d*/*.psirt.yaml'), ['docs/d.psirt.yaml']);
    assert.deepEqual(await found(join(session.folder, 'docs', '*.psirt.yaml')), [join(session.folder, 'docs/d.psirt.yaml')]);
    assert.deepEqual(await found('.hid*/*'), ['.hidden/g.psirt.yaml']);
  });

  it('takes a file whose name looks like a glob for itself', async () => {
    session.write({ '[b].psirt.yaml': '' });
    assert.deepEqual(await found('[b].psirt.yaml'), ['[b].psirt.yaml']);
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
