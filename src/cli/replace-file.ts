/** Files are written whole or not at all: who is killed in the middle of it leaves what was there. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file, with the folders it needs, over one that may be there. What is no regular file, such as a pipe, is written to. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const there = statSync(path, { throwIfNoEntry: false });
  if (there && !there.isFile()) return writeFileSync(path, content);
  // A link stays one: the file it leads to is replaced.
  const file = there ? realpathSync(path) : path;
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, content, { flag: 'wx', mode: there?.mode ?? 0o666 });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
