import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { linksOf } from '../../../src/assessment/assessment';
import { parseAssessment } from '../../../src/assessment/parse';
import { CitedDocuments } from '../../../src/node/cited-documents';
import { withinAwaited } from '../../support/within';
import { parsed, Session } from '../../support/session';
import { yaml } from '../../support/yaml';
import { itOnUnix } from '../../support/unix';

describe('documents cited as evidence', () => {
  let session: Session;
  beforeEach(() => (session = new Session()));
  afterEach(() => session.remove());

  /** What is known of the documents a file in `folder` cites, by link. */
  async function lookedUp(folder: string, cwd: string, ...links: string[]) {
    const text = yaml`
      services:
        "1.1":
          evidence:
      ${links.map((link) => `      - ${JSON.stringify(link)}\n`).join('')}`;
    const at = (path: string) => join(session.folder, path);
    return new CitedDocuments(at(cwd)).of(linksOf(parseAssessment(text)), at(folder));
  }
  const existence = async (...args: Parameters<typeof lookedUp>) =>
    [...(await lookedUp(...args))].map(([link, { exists }]) => [link, exists]);

  it('have a digest where it is asked for: of files inside of the root, and not of too large ones', async () => {
    session.write({ 'repo/.git/HEAD': '', 'repo/a.txt': 'a\n', 'repo/b.txt': 'a\r\n', 'repo/large': '', secret: 'x' });
    truncateSync(join(session.folder, 'repo/large'), 20_000_001);
    symlinkSync(join(session.folder, 'secret'), join(session.folder, 'repo/link'));
    const links = ['a.txt', 'a.txt#L1', 'b.txt', '.', 'large', 'link', '../secret'].map(
      (link) => [link, true] as const,
    );
    const folder = join(session.folder, 'repo');
    const found = await new CitedDocuments(folder).of([...links, ['b.txt?', false], ['./a.txt', false]], folder);
    const digest = '87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7';
    assert.deepEqual(
      [...found].map(([link, document]) => [link, document.digest ?? document.tooLarge]),
      [
        ['a.txt', digest],
        ['a.txt#L1', digest],
        ['b.txt', digest],
        ['.', undefined],
        ['large', true],
        ['link', undefined],
        ['../secret', undefined],
        ['b.txt?', undefined],
        ['./a.txt', undefined],
      ],
    );
  });

  it('are sought from the file, and with a leading / from the root of the repository', async () => {
    session.write({ 'repo/.git/HEAD': '', 'repo/docs/a.md': '', 'repo/team/docs/b.md': '', 'repo/team/x': '' });
    assert.deepEqual(
      await existence(
        'repo/team',
        '.',
        'docs/b.md',
        '/docs/a.md',
        '../docs/a.md',
        'docs/a.md',
        '/docs',
        '/team/docs/b.md',
      ),
      [
        ['docs/b.md', true],
        ['/docs/a.md', true],
        ['../docs/a.md', true],
        ['docs/a.md', false],
        ['/docs', true],
        ['/team/docs/b.md', true],
      ],
    );
  });

  it('are sought from the current folder where there is no repository, or from the file when that is elsewhere', async () => {
    session.write({ 'here/docs/a.md': '', 'here/team/x': '', 'there/docs/b.md': '' });
    assert.deepEqual(await existence('here/team', 'here', '/docs/a.md'), [['/docs/a.md', true]]);
    assert.deepEqual(await existence('there', 'here', '/docs/b.md', 'docs/b.md'), [
      ['/docs/b.md', true],
      ['docs/b.md', true],
    ]);
  });

  it('are never sought outside of it, not even behind a link or percent-encoded', async () => {
    session.write({ 'repo/.git/HEAD': '', 'secret.md': '# Secret\n', 'sécret.md': '', 'repo/docs/x': '' });
    symlinkSync(join('..', 'secret.md'), join(session.folder, 'repo', 'link.md'));
    symlinkSync('..', join(session.folder, 'repo', 'out'));
    symlinkSync('repo', join(session.folder, 'back'));
    const outside = [
      '../secret.md',
      '/../secret.md',
      'link.md#secret',
      'link%2Emd',
      '../back/.git/HEAD',
      '%2e%2e/secret.md',
      '..%2Fsecret.md',
      '..%5Csecret.md',
      'docs/%2e%2e/%2E%2E/secret.md',
      '..\\secret.md',
      'out/secret.md',
      'out/se\u0301cret.md',
      'secret.md%00',
      '%2Fetc%2Fpasswd',
    ];
    assert.deepEqual(
      await existence('repo', 'repo', ...outside),
      outside.map((link) => [link, false]),
    );
  });

  it('are not sought for web addresses and bare headings', async () => {
    assert.deepEqual(await existence('.', '.', 'https://example.com/a#b', 'mailto:psirt@example.com', '#roles'), []);
  });

  it('have their headings read where they are Markdown and a heading is cited', async () => {
    session.write({ 'a.md': '# Rôles\n', 'b.md': '# B\n', 'c.txt': '# C\n' });
    const documents = await lookedUp('.', '.', 'a.md', 'a.md#r%C3%B4les', 'b.md', 'c.txt#c');
    assert.deepEqual([...(documents.get('a.md#r%C3%B4les')?.headings?.keys() ?? [])], ['rôles']);
    assert.deepEqual(
      ['a.md', 'b.md', 'c.txt#c'].map((link) => documents.get(link)),
      [
        { exists: true, path: 'a.md', fragment: '' },
        { exists: true, path: 'b.md', fragment: '' },
        { exists: true, path: 'c.txt', fragment: 'c' },
      ],
    );
  });

  it('are searched once for their headings, whichever names lead to the same text', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `d${index}.md`);
    const text = yaml`
      # ${'![['.repeat(20_000)}

      # Here
    `;
    const session = new Session().write({
      ...Object.fromEntries(names.map((name) => [name, text])),
      'a.psirt.yaml': yaml`
        sheet: psirt-maturity@1.0
        services: { "1.1": { score: 3, evidence: [${names.map((name) => `${name}#here`).join(', ')}] } }
      `,
    });
    const { stdout } = await withinAwaited(20_000, () => session.run(['check', '--format', 'unix']));
    assert.doesNotMatch(stdout, /evidence-not-found/);
    session.remove();
  });

  itOnUnix('are not read where they are long, or no files', async () => {
    session.write({ 'long.md': '# Roles\n', 'folder.md/x': '' });
    truncateSync(join(session.folder, 'long.md'), 8_000_000);
    execFileSync('mkfifo', [join(session.folder, 'pipe.md')]);
    const documents = await lookedUp('.', '.', 'long.md#roles', 'folder.md#roles', 'pipe.md#roles');
    assert.deepEqual(
      [...documents.values()].map(({ exists, tooLong, headings }) => [exists, tooLong, headings]),
      [
        [true, true, undefined],
        [true, undefined, undefined],
        [true, undefined, undefined],
      ],
    );
  });

  it('that are missing, or lack the heading, are problems of check', async () => {
    session.write({
      'docs/charter.md': '# 役割と責任\n',
      'a.psirt.yaml': yaml`
        services:
          "1.1":
            score: 3
            evidence:
              - docs/charter.md#役割と責任
              - docs/charter.md#nope
              - docs/gone.md
      `,
    });
    const [first] = parsed(await session.run(['check', '--format', 'json'])).assessments;
    const lines = first?.problems
      .filter(({ rule }) => rule === 'evidence-not-found')
      .map(({ range }) => range.start.line);
    assert.deepEqual(lines, [5, 6]);
  });
});
