/** What the command line is connected to: streams, environment, clock. */
import type { Language } from '../messages/messages';
import { languageOf } from '../messages/messages';
import { isSimple, simpleWidth, type Measure } from '../report/terminal/columns';
import { coloured, plain, type Paint } from '../report/terminal/paint';
import type { Surroundings } from '../node/surroundings';
import type { Output, Stream } from './files/streams';

export type Environment = Readonly<Record<string, string | undefined>>;

interface Connected<Out> extends Surroundings {
  readonly env: Environment;
  readonly stdout: Out;
  readonly stderr: Out;
}

/** What the program is started with. */
export type Process = Connected<Stream>;

/** What a command is given. */
export type Io = Connected<Output>;

/** The language the environment asks for; an empty variable counts as none, as POSIX has it. */
export function environmentLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  return languageOf(LC_ALL || LC_MESSAGES || LANG);
}

/**
 * Colours where a person looks at them and wants them, never in a file: `FORCE_COLOR`, then `NO_COLOR`, then what the
 * terminal can do.
 */
export function paintFor(
  { isTTY, isFile }: Pick<Stream, 'isTTY' | 'isFile'>,
  { FORCE_COLOR, NO_COLOR, TERM }: Environment,
): Paint {
  if (isFile) return plain;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? plain : coloured;
  return isTTY && !NO_COLOR && TERM !== 'dumb' ? coloured : plain;
}

/** Columns of the terminal an output goes to, or `otherwise` where it goes to none. */
export function columnsOf({ isTTY, columns }: Pick<Stream, 'isTTY' | 'columns'>, otherwise: number): number {
  return isTTY && columns ? columns : otherwise;
}

/**
 * How to measure some text. The package that knows emoji and combining characters takes longer to load than a table to
 * draw, so it is loaded for text that has such characters alone.
 */
export async function measureFor(text: string): Promise<Measure> {
  return isSimple(text) ? simpleWidth : (await import('string-width')).default;
}
