/** The command line as a function: arguments and streams in, exit status out. */
import { version } from '../../package.json';
import type { MessageKey, Translate } from '../messages/messages';
import { printableLines } from '../messages/printable';
import { loadMessages } from '../node/load-texts';
import { readArguments, splitCommand } from './commands/arguments';
import type { Command } from './commands/command';
import { complain } from './complain';
import { Failure } from '../node/failure';
import { outputsOf } from './files/streams';
import { environmentLanguage, type Io, type Process } from './terminal';

/** Loaded on demand: a short run spends most of its time on starting up. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check')).check,
  compare: async () => (await import('./commands/compare')).compare,
  crosswalk: async () => (await import('./commands/crosswalk')).crosswalk,
  git: async () => (await import('./commands/git')).gitSettings,
  import: async () => (await import('./commands/import')).importTable,
  lsp: async () => (await import('./commands/lsp')).lsp,
  mcp: async () => (await import('./commands/mcp')).mcp,
  merge: async () => (await import('./commands/merge')).merge,
  new: async () => (await import('./commands/new')).newFile,
  reconcile: async () => (await import('./commands/reconcile')).reconcile,
  report: async () => (await import('./commands/report')).report,
  sheet: async () => (await import('./commands/sheet')).sheet,
  'sign-off': async () => (await import('./commands/sign-off')).signOff,
  wording: async () => (await import('./commands/wording')).wording,
};

/**
 * Runs the command line, writes to the streams of `process`, and returns the exit status: 0 clean, 1 problems found, 2
 * wrong usage or unreadable input. Does not throw.
 */
export async function run(argv: readonly string[], process: Process): Promise<number> {
  const io: Io = {
    cwd: process.cwd,
    env: process.env,
    now: () => process.now(),
    ...outputsOf(process, process.env),
    // Opened only when it is read: an opened stream may keep the process alive.
    get stdin() {
      return process.stdin;
    },
  };
  const status = await statusOf(argv, io);
  await io.stdout.end();
  await io.stderr.end();
  return status;
}

async function statusOf(argv: readonly string[], io: Io): Promise<number> {
  const { before, command: name, after } = splitCommand(argv);
  const command = await commandOf(name);
  const general = readArguments(before, name === undefined ? { version: { type: 'boolean' } } : {});
  const own = readArguments(after, command?.options ?? {});
  const t = loadMessages(own.language ?? general.language ?? environmentLanguage(io.env));
  try {
    if (general.failure) throw general.failure;
    if (name === undefined) return answer(general.given.values, general.wantsHelp, io, t);
    if (!command) throw new Failure('cli.unknown-command', { value: name, commands: commandNames(t) });
    if (own.failure) throw own.failure;
    const asksForHelp = general.wantsHelp || own.wantsHelp;
    return asksForHelp ? help(`cli.help.${name}` as MessageKey, io, t) : await command.carryOut(own.given, io, t);
  } catch (error) {
    complain(error instanceof Failure ? error : internal(error), io, t);
    return 2;
  }
}

async function commandOf(name: string | undefined): Promise<Command | undefined> {
  return name !== undefined && Object.hasOwn(commands, name) ? commands[name]?.() : undefined;
}

/** Answers options without a command, such as `--version` and `--help`. */
function answer(values: Readonly<Record<string, unknown>>, wantsHelp: boolean, io: Io, t: Translate): number {
  if (wantsHelp) return help('cli.help', io, t);
  if (!values['version']) throw new Failure('cli.no-command', { commands: commandNames(t) });
  void io.stdout.write(printableLines(`${version}\n`));
  return 0;
}

function help(key: MessageKey, io: Io, t: Translate): number {
  void io.stdout.write(t(key));
  return 0;
}

function commandNames(t: Translate): string {
  return Object.keys(commands).join(t('list.separator'));
}

function internal(error: unknown): Failure {
  return new Failure('cli.internal', {
    detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
}
