/**
 * Reads YAML with the library. The command line loads this, and the library with it, when it is first called, which is
 * for few files: functions are all that is exported here (`build/late.mjs`).
 */
import { Composer, Lexer, Parser, type CST, type Document, type YAMLError } from 'yaml';
import type { MessageKey } from '../../messages/messages';
import type { Issue } from '../assessment';
import { strayMarkerOf } from './conflict-markers';
import { TooManyAliases, treeOf } from './library-tree';
import { lineEnd } from './text-edit';
import { maximumTokens, type YamlText } from './yaml-text';

/**
 * The deepest nesting that is read, several times that of any assessment. The library recurses for each level; a stack
 * overflow inside one of its regular expressions would end the process, without an error that can be caught.
 */
const maximumDepth = 64;

/** Limit of errors to collect, of which the first is reported: each costs more time than reading a line. */
const maximumErrors = 100;

/**
 * Options of the parser: keys stay text (`1.10` is not `1.1`), duplicate keys are reported by this program, and values
 * have the same meaning whatever a `%YAML` directive says.
 */
const yamlOptions = {
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  schema: 'core',
} as const;

/** The text exceeds a limit at this offset. */
class BeyondLimit extends Error {
  constructor(
    readonly offset: number,
    readonly key: MessageKey,
    readonly maximum: number,
  ) {
    super(key);
  }
}

/** Reads a text with the library, in whatever part of YAML it is written. Line breaks are `\n` or `\r\n`. */
export function readByLibrary(source: string): YamlText {
  const count = { tokens: 0 };
  try {
    const [document, second] = documentsOf(source, count);
    const issues = syntaxIssues(source, document, second);
    const tree =
      document &&
      treeOf(source, document, (span) => {
        if (issues.length === 0) issues.push({ rule: 'yaml-syntax', key: 'syntax.alias', parameters: {}, span });
      });
    return { tree, issues, broken: issues.length > 0, ...count };
  } catch (error) {
    return { issues: [refusal(error)], broken: true, ...count };
  }
}

/** The documents of a text, composed on demand; at least one. */
function documentsOf(text: string, count: { tokens: number }): Iterable<Document.Parsed> {
  const composer = new Composer(yamlOptions);
  limitErrors(composer);
  return composer.compose(tokensOf(text, count), true, text.length);
}

/** Limits the errors and warnings that the library collects, for which it has no option. */
function limitErrors(composer: Composer): void {
  const listener = composer as unknown as { onError: (...error: unknown[]) => void };
  const tell = listener.onError;
  let count = 0;
  listener.onError = (...error) => {
    if (++count <= maximumErrors) tell(...error);
  };
}

/** Whether a text has more tokens than are read: found without reading what they mean. */
export function hasTooManyTokens(text: string): boolean {
  // Each token is a character of the text, or marks one.
  if (text.length * 2 <= maximumTokens) return false;
  const tokens = new Lexer().lex(text);
  for (let count = 0; !tokens.next().done; ) if (++count > maximumTokens) return true;
  return false;
}

function* tokensOf(text: string, count: { tokens: number }): Generator<CST.Token> {
  const parser = new Parser();
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) if (token.type !== 'error' || ++errors <= maximumErrors) yield token;
    if (parser.stack.length > maximumDepth) throw new BeyondLimit(parser.offset, 'syntax.deep', maximumDepth);
    if (++count.tokens > maximumTokens) throw new BeyondLimit(parser.offset, 'syntax.many', maximumTokens);
  }
  yield* parser.end();
}

/** The issue for a text that is not read although it may be valid YAML. */
function refusal(error: unknown): Issue {
  if (error instanceof BeyondLimit) {
    const span = { start: Math.max(0, error.offset - 1), end: error.offset };
    return { rule: 'yaml-syntax', key: error.key, parameters: { maximum: error.maximum }, span };
  }
  if (!(error instanceof TooManyAliases)) throw error;
  return { rule: 'yaml-syntax', key: 'syntax.aliases', parameters: {}, span: error.span };
}

/**
 * The first syntax error only, since the following ones are mostly caused by it. Common errors have messages of ours;
 * for others the parser's English sentence is quoted.
 */
function syntaxIssues(
  text: string,
  document: Document.Parsed | undefined,
  second: Document.Parsed | undefined,
): Issue[] {
  const errors = document?.errors ?? [];
  const error = errors.reduce<YAMLError | undefined>(
    (first, candidate) => (first && first.pos[0] <= candidate.pos[0] ? first : candidate),
    undefined,
  );
  if (!error) return second ? [secondDocument(text, second)] : [];
  // The marker causes the parser's error, or repeated and nested keys that do.
  const stray = strayMarkerOf(text);
  if (stray) return [{ rule: 'yaml-syntax', key: 'syntax.conflict-marker', parameters: {}, span: stray }];
  const [at, end] = error.pos;
  // An error at the end of the text is reported at the last visible character.
  const start = Math.min(at, Math.max(0, text.trimEnd().length - 1));
  const span = {
    start: Math.min(start, text.length),
    end: Math.min(Math.max(end, start + 1), lineEnd(text, start), text.length),
  };
  const key =
    syntaxSentences.find(([sentence]) => sentence.test(error.message))?.[1] ??
    syntaxMessages[error.code] ??
    (text[start] === '\t' ? 'syntax.tab' : 'syntax.other');
  return [{ rule: 'yaml-syntax', key, parameters: { detail: error.message }, span }];
}

/** Reported at its `---`, or at its first characters: after `...` a document needs no marker. */
function secondDocument(text: string, { range: [start] }: Document.Parsed): Issue {
  return {
    rule: 'yaml-syntax',
    key: 'syntax.documents',
    parameters: {},
    span: { start, end: Math.min(start + 3, lineEnd(text, start)) },
  };
}

/** Errors that share a code with others; the parser's sentence distinguishes them. */
const syntaxSentences: readonly (readonly [RegExp, Issue['key']])[] = [
  [/^Implicit map keys need to be followed/, 'syntax.key'],
  [/^Missing (closing|,)| end with a /, 'syntax.missing-character'],
];

const syntaxMessages: Partial<Record<string, Issue['key']>> = {
  BAD_INDENT: 'syntax.indent',
  TAB_AS_INDENT: 'syntax.tab',
  MULTILINE_IMPLICIT_KEY: 'syntax.key',
  BLOCK_AS_IMPLICIT_KEY: 'syntax.key',
  KEY_OVER_1024_CHARS: 'syntax.key',
  UNEXPECTED_TOKEN: 'syntax.token',
  NON_STRING_KEY: 'syntax.key-type',
};
