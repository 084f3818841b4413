/** What the command line is connected to: streams, environment, clock. The tests hand in their own. */
import { Writable } from 'node:stream';
import type { Language } from '../messages/messages';
import { languageOf } from '../messages/messages';
import { isSimple, simpleWidth, type Measure } from '../report/columns';
import { coloured, plain, type Paint } from '../report/paint';

export interface Output {
  write(content: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** It is a file by its name, which whoever opens it reads as text. */
  readonly isFile?: boolean;
}

/** Writes, and waits where the reader is slower: what is not read yet is not to pile up. A reader that has gone reads no more. */
export async function write(output: Output, content: string | Uint8Array): Promise<void> {
  if (output.write(content) !== false || !(output instanceof Writable) || output.destroyed) return;
  const events = ['drain', 'close', 'error'];
  await new Promise<void>((resolve) => {
    const done = () => {
      for (const event of events) output.off(event, done);
      resolve();
    };
    for (const event of events) output.on(event, done);
  });
}

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Io {
  /** The current folder, absolute. */
  readonly cwd: string;
  readonly env: Environment;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  now(): Date;
}

/** The language the environment asks for; an empty variable counts as none, as POSIX has it. */
export function environmentLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  return languageOf(LC_ALL || LC_MESSAGES || LANG);
}

/**
 * Colours where a person looks at them and wants them, never in a file: `FORCE_COLOR`, then `NO_COLOR`, then what the
 * terminal can do.
 */
export function paintFor({ isTTY, isFile }: Output, { FORCE_COLOR, NO_COLOR, TERM }: Environment): Paint {
  if (isFile) return plain;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? plain : coloured;
  return isTTY && !NO_COLOR && TERM !== 'dumb' ? coloured : plain;
}

/** Columns of the terminal an output goes to, or `otherwise` where it goes to none. */
export function columnsOf({ isTTY, columns }: Output, otherwise: number): number {
  return isTTY && columns ? columns : otherwise;
}

/**
 * How to measure some text. The package that knows emoji and combining characters takes longer to load than a table to
 * draw, so it is loaded for text that has such characters alone.
 */
export async function measureFor(text: string): Promise<Measure> {
  return isSimple(text) ? simpleWidth : (await import('string-width')).default;
}
