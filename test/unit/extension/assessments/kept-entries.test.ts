import assert from 'node:assert/strict';
import { digest } from '../../../../src/extension/assessments/digest';
import { readEntries, writeEntries } from '../../../../src/extension/assessments/kept-entries';
import { basis, entry } from '../../../support/index-entries';

const linesOf = (bytes: Uint8Array): string[] => new TextDecoder().decode(bytes).split('\n');

/** What is kept with other lines, and the digest of them. */
async function withLines(bytes: Uint8Array, lines: readonly unknown[]): Promise<Uint8Array> {
  const written = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const head = JSON.parse(linesOf(bytes)[0] ?? '') as unknown[];
  const sum = await digest(await digest(written));
  return new TextEncoder().encode(`${JSON.stringify([...head.slice(0, -1), sum])}\n${written}`);
}

const addresses = async (bytes: Uint8Array): Promise<string[]> => [...(await readEntries(bytes, '1')).keys()];

describe('the entries of the index that are kept', () => {
  it('are those whose basis is known, on file systems that tell when a file has changed', async () => {
    const text = await writeEntries(
      [
        entry('/kept.psirt.yaml'),
        entry('/remote.psirt.yaml', {}, 'vscode-remote'),
        entry('/open.psirt.yaml', { basis: undefined }),
        entry('/virtual.psirt.yaml', {}, 'vscode-vfs'),
        entry('/long.psirt.yaml', { basis: { ...basis, links: [['x'.repeat(200_000), true]] } }),
      ],
      '1',
    );
    assert.deepEqual(await addresses(text), ['file:///kept.psirt.yaml', 'vscode-remote:///remote.psirt.yaml']);
  });

  it('stay within a bound, whatever their number', async () => {
    const big = entry('/a.psirt.yaml', { basis: { ...basis, links: [['x'.repeat(90_000), true]] } });
    const text = await writeEntries(
      Array.from({ length: 500 }, () => big),
      '1',
    );
    assert.ok(text.length < 32_000_000 && text.length > 30_000_000, String(text.length));
    assert.equal((await readEntries(text, '1')).size, 1);
  });

  it('of another form are left out, though the digest is right', async () => {
    const text = await writeEntries([entry('/a.psirt.yaml')], '1');
    const [, finding, file] = linesOf(text);
    const good = JSON.parse(file ?? '') as Record<string, object>;
    const others = [
      '{',
      'null',
      { ...good, more: 1 },
      { ...good, address: 1 },
      { ...good, content: { unreadable: 'overview.unreadable' } },
      { ...good, problems: [[0, 0, 0, 0]] },
      { ...good, problems: [[1, 0, 0, 0, 0]] },
      ['no-rule', 'error', 'x'],
      { ...good, basis: { ...good['basis'], until: 'soon' } },
      { ...good, belongsTo: 'x' },
      '',
    ];
    assert.deepEqual(await addresses(await withLines(text, [finding, ...others, good])), ['file:///a.psirt.yaml']);
  });

  it('say what many files share once', async () => {
    const files = Array.from({ length: 100 }, (_, index) => entry(`/${index}.psirt.yaml`));
    const bytes = await writeEntries(files, '1');
    assert.equal(linesOf(bytes).filter((line) => line.includes('No target')).length, 1);
    const kept = await readEntries(bytes, '1');
    for (const { uri, problems } of files) assert.deepEqual(kept.get(uri.toString())?.problems, problems);
  });

  it('hold any text, and nothing of one becomes another line', async () => {
    const subject = 'a\nb\r\u2028\u{1F600}\uD800"';
    const { content } = entry('/a.psirt.yaml');
    const kept = await readEntries(
      await writeEntries([entry('/\n.psirt.yaml', { content: { ...content, subject } as typeof content })], '1'),
      '1',
    );
    assert.equal((kept.get('file:///\n.psirt.yaml')?.content as { subject: string }).subject, subject);
  });
});
