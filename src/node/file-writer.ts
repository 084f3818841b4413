/**
 * The one way files are written: whole or not at all. Who is killed in the middle, or has no space left, leaves what
 * was there.
 */
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { MessageKey } from '../messages/messages';
import { errorCode, Failure } from './failure';
import { outputFile, type Purpose } from './output-file';
import { readRegularFile } from './read-file';
import { isTaken, targetOf } from './real-path';

type Content = string | Uint8Array;

/** What is asked of a file before it is written. */
export interface Writing extends Purpose {
  /** What to say where there is a file already; without it that one is replaced. */
  readonly refusal?: 'cli.exists' | 'cli.exists-force';
  /** What the file still has to say when it is replaced: what is written was made of it. */
  readonly expected?: Buffer;
}

/** Writes a file with the folders it needs. Gives what could not be kept of one that was there. Throws `Failure`. */
export function writeFile(path: string, content: Content, cwd: string, writing?: Writing): readonly Failure[] {
  const writer = new FileWriter(path, cwd, writing);
  writer.write(content);
  return writer.finish();
}

/** What is written, until it is finished. */
interface Draft {
  readonly path: string;
  readonly descriptor: number;
  isOpen: boolean;
  /** What it takes the place of. */
  readonly there?: fs.Stats;
}

export class FileWriter {
  private readonly file: string;
  private draft?: Draft;

  /** Throws `Failure` where nothing is to be written; does nothing yet. */
  constructor(
    private readonly path: string,
    cwd: string,
    private readonly writing: Writing = {},
  ) {
    this.file = outputFile(path, cwd, writing);
    // A link that leads nowhere is something, too.
    if (writing.refusal && isTaken(resolve(cwd, path))) throw this.failureOf({ code: 'EEXIST' });
  }

  /** Adds to the file. Throws `Failure`, and leaves nothing behind then. */
  write(content: Content): void {
    this.attempt(() => {
      this.draft ??= this.open();
      fs.writeFileSync(this.draft.descriptor, content);
    });
  }

  /** Puts what was written, if anything was, in its place. Gives what could not be kept. Throws `Failure`. */
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

  /** Leaves everything as it was, unless the file is finished. */
  readonly abandon = (): void => {
    const { draft } = this;
    if (!draft) return;
    this.draft = undefined;
    this.close(draft);
    fs.rmSync(draft.path, { force: true });
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
      fs.mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw new Failure('cli.unwritable', { path: this.path, code: errorCode(error) });
    }
    const there = targetOf(this.file);
    // It would be replaced though it is not to be written to: that is a right of the folder.
    if (there) fs.accessSync(this.file, fs.constants.W_OK);
    // A new file stands in its place at once, in the step that finds out that there is none.
    const path = this.writing.refusal ? this.file : join(folder, `.${randomUUID().slice(0, 13)}.tmp`);
    const descriptor = fs.openSync(path, 'wx', there ? 0o600 : 0o666);
    process.once('exit', this.abandon);
    return { path, descriptor, isOpen: true, there };
  }

  private close(draft: Draft): void {
    process.off('exit', this.abandon);
    if (!draft.isOpen) return;
    draft.isOpen = false;
    fs.closeSync(draft.descriptor);
  }

  private replace(draft: Draft): void {
    const { expected } = this.writing;
    const isBase = !expected || readRegularFile(this.file, this.path).equals(expected);
    if (!isBase) throw new Failure('cli.changed-meanwhile', { path: this.path });
    fs.renameSync(draft.path, this.file);
  }

  private failureOf(error: unknown): Failure {
    const code = errorCode(error);
    return new Failure((code === 'EEXIST' && this.writing.refusal) || 'cli.unwritable', { path: this.path, code });
  }
}

/**
 * Gives a file the owner and the rights of what was there, as far as the system lets us. Tells what it does not have.
 */
function keptBy(descriptor: number, there: fs.Stats): MessageKey[] {
  const { uid, gid } = fs.fstatSync(descriptor);
  const isSame = uid === there.uid && gid === there.gid;
  const isOwned = isSame || succeeds(() => fs.fchownSync(descriptor, there.uid, there.gid));
  if (!isOwned) succeeds(() => fs.fchownSync(descriptor, uid, there.gid));
  // Without ownership the set-user-id and set-group-id bits would grant the rights of another user.
  const mode = there.mode & (isOwned ? 0o7777 : 0o777);
  const hasRights = succeeds(() => fs.fchmodSync(descriptor, mode));
  const lost: MessageKey[] = there.nlink > 1 ? ['cli.lost-links'] : [];
  return isOwned && hasRights ? lost : [...lost, 'cli.lost-rights'];
}

/** Waits until the content is on the disk: after a failure of power the name is not to stand for an empty file. */
function flush(descriptor: number): void {
  try {
    fs.fsyncSync(descriptor);
  } catch (error) {
    // Some file systems cannot say.
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
