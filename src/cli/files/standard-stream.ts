/** Standard output and standard error of the process. */
import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Stream } from './streams';

interface StandardStream extends Stream {
  /** What was written has arrived when `write` returns. */
  readonly isDirect?: boolean;
}

/** Milliseconds between two attempts to write to a pipe that is full and does not wait by itself. */
const pause = 2;

/**
 * Standard output or error. Files and pipes are written to directly: Node takes milliseconds to set up its stream,
 * which is used for terminals and on Windows. Either way a slow reader is waited for. An error is passed to `failed`,
 * and nothing is written any more; a reader that closes a pipe early (`| head`) is none.
 */
export function standardStream(
  descriptor: number,
  stream: () => NodeJS.WriteStream,
  failed: (error: NodeJS.ErrnoException) => void,
): StandardStream {
  const told = (error: NodeJS.ErrnoException): void => void (error.code === 'EPIPE' || failed(error));
  if (!isDirect(descriptor)) return stream().on('error', told);
  let isOpen = true;
  return {
    isDirect: true,
    write(content) {
      try {
        if (isOpen) writeAll(descriptor, Buffer.from(content as string));
      } catch (error) {
        isOpen = false;
        told(error as NodeJS.ErrnoException);
      }
    },
  };
}

/** Whether a descriptor is a file, a pipe or no output at all, which Node would also write to without delay. */
function isDirect(descriptor: number): boolean {
  if (process.platform === 'win32') return false;
  const stats = fstatSync(descriptor);
  return stats.isFile() || stats.isFIFO() || stats.isSocket() || stats.rdev === statSync('/dev/null').rdev;
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}
