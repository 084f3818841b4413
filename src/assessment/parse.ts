/** From text to `Assessment`: never throws, whatever the text is. */
import { Composer, Lexer, Parser, type CST, type Document, type YAMLError } from 'yaml';
import type { MessageKey } from '../messages/messages';
import { areaIds } from '../sheet/sheet';
import type { Action, AreaEntry, Assessment, Duplicate, Evidence, Issue, Located, ServiceEntry } from './assessment';
import { isDate, ruleIds, severities, type RuleId, type SeveritySetting } from './model';
import { checkShape } from './shape';
import { entryOf, TooManyAliases, treeOf, type Entry, type Span, type Tree } from './tree';

/** Longest text that is read, in UTF-16 units: over a hundred times a full assessment. */
export const maximumLength = 1_000_000;

/**
 * Deepest nesting that is read, several times that of any assessment. The library calls itself once a level, and when the
 * stack runs out inside one of its regular expressions the whole process dies, which no `catch` would see.
 */
const maximumDepth = 64;

/** Most words, marks and line breaks that are read, twenty times those of a long assessment: a million commas are a million errors. */
const maximumTokens = 100_000;

/**
 * How files are parsed: keys stay text (`1.10` is not `1.1`), we report duplicate keys ourselves, and values mean the same
 * whatever a `%YAML` directive says.
 */
const yamlOptions = { stringKeys: true, uniqueKeys: false, prettyErrors: false, logLevel: 'silent', schema: 'core' } as const;

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

/** Reads a file's text. What cannot be read is left out, and said in `issues`. */
export function parseAssessment(text: string): Assessment {
  const unreadable = unreadableReason(text);
  if (unreadable) return assessmentOf(text, undefined, [unreadable], true);
  try {
    const [document, second] = documentsOf(text);
    const issues = syntaxIssues(text, document, second);
    const tree = document && treeOf(text, document, (span) => {
      if (issues.length === 0) issues.push({ rule: 'yaml-syntax', key: 'syntax.alias', parameters: {}, span });
    });
    const broken = issues.length > 0;
    return assessmentOf(text, tree, broken ? issues : checkShape(tree), broken);
  } catch (error) {
    return assessmentOf(text, undefined, [refusal(error)], true);
  }
}

/** The documents of a text, composed as they are asked for; at least one. */
function documentsOf(text: string): Iterable<Document.Parsed> {
  return new Composer(yamlOptions).compose(tokensOf(text), true, text.length);
}

function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > maximumDepth) throw new BeyondLimit(parser.offset, 'syntax.deep', maximumDepth);
    if (++count > maximumTokens) throw new BeyondLimit(parser.offset, 'syntax.many', maximumTokens);
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
  if (binary < 0) return undefined;
  return { rule: 'yaml-syntax', key: 'syntax.binary', parameters: {}, span: { start: binary, end: binary + 1 } };
}

/**
 * The first thing that is wrong with the YAML, and no more: what follows it is mostly its echo. The parser's own
 * sentence is English, so common errors have sentences of ours and the rest quote it.
 */
function syntaxIssues(text: string, document: Document.Parsed | undefined, second: Document.Parsed | undefined): Issue[] {
  const errors = document?.errors ?? [];
  const error = errors.reduce<YAMLError | undefined>((first, candidate) => (first && first.pos[0] <= candidate.pos[0] ? first : candidate), undefined);
  if (!error) return second ? [secondDocument(text, second)] : [];
  const [at, end] = error.pos;
  // What is missed at the end of the text is said where the text ends for the eye, not below it.
  const start = Math.min(at, Math.max(0, text.trimEnd().length - 1));
  const span = { start: Math.min(start, text.length), end: Math.min(Math.max(end, start + 1), lineEnd(text, start), text.length) };
  const key = syntaxSentences.find(([sentence]) => sentence.test(error.message))?.[1] ?? syntaxMessages[error.code] ?? (text[start] === '\t' ? 'syntax.tab' : 'syntax.other');
  return [{ rule: 'yaml-syntax', key, parameters: { detail: error.message }, span }];
}

/** Said at its `---`, or at its first letters: behind `...` it needs no mark. */
function secondDocument(text: string, { range: [start] }: Document.Parsed): Issue {
  return { rule: 'yaml-syntax', key: 'syntax.documents', parameters: {}, span: { start, end: Math.min(start + 3, lineEnd(text, start)) } };
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

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}

function assessmentOf(text: string, tree: Tree | undefined, issues: readonly Issue[], broken: boolean): Assessment {
  const services = entryOf(tree, 'services');
  const { entries, duplicates } = serviceEntries(services?.value);
  return {
    text,
    tree,
    broken,
    issues,
    sheet: textAt(tree, 'sheet'),
    subject: textAt(tree, 'subject'),
    assessed: dateAt(tree, 'assessed'),
    assessors: textsAt(tree, 'assessors'),
    target: targetAt(tree),
    areas: areaEntries(entryOf(tree, 'areas')?.value),
    servicesKey: services?.keySpan,
    services: entries,
    duplicates,
    severities: severityEntries(entryOf(tree, 'rules')?.value),
  };
}

function serviceEntries(tree: Tree | undefined): { entries: Map<string, ServiceEntry>; duplicates: Duplicate[] } {
  const entries = new Map<string, ServiceEntry>();
  const duplicates: Duplicate[] = [];
  for (const entry of entriesOf(tree)) {
    const service = serviceEntry(entry);
    const first = entries.get(service.id);
    if (first) duplicates.push({ entry: service, first });
    else entries.set(service.id, service);
  }
  return { entries, duplicates };
}

function serviceEntry({ key, keySpan, quoted, value }: Entry): ServiceEntry {
  const short = value.kind === 'scalar' ? scoreOf(value) : undefined;
  return {
    id: key,
    key: keySpan,
    quoted,
    span: { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) },
    value,
    score: short ?? scoreOf(entryOf(value, 'score')?.value),
    target: targetAt(value),
    excluded: exclusionOf(entryOf(value, 'excluded')),
    evidence: itemsOf(value, 'evidence').flatMap(evidenceOf),
    note: textAt(value, 'note'),
    plan: itemsOf(value, 'plan').flatMap(actionOf),
  };
}

function exclusionOf(entry: Entry | undefined): Located<string> | undefined {
  if (entry?.value.kind !== 'scalar') return undefined;
  const { value, span } = entry.value;
  if (typeof value === 'string') return { value: value.trim(), span };
  return value === null || value === true ? { value: '', span: value === null ? entry.keySpan : span } : undefined;
}

function evidenceOf(item: Tree): Evidence[] {
  if (item.kind === 'scalar') {
    return typeof item.value === 'string' ? [{ link: { value: item.value, span: item.span } }] : [];
  }
  const link = textAt(item, 'link');
  if (!link) return [];
  return [{ link, collected: dateAt(item, 'collected'), expires: dateAt(item, 'expires'), note: textAt(item, 'note') }];
}

function actionOf(item: Tree): Action[] {
  const action = textAt(item, 'action');
  if (!action) return [];
  const done = entryOf(item, 'done')?.value;
  const isDone = done?.kind === 'scalar' && (done.value === true || (typeof done.value === 'string' && isDate(done.value)));
  return [{ action, owner: textAt(item, 'owner'), due: dateAt(item, 'due'), done: isDone }];
}

function areaEntries(tree: Tree | undefined): Map<string, AreaEntry> {
  const areas = entriesOf(tree).map(({ key, keySpan, quoted, value }): [string, AreaEntry] => [
    key,
    { id: key, key: keySpan, quoted, target: targetAt(value) },
  ]);
  // The first of two counts, and a map keeps the last.
  return new Map(areas.filter(([id]) => areaIds.includes(id)).reverse());
}

function severityEntries(tree: Tree | undefined): Map<RuleId, SeveritySetting> {
  const known = new Map<RuleId, SeveritySetting>();
  for (const { key, value } of entriesOf(tree)) {
    const rule = ruleIds.find((id) => id === key);
    const severity = value.kind === 'scalar' ? severities.find((name) => name === value.value) : undefined;
    if (rule && severity && !known.has(rule)) known.set(rule, severity);
  }
  return known;
}

function entriesOf(tree: Tree | undefined): readonly Entry[] {
  return tree?.kind === 'map' ? tree.entries : [];
}

function itemsOf(tree: Tree, key: string): readonly Tree[] {
  const list = entryOf(tree, key)?.value;
  return list?.kind === 'list' ? list.items : [];
}

function scalarAt(tree: Tree | undefined, key: string): { value: unknown; span: Span } | undefined {
  const value = entryOf(tree, key)?.value;
  return value?.kind === 'scalar' ? value : undefined;
}

function textAt(tree: Tree | undefined, key: string): Located<string> | undefined {
  const scalar = scalarAt(tree, key);
  return typeof scalar?.value === 'string' ? { value: scalar.value, span: scalar.span } : undefined;
}

function textsAt(tree: Tree | undefined, key: string): string[] {
  const items = tree ? itemsOf(tree, key) : [];
  return items.flatMap((item) => (item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : []));
}

function dateAt(tree: Tree | undefined, key: string): Located<string> | undefined {
  const text = textAt(tree, key);
  return text && isDate(text.value) ? text : undefined;
}

function targetAt(tree: Tree | undefined): Located<number> | undefined {
  return numberOf(scalarAt(tree, 'target'), (value) => value >= 0 && value <= 5);
}

function scoreOf(scalar: { value?: unknown; span: Span } | undefined): Located<number> | undefined {
  return numberOf(scalar, (value) => Number.isInteger(value) && value >= 0 && value <= 5);
}

function numberOf(scalar: { value?: unknown; span: Span } | undefined, accept: (value: number) => boolean): Located<number> | undefined {
  const value = scalar?.value;
  return scalar && typeof value === 'number' && accept(value) ? { value: value === 0 ? 0 : value, span: scalar.span } : undefined;
}
