import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileDigest } from '../../../../src/assessment/evidence/file-digest';
import { Session } from '../../../support/session';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const sha256sum = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Contents, and what each is. */
const contents: readonly (readonly [name: string, content: Buffer])[] = [
  ['a text with LF', bytes('# Charter\n\nRoles\n')],
  ['a text with CRLF', bytes('# Charter\r\n\r\nRoles\r\n')],
  ['a text with both', bytes('# Charter\r\nRoles\n')],
  ['a text in Shift_JIS', bytes('\x95\xf1\x8d\x90\r\n')],
  ['a text in UTF-8', Buffer.from('報告\r\n')],
  ['a text that ends as in DOS', bytes('text\r\n\x1a')],
  ['a text with form feed, backspace and escape', bytes('a\x0c\b\x1b[0m\r\n')],
  ['a CR alone', bytes('a\rb\r\n')],
  ['a CR at the end', bytes('a\r\nb\r')],
  ['NUL', bytes('PNG\r\n\0')],
  ['many control characters', bytes('\x01\x02\x7f%PDF\r\n')],
  ['one control character in 128', bytes(`${'a'.repeat(128)}\x01\r\n`)],
  ['one control character in 127', bytes(`${'a'.repeat(127)}\x01\r\n`)],
  ['nothing', bytes('')],
];

describe('the digest of a cited file', () => {
  it('is what sha256sum prints for a text with LF, and for a file that is no text', async () => {
    for (const content of [bytes('# Charter\n'), bytes('PNG\r\n\0'), bytes('a\rb\r\n')])
      assert.equal(await fileDigest(content), sha256sum(content));
  });

  it('is the same whichever line endings git checked a text out with', async () => {
    assert.equal(await fileDigest(bytes('a\r\nb\r\n')), await fileDigest(bytes('a\nb\n')));
    assert.notEqual(await fileDigest(bytes('a\nb\n')), await fileDigest(bytes('a\nb')));
  });

  it('takes for a text what git does', async () => {
    const session = new Session();
    const git = (content: Buffer): string => {
      const settings = ['-c', 'core.autocrlf=input', '-c', 'core.safecrlf=false'];
      return execFileSync('git', [...settings, 'hash-object', '--stdin', '--path', 'x'], {
        input: content,
        cwd: session.folder,
        encoding: 'utf8',
      });
    };
    execFileSync('git', ['init', '-q'], { cwd: session.folder });
    for (const [name, content] of contents) {
      const plain = Buffer.from(content.toString('latin1').replace(/\r\n/g, '\n'), 'latin1');
      const isText = git(content) === git(plain);
      assert.equal((await fileDigest(content)) === (await fileDigest(plain)), isText, name);
    }
    session.remove();
  });

  it('is the same without Web Crypto, which pages have in secure contexts only', async () => {
    for (const [name, content] of contents)
      assert.equal(await fileDigest(content, null), await fileDigest(content), name);
  });
});
