/** Parses options and arguments by the options of the command they belong to. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { closest } from '../../assessment/closest';
import { languages, type Language } from '../../messages/messages';
import { Failure } from '../../node/failure';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** The options of every command. */
const common = { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const satisfies Options;

type Config<T extends Options> = { options: T & typeof common; strict: true; allowPositionals: true };

/** The values of options by name, and the positional arguments. */
export type Given<T extends Options> = Pick<ReturnType<typeof parseArgs<Config<T>>>, 'values' | 'positionals'>;

/** The result of parsing arguments. */
export interface Reading<T extends Options> {
  readonly given: Given<T>;
  /** The language chosen by `--lang`. */
  readonly language?: Language;
  readonly wantsHelp: boolean;
  /** The first error in the arguments; the values are not reliable then. */
  readonly failure?: Failure;
}

/** Parses arguments by the options they may name. Values, and what follows `--`, are never taken for options. */
export function readArguments<T extends Options>(args: readonly string[], own: T): Reading<T> {
  if (!args.some((argument) => argument.startsWith('-'))) return withoutOptions(args);
  const options: Options = { ...own, ...common };
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const { lang, help } = values as { lang?: string; help?: boolean };
  const language = languages.find((known) => known === lang);
  const wrong = tokens.flatMap((token) =>
    token.kind === 'option' ? (faultOf(token, args[token.index] ?? '', options) ?? []) : [],
  );
  const failure = wrong[0] ?? (lang !== undefined && !language ? badChoice('--lang', lang, languages) : undefined);
  return { given: { values, positionals } as unknown as Given<T>, language, wantsHelp: help === true, failure };
}

/** The result for arguments among which is no option: the parser takes as long to load as a file to be read. */
function withoutOptions<T extends Options>(positionals: readonly string[]): Reading<T> {
  return { given: { values: {}, positionals } as unknown as Given<T>, wantsHelp: false };
}

interface OptionToken {
  readonly name: string;
  /** As written: `-o`, `--output`. */
  readonly rawName: string;
  readonly value?: string;
  /** The value is part of the same argument. */
  readonly inlineValue?: boolean;
}

/** The error of an option in an argument; `undefined` for none. */
function faultOf(
  { name, rawName: option, value, inlineValue }: OptionToken,
  argument: string,
  options: Options,
): Failure | undefined {
  const known = Object.hasOwn(options, name) ? options[name] : undefined;
  const isLong = argument.startsWith('--');
  // Short options cannot be combined: `-hot.yaml` is a file name that begins like two of them. No value begins with
  // the equals sign of `-o=file`.
  const isFollowed = known?.type === 'string' && argument.startsWith(option) && !argument.startsWith(`${option}=`);
  const isOne = isLong || argument === option || isFollowed;
  if (!known || !isOne) return unknownOption(isLong ? option : argument, options);
  if (known.type === 'boolean')
    return value === undefined ? undefined : new Failure('cli.option-takes-no-value', { option });
  // What looks like an option is not taken for a value, unless it is part of the same argument.
  const looksLikeOption = !inlineValue && value !== undefined && /^-./.test(value);
  return value === undefined || looksLikeOption ? new Failure('cli.option-needs-value', { option }) : undefined;
}

function unknownOption(option: string, options: Options): Failure {
  const suggestion = closest(option.replace(/^-+/, ''), Object.keys(options));
  if (suggestion === undefined) return new Failure('cli.unknown-option', { option });
  return new Failure('cli.unknown-option.suggest', { option, suggestion: `--${suggestion}` });
}

/** The value of an option with a fixed set of words; `undefined` when it is not given. Throws `Failure`. */
export function choice<T extends string>(
  option: string,
  value: string | undefined,
  choices: readonly T[],
): T | undefined {
  const chosen = choices.find((candidate) => candidate === value);
  if (value !== undefined && chosen === undefined) throw badChoice(option, value, choices);
  return chosen;
}

function badChoice(option: string, value: string, choices: readonly string[]): Failure {
  return new Failure('cli.bad-choice', { option, value, choices: choices.join(' | ') });
}

/** Splits the arguments at the command: before it are options common to all commands, after it its own. */
export function splitCommand(args: readonly string[]): {
  before: readonly string[];
  command?: string;
  after: readonly string[];
} {
  const [first] = args;
  // The command nearly always comes first, and to parse all arguments for it takes as long as to read a file.
  if (first && !first.startsWith('-')) return { before: [], command: first, after: args.slice(1) };
  const { tokens } = parseArgs({
    args: [...args],
    options: common,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const token = tokens.find(({ kind }) => kind === 'positional');
  if (token?.kind !== 'positional') return { before: args, after: [] };
  return { before: args.slice(0, token.index), command: token.value, after: args.slice(token.index + 1) };
}
