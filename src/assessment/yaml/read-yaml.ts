/** From text to located values: what YAML says, whatever file it is. Never throws. */
import { Composer, Lexer, Parser, type CST, type Document, type YAMLError } from 'yaml';
import type { MessageKey } from '../../messages/messages';
import type { Issue } from '../assessment';
import { conflictsOf, excerptOf, strayMarkerOf } from './conflict-markers';
import { lineEnd } from './text-edit';
import { TooManyAliases, treeOf, type Tree } from './tree';

/** Longest text that is read, in UTF-16 units: over a hundred times a full assessment. */
export const maximumLength = 1_000_000;

/**
 * Deepest nesting that is read, several times that of any assessment. The library calls itself once a level, and when
 * the stack runs out inside one of its regular expressions the whole process dies, which no `catch` would see.
 */
const maximumDepth = 64;

/**
 * Most words, marks and line breaks that are read: fourteen times those of a full assessment, and as many as take some
 * 30 ms to be read, which is how long an editor's thread may well be held.
 */
export const maximumTokens = 20_000;

/** Mistakes that are looked for, to tell the first of them: each costs more time than reading a line. */
const maximumErrors = 100;

/**
 * How files are parsed: keys stay text (`1.10` is not `1.1`), we report duplicate keys ourselves, and values mean the
 * same whatever a `%YAML` directive says.
 */
const yamlOptions = {
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  schema: 'core',
} as const;

/** The text goes beyond what is read at this offset. */
class BeyondLimit extends Error {
  constructor(
    readonly offset: number,
    readonly key: MessageKey,
    readonly maximum: number,
  ) {
    super(key);
  }
}

/** A text as it was read. */
export interface YamlText {
  /** The whole document as located values; `undefined` when empty or unreadable. */
  readonly tree?: Tree;
  /** It could not be read in full: what is missing may only be hidden by the error. */
  readonly broken: boolean;
  /** Why it is broken. */
  readonly issues: readonly Issue[];
  /** Words, marks and line breaks that were read. */
  readonly tokens: number;
}

/** Reads a text as one YAML document. */
export function readYaml(text: string): YamlText {
  const unreadable = unreadableReason(text);
  if (unreadable) return { issues: [unreadable], broken: true, tokens: 0 };
  const count = { tokens: 0 };
  try {
    const source = withLineFeeds(text);
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

/**
 * To YAML and to editors a carriage return by itself breaks a line, to the library it does not. Every place stays what
 * it is.
 */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** The documents of a text, composed as they are asked for; at least one. */
function documentsOf(text: string, count: { tokens: number }): Iterable<Document.Parsed> {
  const composer = new Composer(yamlOptions);
  limitErrors(composer);
  return composer.compose(tokensOf(text, count), true, text.length);
}

/** Has the library leave it at some errors and warnings; there is no option for it. */
function limitErrors(composer: Composer): void {
  const listener = composer as unknown as { onError: (...error: unknown[]) => void };
  const tell = listener.onError;
  let count = 0;
  listener.onError = (...error) => {
    if (++count <= maximumErrors) tell(...error);
  };
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

/** Why a text is not read although it may be YAML. */
function refusal(error: unknown): Issue {
  if (error instanceof BeyondLimit) {
    const span = { start: Math.max(0, error.offset - 1), end: error.offset };
    return { rule: 'yaml-syntax', key: error.key, parameters: { maximum: error.maximum }, span };
  }
  if (!(error instanceof TooManyAliases)) throw error;
  return { rule: 'yaml-syntax', key: 'syntax.aliases', parameters: {}, span: error.span };
}

function unreadableReason(text: string): Issue | undefined {
  const span = { start: 0, end: Math.min(lineEnd(text, 0), 80) };
  if (text.length > maximumLength) {
    const parameters = { size: (text.length / 1e6).toFixed(1), maximum: maximumLength / 1e6 };
    return { rule: 'yaml-syntax', key: 'syntax.large', parameters, span };
  }
  const binary = text.indexOf('\0');
  if (binary >= 0)
    return { rule: 'yaml-syntax', key: 'syntax.binary', parameters: {}, span: { start: binary, end: binary + 1 } };
  return conflictIssue(text);
}

/** Both sides of a merge stand in the text: one problem for all places, said at the first. */
function conflictIssue(text: string): Issue | undefined {
  if (!text.includes('<<<<<<<')) return undefined;
  const [first, ...others] = conflictsOf(text);
  if (!first) return undefined;
  const { ours, theirs, opening } = first;
  const key = others.length > 0 ? 'syntax.conflicts' : 'syntax.conflict';
  const [own, other] = [excerptOf(text, first, 'ours'), excerptOf(text, first, 'theirs')];
  return {
    rule: 'yaml-syntax',
    key,
    parameters: { ours, theirs, own, other, count: others.length + 1 },
    span: opening,
  };
}

/**
 * The first syntax error alone: those that follow it are mostly caused by it. The parser's own
 * sentence is English, so common errors have sentences of ours and the rest quote it.
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
  // The parser stumbles over it, or over what stands twice or deeper because of it.
  const stray = strayMarkerOf(text);
  if (stray) return [{ rule: 'yaml-syntax', key: 'syntax.conflict-marker', parameters: {}, span: stray }];
  const [at, end] = error.pos;
  // An error at the end of the text is reported at its last visible character, not below it.
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

/** Said at its `---`, or at its first letters: behind `...` it needs no mark. */
function secondDocument(text: string, { range: [start] }: Document.Parsed): Issue {
  return {
    rule: 'yaml-syntax',
    key: 'syntax.documents',
    parameters: {},
    span: { start, end: Math.min(start + 3, lineEnd(text, start)) },
  };
}

/** Mistakes that share a code with others; the parser's sentence tells them apart. */
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
