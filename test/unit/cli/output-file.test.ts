import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allScored, Session } from './session';

describe('what the command line writes', () => {
  let session: Session;
  const at = (...path: string[]) => join(session.folder, ...path);
  const run = (...args: string[]) => session.run(args, { folder: 'repo' });

  beforeEach(() => {
    session = new Session().write({ 'repo/.git/HEAD': '', 'repo/a.psirt.yaml': allScored(2), 'outside/precious.txt': 'precious', 'sheet.txt': '' });
    symlinkSync(join('..', 'outside', 'precious.txt'), at('repo', 'report.md'));
    symlinkSync(join('..', 'outside'), at('repo', 'out'));
    symlinkSync('a.psirt.yaml', at('repo', 'latest.psirt.yaml'));
  });
  afterEach(() => session.remove());

  const refused: [command: string, args: string[]][] = [
    ['report', ['report', 'a.psirt.yaml', '--output', 'report.md']],
    ['report', ['report', 'a.psirt.yaml', '--output', 'out/deeper/report.html']],
    ['check', ['check', 'a.psirt.yaml', '--cache', 'out/cache']],
    ['new', ['new', 'out/new']],
    ['wording', ['wording', 'import', '../sheet.txt', '--force', '--output', 'report.md']],
  ];
  for (const [index, [command, args]] of refused.entries()) {
    it(`leaves the repository by no link that ${command} meets (${index + 1})`, async () => {
      const { status, stderr } = await run(...args);
      assert.equal(status, 2);
      assert.match(stderr, /a link in this path leads outside the repository/);
      assert.equal(readFileSync(at('outside', 'precious.txt'), 'utf8'), 'precious');
      assert.ok(!existsSync(at('outside', 'deeper')) && !existsSync(at('outside', 'cache')) && !existsSync(at('outside', 'new.psirt.yaml')));
    });
  }

  it('goes where the user says that it is elsewhere, and through links within the repository', async () => {
    assert.equal((await run('report', 'a.psirt.yaml', '--output', '../outside/report.md')).status, 0);
    assert.ok(existsSync(at('outside', 'report.md')));
    mkdirSync(at('repo', 'docs'));
    symlinkSync('docs', at('repo', 'within'));
    assert.equal((await run('report', 'a.psirt.yaml', '--output', 'within/report.md')).status, 0);
    assert.ok(existsSync(at('repo', 'docs', 'report.md')));
  });

  it('is kept from a table imported through such a link, too', async () => {
    writeFileSync(at('outside', 'b.psirt.yaml'), allScored(2));
    writeFileSync(at('table.csv'), 'id,score\n1.1,3\n');
    const { status } = await run('import', '../table.csv', 'out/b.psirt.yaml');
    assert.equal(status, 2);
    assert.equal(readFileSync(at('outside', 'b.psirt.yaml'), 'utf8'), allScored(2));
    assert.equal((await run('import', '../table.csv', 'latest.psirt.yaml')).status, 0);
    assert.match(readFileSync(at('repo', 'a.psirt.yaml'), 'utf8'), /"1\.1": 3/);
  });
});
