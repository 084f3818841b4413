/**
 * The one way files are written: completely or not at all. A killed process or a full disk leaves the previous content.
 */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { MessageKey } from '../messages/messages';
import { errorCode, Failure } from './failure';
import { outputFile, type Purpose } from './output-file';
import { readRegularFile } from './read-file';
import { isTaken, targetOf } from './real-path';

type Content = string | Uint8Array;

/** Conditions on the file that is written. */
export interface Writing extends Purpose {
  /** The message that refuses an existing file; without it an existing file is replaced. */
  readonly refusal?: 'cli.exists' | 'cli.exists-force';
  /** The content the file must still have when it is replaced: the new content was derived from it. */
  readonly expected?: Buffer;
}

/**
 * Writes a file, creating missing folders. Returns what could not be preserved of a replaced file. Throws `Failure`.
 */
export function writeFile(path: string, content: Content, cwd: string, writing?: Writing): readonly Failure[] {
  const writer = new FileWriter(path, cwd, writing);
  writer.write(content);
  return writer.finish();
}

/** A file being written, until it is finished. */
interface Draft {
  readonly path: string;
  readonly descriptor: number;
  isOpen: boolean;
  /** The file it replaces. */
  readonly there?: Stats;
}

export class FileWriter {
  private readonly file: string;
  private draft?: Draft;

  /** Checks that the file may be written; writes nothing yet. Throws `Failure` where it may not. */
  constructor(
    private readonly path: string,
    cwd: string,
    private readonly writing: Writing = {},
  ) {
    this.file = outputFile(path, cwd, writing);
    // A dangling link occupies the name, too.
    if (writing.refusal && isTaken(resolve(cwd, path))) throw this.failureOf({ code: 'EEXIST' });
  }

  /** Appends to the file. Throws `Failure`, and then leaves nothing behind. */
  write(content: Content): void {
    this.attempt(() => {
      this.draft ??= this.open();
      writeFileSync(this.draft.descriptor, content);
    });
  }

  /** Moves what was written into place. Returns what could not be preserved. Throws `Failure`. */
  finish(): readonly Failure[] {
    const { draft } = this;
    if (!draft) return [];
    const lost = this.attempt(() => {
      const attributes = draft.there ? keptBy(draft.descriptor, draft.there) : [];
      flush(draft.descriptor);
      this.close(draft);
      if (draft.path !== this.file) this.replace(draft);
      return attributes;
    });
    this.draft = undefined;
    return lost.map((key) => new Failure(key, { path: this.path }));
  }

  /** Removes what was written, unless the file is finished. */
  readonly abandon = (): void => {
    const { draft } = this;
    if (!draft) return;
    this.draft = undefined;
    this.close(draft);
    rmSync(draft.path, { force: true });
  };

  private attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.abandon();
      throw error instanceof Failure ? error : this.failureOf(error);
    }
  }

  private open(): Draft {
    const folder = dirname(this.file);
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw new Failure('cli.unwritable', { path: this.path, code: errorCode(error) });
    }
    const there = targetOf(this.file);
    // Renaming over a read-only file needs rights on its folder only, so its own are checked here.
    if (there) accessSync(this.file, constants.W_OK);
    // A new file is created under its final name, so that checking and creating are one step.
    const path = this.writing.refusal ? this.file : join(folder, `.${crypto.randomUUID().slice(0, 13)}.tmp`);
    const descriptor = openSync(path, 'wx', there ? 0o600 : 0o666);
    process.once('exit', this.abandon);
    return { path, descriptor, isOpen: true, there };
  }

  private close(draft: Draft): void {
    process.off('exit', this.abandon);
    if (!draft.isOpen) return;
    draft.isOpen = false;
    closeSync(draft.descriptor);
  }

  private replace(draft: Draft): void {
    const { expected } = this.writing;
    const isBase = !expected || readRegularFile(this.file, this.path).equals(expected);
    if (!isBase) throw new Failure('cli.changed-meanwhile', { path: this.path });
    renameSync(draft.path, this.file);
  }

  private failureOf(error: unknown): Failure {
    const code = errorCode(error);
    return new Failure((code === 'EEXIST' && this.writing.refusal) || 'cli.unwritable', { path: this.path, code });
  }
}

/**
 * Copies owner and permissions from the replaced file as far as the system permits. Returns what could not be copied.
 */
function keptBy(descriptor: number, there: Stats): MessageKey[] {
  const { uid, gid } = fstatSync(descriptor);
  const isSame = uid === there.uid && gid === there.gid;
  const isOwned = isSame || succeeds(() => fchownSync(descriptor, there.uid, there.gid));
  if (!isOwned) succeeds(() => fchownSync(descriptor, uid, there.gid));
  // With another owner, the set-user-id and set-group-id bits would grant that user's rights.
  const mode = there.mode & (isOwned ? 0o7777 : 0o777);
  const hasRights = succeeds(() => fchmodSync(descriptor, mode));
  const lost: MessageKey[] = there.nlink > 1 ? ['cli.lost-links'] : [];
  return isOwned && hasRights ? lost : [...lost, 'cli.lost-rights'];
}

/** Waits until the content is on disk, so that a power failure cannot leave an empty file under the name. */
function flush(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Some file systems do not support this.
    if (!['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(errorCode(error))) throw error;
  }
}

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
