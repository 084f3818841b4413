/** Options and arguments of a command. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { languages, type Language } from '../messages/messages';
import { Failure } from './failure';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What every command takes. */
const common = { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const satisfies Options;

interface Config<T extends Options> {
  args: string[];
  options: T & typeof common;
  strict: true;
  allowPositionals: true;
}

/** Options and positional arguments, typed by the options a command declares. Throws `Failure` on anything else. */
export function parseArguments<T extends Options>(args: readonly string[], options: T) {
  const config: Config<T> = { args: [...args], options: { ...options, ...common }, strict: true, allowPositionals: true };
  try {
    const parsed = parseArgs<Config<T>>(config);
    choice('--lang', (parsed.values as { lang?: string }).lang, languages);
    return parsed;
  } catch (error) {
    throw culprit(config) ?? error;
  }
}

/** Which argument the strict parser did not accept, to say so in the user's language. */
function culprit({ args, options }: { args: string[]; options: Options }): Failure | undefined {
  for (const token of parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true }).tokens) {
    if (token.kind !== 'option') continue;
    const { rawName: option, value } = token;
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!known) return new Failure('cli.unknown-option', { option });
    if (known.type === 'boolean' && value !== undefined) return new Failure('cli.option-takes-no-value', { option });
    // What looks like the next option is not taken for a value, unless it is joined by an equals sign.
    const looksLikeOption = !token.inlineValue && value !== undefined && /^-./.test(value);
    if (known.type === 'string' && (value === undefined || looksLikeOption)) return new Failure('cli.option-needs-value', { option });
  }
  return undefined;
}

/** The value of an option that takes one of a few words, or `undefined` when it is not given. Throws `Failure`. */
export function choice<T extends string>(option: string, value: string | undefined, choices: readonly T[]): T | undefined {
  const chosen = choices.find((candidate) => candidate === value);
  if (value !== undefined && chosen === undefined) {
    throw new Failure('cli.bad-choice', { option, value, choices: choices.join(' | ') });
  }
  return chosen;
}

/** The command among the arguments, with the arguments that are its own; options may stand before it. */
export function splitCommand(args: readonly string[]): { command: string; rest: string[] } | undefined {
  const token = lenient(args).tokens.find(({ kind }) => kind === 'positional');
  if (token?.kind !== 'positional') return undefined;
  parseArguments(args.slice(0, token.index), {});
  return { command: token.value, rest: args.filter((_, index) => index !== token.index) };
}

/** The language `--lang` asks for, if it is one we speak: needed before anything can be said about the arguments. */
export function requestedLanguage(args: readonly string[]): Language | undefined {
  const { lang } = lenient(args).values;
  return languages.find((language) => language === lang);
}

/** Whether help is asked for, whatever else the arguments say. */
export function wantsHelp(args: readonly string[]): boolean {
  return lenient(args).values.help === true;
}

/** The arguments as far as they are common to all commands. */
function lenient(args: readonly string[]) {
  return parseArgs({ args: [...args], options: common, strict: false, allowPositionals: true, tokens: true });
}
