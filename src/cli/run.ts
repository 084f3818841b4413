/** The command line as a function: arguments and streams in, exit status out. */
import { version } from '../../package.json';
import { loadMessages } from './load-texts';
import type { MessageKey, Translate } from '../messages/messages';
import { parseArguments, requestedLanguage, splitCommand, wantsHelp } from './arguments';
import { complain, Failure } from './failure';
import { environmentLanguage, type Io } from './terminal';

/** Carries out a command; gives the exit status, or throws `Failure`. */
export type Command = (args: readonly string[], io: Io, t: Translate) => Promise<number>;

/** Loaded when they are called for: starting up is what a short run spends most of its time on. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check')).check,
  compare: async () => (await import('./compare')).compare,
  import: async () => (await import('./import')).importTable,
  new: async () => (await import('./new')).newFile,
  report: async () => (await import('./report')).report,
  sheet: async () => (await import('./sheet')).sheet,
  wording: async () => (await import('./wording')).wording,
};

/**
 * Runs the command line. Writes what it has to say to the streams of `io` and gives the exit status: 0 clean, 1
 * problems found, 2 wrong usage or unreadable input. Does not throw.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const t = loadMessages(requestedLanguage(argv) ?? environmentLanguage(io.env));
  try {
    const split = splitCommand(argv);
    return await (split ? dispatch(split.command, split.rest, io, t) : general(argv, io, t));
  } catch (error) {
    complain(error instanceof Failure ? error : internal(error), io, t);
    return 2;
  }
}

async function dispatch(command: string, rest: readonly string[], io: Io, t: Translate): Promise<number> {
  const load = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!load) throw new Failure('cli.unknown-command', { value: command, commands: commandNames(t) });
  const carryOut = await load();
  if (!wantsHelp(rest)) return carryOut(rest, io, t);
  io.stdout.write(t(`cli.help.${command}` as MessageKey));
  return 0;
}

/** What can be asked without a command. */
async function general(argv: readonly string[], io: Io, t: Translate): Promise<number> {
  const { values } = parseArguments(argv, { version: { type: 'boolean' } });
  if (values.help) io.stdout.write(t('cli.help'));
  else if (values.version) io.stdout.write(`${version}\n`);
  else throw new Failure('cli.no-command', { commands: commandNames(t) });
  return 0;
}

function commandNames(t: Translate): string {
  return Object.keys(commands).join(t('list.separator'));
}

function internal(error: unknown): Failure {
  return new Failure('cli.internal', { detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
