/** The environment of the command line: streams, variables, clock. */
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

/** What a command receives. */
export type Io = Connected<Output>;

/** The language of the environment; an empty variable counts as unset, as in POSIX. */
export function environmentLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  return languageOf(LC_ALL || LC_MESSAGES || LANG);
}

/**
 * Colours for terminals, never for files; controlled by `FORCE_COLOR`, then `NO_COLOR`, then the terminal's
 * capabilities.
 */
export function paintFor(
  { isTTY, isFile }: Pick<Stream, 'isTTY' | 'isFile'>,
  { FORCE_COLOR, NO_COLOR, TERM }: Environment,
): Paint {
  if (isFile) return plain;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? plain : coloured;
  return isTTY && !NO_COLOR && TERM !== 'dumb' ? coloured : plain;
}

/** The columns of the terminal that an output goes to; `otherwise` where it is not a terminal. */
export function columnsOf({ isTTY, columns }: Pick<Stream, 'isTTY' | 'columns'>, otherwise: number): number {
  return isTTY && columns ? columns : otherwise;
}

/**
 * How to measure a text. The package that knows emoji and combining characters takes longer to load than a table to
 * render, so it is loaded only for texts with such characters.
 */
export async function measureFor(text: string): Promise<Measure> {
  return isSimple(text) ? simpleWidth : (await import('string-width')).default;
}
