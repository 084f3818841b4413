/**
 * Unpacks files of office programs, which are archives. They are untrusted: only the files that are wanted are
 * unpacked, within limits.
 */
import { unzipSync } from 'fflate';

/** Why an archive is refused. */
export class ArchiveRefused extends Error {
  constructor(readonly reason: 'damaged' | 'too-large') {
    super(reason);
  }
}

/** Limits of an archive: the number of its files, and the bytes unpacked of one and of all. */
export interface Limits {
  readonly files: number;
  readonly longest: number;
  readonly all: number;
}

/** The wanted files of an archive, by path as it is written there. Throws `ArchiveRefused`. */
export function unpacked(
  bytes: Uint8Array,
  limits: Limits,
  isWanted: (path: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  let [count, all] = [0, 0];
  const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) => {
    if (++count > limits.files) throw new ArchiveRefused('too-large');
    if (!isWanted(name)) return false;
    all += originalSize;
    // Unpacking stops at the size that the archive declares, so checking that is enough.
    if (originalSize > limits.longest || all > limits.all) throw new ArchiveRefused('too-large');
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    throw error instanceof ArchiveRefused ? error : new ArchiveRefused('damaged');
  }
}
