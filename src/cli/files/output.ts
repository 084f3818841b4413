/** The target of `--output`, and the format that its name implies. */
import { appendFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Translate } from '../../messages/messages';
import { choice } from '../commands/arguments';
import { complain } from '../complain';
import { errorCode, Failure } from '../../node/failure';
import { FileWriter, type Writing } from '../../node/file-writer';
import { leadsTo } from '../../node/output-file';
import { isOpened } from '../../node/read-file';
import { realPlace } from '../../node/real-path';
import { Output } from './streams';
import type { Io } from '../terminal';

/** The output of a command, to be finished or abandoned. */
export interface Destination {
  readonly output: Output;
  /**
   * Completes the output; reports on standard error what could not be preserved of a replaced file. Throws `Failure`.
   */
  finish(t: Translate): void;
  /** Leaves an existing file unchanged, unless the output is finished. */
  abandon(): void;
}

/**
 * The destination for `--output`: standard output when it is not given, a descriptor opened by the shell, or a file.
 * Throws `Failure`.
 */
export function destinationOf(path: string | undefined, io: Io, writing?: Writing): Destination {
  const stream = path === undefined ? io.stdout : streamOf(path, io);
  if (path === undefined || stream)
    return { output: stream ?? io.stdout, finish: () => undefined, abandon: () => undefined };
  refuseRunnerFiles(path, io);
  const writer = new FileWriter(path, io.cwd, writing);
  return {
    output: new Output({ write: (content) => writer.write(content), isFile: true }),
    finish: (t) => writer.finish().forEach((lost) => complain(lost, io, t)),
    abandon: writer.abandon,
  };
}

/** Files through which a step sets outputs, variables and programs of later steps in GitHub's runner. */
const runnerFiles = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];

/**
 * Refuses those files: a report would overwrite their content, and text from files would act as commands. Throws
 * `Failure`.
 */
function refuseRunnerFiles(path: string, { cwd, env }: Io): void {
  const file = realPlace(resolve(cwd, path));
  if (runnerFiles.some((name) => env[name] && leadsTo(env[name], file, cwd)))
    throw new Failure('cli.of-runner', { path });
}

/** Runs the work that writes to a destination. When it fails, an existing file stays unchanged. */
export async function writingTo<T>({ finish, abandon }: Destination, t: Translate, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    finish(t);
    return result;
  } finally {
    abandon();
  }
}

/** The output for a path that is open already: `-` and the system's names for standard streams. */
function streamOf(path: string, io: Io): Output | undefined {
  if (path === '-' || /^\/(dev\/stdout|(dev|proc\/self)\/fd\/1)$/.test(path)) return io.stdout;
  if (/^\/(dev\/stderr|(dev|proc\/self)\/fd\/2)$/.test(path)) return io.stderr;
  return isOpened(path) ? new Output({ write: (content) => append(path, content) }) : undefined;
}

function append(path: string, content: string | Uint8Array): void {
  try {
    appendFileSync(path, content);
  } catch (error) {
    throw new Failure('cli.unwritable', { path, code: errorCode(error) });
  }
}

/** Formats by name, with the endings of their files, without a dot; for a shared ending the first format is chosen. */
export type Formats<T extends string> = Readonly<Record<T, { readonly endings: readonly string[] }>>;

/** The named format, else the one for a file's ending, in any case, else the default. Throws `Failure`. */
export function formatOf<T extends string>(
  formats: Formats<T>,
  usual: T,
  { format, output }: { format?: string; output?: string },
): T {
  const ids = Object.keys(formats) as T[];
  const name = basename(output ?? '').toLowerCase();
  const named = choice('--format', format, ids);
  if (named !== undefined || !name.includes('.')) return named ?? usual;
  const known = ids.flatMap((id) => formats[id].endings.map((ending) => ({ id, ending: `.${ending}` })));
  const [best] = known.filter(({ ending }) => name.endsWith(ending)).sort((a, b) => b.ending.length - a.ending.length);
  if (best) return best.id;
  const all = [...new Set(known.map(({ ending }) => ending))].join(' ');
  throw new Failure('cli.output-ending', {
    path: output ?? '',
    ending: name.slice(name.lastIndexOf('.')),
    endings: all,
  });
}
