/** Keeps the index of assessments in a file from one opening of the workspace to the next. */
import type { IndexedFile, KeptEntry } from './indexed-file';
import { longestIndex, readEntries, writeEntries } from './kept-entries';

/** Where the index is kept. */
export interface KeptFile {
  /** The content of the file; `undefined` where there is none, or a longer one. Rejects where it cannot be read. */
  read(longest: number): Promise<Uint8Array | undefined>;
  /** Replaces the file by one with another content. Rejects where that is not possible. */
  write(content: Uint8Array): Promise<void>;
}

/** The time without changes after which they are written, in milliseconds. */
const pause = 1000;

export class KeptIndex {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing = Promise.resolve();

  /** Nothing is kept without a file. */
  constructor(
    private readonly file: KeptFile | undefined,
    private readonly version: string,
  ) {}

  /** The entries kept last, by address; none where they cannot be read, or are not from this version. */
  async read(): Promise<Map<string, KeptEntry>> {
    try {
      const bytes = await this.file?.read(longestIndex);
      if (bytes) return await readEntries(bytes, this.version);
    } catch {
      // It is made anew in any case.
    }
    return new Map();
  }

  /** Writes the entries there will be once they have not changed for a while. */
  schedule(entries: () => Iterable<IndexedFile>): void {
    if (!this.file) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void (this.writing = this.writing.then(() => this.write(entries()))), pause);
  }

  private async write(entries: Iterable<IndexedFile>): Promise<void> {
    try {
      await this.file?.write(await writeEntries(entries, this.version));
    } catch {
      // The storage may be full or read-only: all files are then read the next time, too.
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
