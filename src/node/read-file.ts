/**
 * Reads named or found files: regular files, and what was opened for the process. Other pipes and devices, which a
 * repository may link to, could block the program or never end.
 */
import { isUtf8 } from 'node:buffer';
import { closeSync, constants, openSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure, unreadable } from './failure';
import { targetOf } from './real-path';
import type { Surroundings } from './surroundings';

/** The path that stands for standard input. */
export const standardInput = '-';

/** Whether a path means standard input: `-`, or a name the system gives it. */
export function isStandardInput(path: string): boolean {
  return path === standardInput || /^\/(dev\/stdin|(dev|proc\/self)\/fd\/0)$/.test(path);
}

/** Whether a path means a descriptor opened for the program, such as `/dev/fd/63` for a shell's `<(…)`. */
export function isOpened(path: string): boolean {
  return /^\/(dev|proc\/self)\/fd\/\d+$/.test(path);
}

/** The text of a file, without a byte order mark. Throws `Failure`. */
export async function readText(path: string, io: Surroundings): Promise<string> {
  return textOf(await readBytes(path, io), path);
}

/** Decodes the bytes of a file as UTF-8, without a byte order mark. Throws `Failure` for any other bytes. */
export function textOf(bytes: Buffer, path: string): string {
  if (!isUtf8(bytes)) throw new Failure('cli.not-text', { path });
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

/** The byte order mark at the start of a file, or an empty text. */
export function startOf(bytes: Buffer): string {
  return bytes.toString('utf8', 0, 3) === '\ufeff' ? '\ufeff' : '';
}

/** The bytes of a file. Throws `Failure`. */
export async function readBytes(path: string, io: Surroundings): Promise<Buffer> {
  if (isStandardInput(path)) return readAll(io.stdin, path);
  try {
    return isOpened(path) ? readFileSync(path) : readRegularFile(resolve(io.cwd, path), path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * The bytes of a regular file. Synchronous: for thousands of small files that takes a fraction of the time. Throws
 * `Failure` for a pipe or a device, which is not opened, and the operating system's error otherwise.
 */
export function readRegularFile(file: string, shown: string): Buffer {
  const kind = statSync(file);
  if (!kind.isFile() && !kind.isDirectory()) throw new Failure('cli.not-regular', { path: shown });
  // Non-blocking, in case the file was replaced by a pipe in between. Windows has no such flag.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Whether there is a file at a path. */
export function isFile(path: string, { cwd }: Pick<Surroundings, 'cwd'>): boolean {
  return targetOf(resolve(cwd, path))?.isFile() ?? false;
}

async function readAll(stream: AsyncIterable<Uint8Array>, path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk);
  } catch (error) {
    throw unreadable(path, error);
  }
  return Buffer.concat(chunks);
}
