/**
 * An error the user can correct: wrong usage or unreadable input. The command line prints it as one line on standard
 * error and exits with status 2.
 */
import type { MessageKey, MessageParameters } from '../messages/messages';

export class Failure extends Error {
  constructor(
    readonly key: MessageKey,
    readonly parameters: MessageParameters = {},
  ) {
    super(key);
  }
}

/** The `code` of an error of the operating system, such as `ENOENT`, or the error's text where it has none. */
export function errorCode(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return typeof code === 'string' ? code : String(error);
}

/** The failure to report for a path that could not be read. */
export function unreadable(path: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Failure('cli.not-found', { path });
  if (code === 'EACCES' || code === 'EPERM') return new Failure('cli.denied', { path });
  return new Failure('cli.unreadable', { path, code });
}
