import assert from 'node:assert/strict';
import { KeptIndex, type KeptFile } from '../../../../src/extension/assessments/kept-index';
import { entry } from '../../../support/index-entries';

/** A file in memory, that tells when it has been written. */
class MemoryFile implements KeptFile {
  content: Uint8Array | undefined;
  private onWritten: (() => void) | undefined;
  readonly written = new Promise<void>((resolve) => (this.onWritten = resolve));

  async read(longest: number): Promise<Uint8Array | undefined> {
    return this.content && this.content.length <= longest ? this.content : undefined;
  }

  async write(content: Uint8Array): Promise<void> {
    this.content = content;
    this.onWritten?.();
  }
}

/** A file with the entries of two assessments, as version 1 keeps them. */
async function keptFile(): Promise<MemoryFile> {
  const file = new MemoryFile();
  new KeptIndex(file, '1').schedule(() => [entry('/a.psirt.yaml'), entry('/b.psirt.yaml')]);
  await file.written;
  return file;
}

describe('the index of assessments that is kept', () => {
  let file: MemoryFile;
  let content: Uint8Array;
  before(async () => {
    file = await keptFile();
    content = file.content ?? new Uint8Array();
  });
  beforeEach(() => void (file.content = content));

  it('comes back as it was', async () => {
    const kept = await new KeptIndex(file, '1').read();
    assert.deepEqual([...kept.keys()], ['file:///a.psirt.yaml', 'file:///b.psirt.yaml']);
    const { content: figures, problems, basis } = entry('/a.psirt.yaml');
    assert.deepEqual(kept.get('file:///a.psirt.yaml'), { content: figures, problems, basis });
  });

  it('is dropped by another version of the extension', async () => {
    assert.equal((await new KeptIndex(file, '2').read()).size, 0);
  });

  it('is ignored where one byte is another, where the end is missing, and where it is something else', async () => {
    const flipped = content.map((byte, index) => (index === content.length - 20 ? byte ^ 1 : byte));
    const others = ['', '\n', '[]', '{"a":1}\n{}', '\uFEFF'].map((text) => new TextEncoder().encode(text));
    for (const damaged of [flipped, content.subarray(0, -1), Uint8Array.of(0xff, 0x0a), ...others]) {
      file.content = damaged;
      assert.equal((await new KeptIndex(file, '1').read()).size, 0, new TextDecoder().decode(damaged).slice(0, 80));
    }
  });

  it('is empty where there is none, where it is too long, and where it cannot be read', async () => {
    const failing: KeptFile = {
      read: () => Promise.reject(new Error('no')),
      write: () => Promise.reject(new Error('no')),
    };
    const long: KeptFile = { ...failing, read: async (longest) => (longest < 1e9 ? undefined : content) };
    for (const none of [undefined, new MemoryFile(), failing, long])
      assert.equal((await new KeptIndex(none, '1').read()).size, 0);
  });
});
