import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parseAssessment } from '../../../src/assessment/parse';
import { citationsIn, Documents } from '../../../src/cli/documents';
import { parsed, Session } from './session';

describe('documents cited as evidence', () => {
  let session: Session;
  beforeEach(() => (session = new Session()));
  afterEach(() => session.remove());

  /** What is known of the documents a file in `folder` cites, as a list of path and existence. */
  async function lookedUp(folder: string, cwd: string, ...links: string[]) {
    const text = `services:\n  "1.1":\n    evidence:\n${links.map((link) => `      - ${JSON.stringify(link)}\n`).join('')}`;
    const at = (path: string) => join(session.folder, path);
    return new Documents(at(cwd)).of(citationsIn(parseAssessment(text)), at(folder));
  }
  const existence = async (...args: Parameters<typeof lookedUp>) =>
    [...(await lookedUp(...args))].map(([path, { exists }]) => [path, exists]);

  it('are sought from the file, and with a leading / from the root of the repository', async () => {
    session.write({ 'repo/.git/HEAD': '', 'repo/docs/a.md': '', 'repo/team/docs/b.md': '', 'repo/team/x': '' });
    assert.deepEqual(await existence('repo/team', '.', 'docs/b.md', '/docs/a.md', '../docs/a.md', 'docs/a.md', '/docs', '/team/docs/b.md'), [
      ['docs/b.md', true],
      ['/docs/a.md', true],
      ['../docs/a.md', true],
      ['docs/a.md', false],
      ['/docs', true],
      ['/team/docs/b.md', true],
    ]);
  });

  it('are sought from the current folder where there is no repository, or from the file when that is elsewhere', async () => {
    session.write({ 'here/docs/a.md': '', 'here/team/x': '', 'there/docs/b.md': '' });
    assert.deepEqual(await existence('here/team', 'here', '/docs/a.md'), [['/docs/a.md', true]]);
    assert.deepEqual(await existence('there', 'here', '/docs/b.md', 'docs/b.md'), [['/docs/b.md', true], ['docs/b.md', true]]);
  });

  it('are never sought outside of it, not even behind a link', async () => {
    session.write({ 'repo/.git/HEAD': '', 'secret.md': '# Secret\n' });
    symlinkSync(join('..', 'secret.md'), join(session.folder, 'repo', 'link.md'));
    symlinkSync('repo', join(session.folder, 'back'));
    assert.deepEqual(await existence('repo', 'repo', '../secret.md', '/../secret.md', 'link.md#secret', '../back/.git/HEAD'), [
      ['../secret.md', false],
      ['/../secret.md', false],
      ['link.md', false],
      ['../back/.git/HEAD', false],
    ]);
  });

  it('are not sought for web addresses and bare headings', async () => {
    assert.deepEqual(await existence('.', '.', 'https://example.com/a#b', 'mailto:psirt@example.com', '#roles'), []);
  });

  it('have their headings read where they are Markdown and a heading is cited', async () => {
    session.write({ 'a.md': '# Rôles\n', 'b.md': '# B\n', 'c.txt': '# C\n' });
    const documents = await lookedUp('.', '.', 'a.md', 'a.md#r%C3%B4les', 'b.md', 'c.txt#c');
    assert.deepEqual([...(documents.get('a.md')?.headings ?? [])], ['rôles']);
    assert.deepEqual([documents.get('b.md'), documents.get('c.txt')], [{ exists: true }, { exists: true }]);
  });

  it('that are missing, or lack the heading, are problems of check', async () => {
    session.write({
      'docs/charter.md': '# 役割と責任\n',
      'a.psirt.yaml': 'services:\n  "1.1":\n    score: 3\n    evidence:\n      - docs/charter.md#役割と責任\n      - docs/charter.md#nope\n      - docs/gone.md\n',
    });
    const [first] = parsed(await session.run(['check', '--format', 'json'])).assessments;
    const lines = first?.problems.filter(({ rule }) => rule === 'evidence-not-found').map(({ range }) => range.start.line);
    assert.deepEqual(lines, [5, 6]);
  });
});
