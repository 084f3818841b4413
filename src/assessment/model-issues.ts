/** Validates the values of a file against the model, and reports issues at their places. */
import type { Issue } from './assessment';
import type { MessageKey } from '../messages/messages';
import { plainOf, treeAt, type Entry, type Span, type Tree } from './yaml/tree';
import { closest } from './closest';
import type { FileShape, KeySet } from './file-shape';

type Path = readonly (string | number)[];

/** The used part of the validation library's issues. */
interface ModelIssue {
  readonly code: string;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly ModelIssue[])[];
}

/** The issues of a file, in the order of the text. */
export function checkShape(tree: Tree | undefined, shape: FileShape): Issue[] {
  if (!tree || (tree.kind === 'scalar' && tree.value === null)) return [];
  const issues = shape.issuesOf(plainOf(tree)) as readonly ModelIssue[];
  return [...allIssues({ tree, shape }, issues, []), ...keyIssues(tree, shape, [])].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

interface File {
  readonly tree: Tree;
  readonly shape: FileShape;
}

/** Where a key is mistyped, its absence under the correct name is not reported in addition. */
function allIssues(file: File, issues: readonly ModelIssue[], base: Path): Issue[] {
  const mistyped = new Set(
    issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => JSON.stringify(path)),
  );
  const isEcho = ({ path }: ModelIssue) =>
    !treeAt(file.tree, [...base, ...(path as Path)]) && mistyped.has(JSON.stringify(path.slice(0, -1)));
  return issues.filter((issue) => !isEcho(issue)).flatMap((issue) => issuesOf(file, issue, base));
}

function issuesOf({ tree, shape }: File, issue: ModelIssue, base: Path): Issue[] {
  const path: Path = [...base, ...(issue.path as Path)];
  const value = treeAt(tree, path);
  if (issue.code === 'unrecognized_keys') {
    const keys = new Set(issue.keys);
    const unknown = entriesAt(value).filter(({ key }) => keys.has(key));
    return unknown.map((entry) => unknownKey(entry, shape.keysAt(path)));
  }
  const branch = issue.code === 'invalid_union' && value ? likeliestBranch(value, issue) : undefined;
  return branch ? allIssues({ tree, shape }, branch, path) : [invalidValue(tree, path, value, issue.message)];
}

/** The branch of a union for the value's type, whose issues are the most specific. */
function likeliestBranch(value: Tree, issue: ModelIssue): readonly ModelIssue[] | undefined {
  if (value.kind === 'map')
    return issue.errors?.find((errors) => errors.some(({ code, path }) => path.length > 0 || code !== 'invalid_type'));
  const isNumber = value.kind === 'scalar' && typeof value.value === 'number';
  return isNumber ? issue.errors?.find((errors) => errors[0]?.message === 'expected.score') : undefined;
}

function invalidValue(tree: Tree, path: Path, value: Tree | undefined, message: string): Issue {
  const owner = treeAt(tree, path.slice(0, -1));
  const key = String(path.at(-1) ?? '');
  // A missing key is reported at the path it would have.
  if (!value)
    return {
      rule: 'invalid-value',
      key: 'shape.missing-key',
      parameters: { key },
      span: owner ? culprit(owner) : { start: 0, end: 0 },
    };
  const empty = value.kind === 'scalar' && value.span.start === value.span.end;
  const entry = empty ? entriesAt(owner).find((candidate) => candidate.value === value) : undefined;
  return {
    rule: 'invalid-value',
    key: message as MessageKey,
    parameters: { value: shown(value) },
    span: entry?.keySpan ?? culprit(value),
  };
}

function unknownKey({ key, keySpan: span }: Entry, set: KeySet | undefined): Issue {
  const suggestion = set && closest(key, set.keys);
  const message = suggestion ? 'shape.unknown-key-suggest' : (set?.unknown ?? 'shape.unknown-key');
  return {
    rule: 'invalid-value',
    key: message,
    parameters: { key, suggestion: suggestion ?? '', expected: set?.keys.join(', ') ?? '' },
    span,
    suggestion,
  };
}

/** Issues not visible in plain values: repeated keys, and unknown keys where the model accepts any. */
function keyIssues(tree: Tree, shape: FileShape, path: Path): Issue[] {
  if (tree.kind === 'scalar') return [];
  if (tree.kind === 'list') return tree.items.flatMap((item, index) => keyIssues(item, shape, [...path, index]));
  const issues: Issue[] = [];
  const set = shape.keysAt(path);
  const seen = new Set<string>();
  for (const entry of tree.entries) {
    if (seen.has(entry.key) && !set?.mayRepeat) issues.push(repeatedKey(entry));
    else if (set?.closed && !set.keys.includes(entry.key)) issues.push(unknownKey(entry, set));
    seen.add(entry.key);
    if (entry.value.kind !== 'scalar') issues.push(...keyIssues(entry.value, shape, [...path, entry.key]));
  }
  return issues;
}

function repeatedKey({ key, keySpan: span }: Entry): Issue {
  return { rule: 'invalid-value', key: 'shape.repeated-key', parameters: { key }, span };
}

function entriesAt(tree: Tree | undefined): readonly Entry[] {
  return tree?.kind === 'map' ? tree.entries : [];
}

/** The span of a value; of a multi-line one its first character, so that long parts of the file are not underlined. */
function culprit(tree: Tree): Span {
  return tree.kind === 'scalar'
    ? tree.span
    : { start: tree.span.start, end: Math.min(tree.span.end, tree.span.start + 1) };
}

function shown(tree: Tree): string {
  if (tree.kind !== 'scalar') return tree.kind === 'map' ? '{…}' : '[…]';
  const text = String(tree.value).trim();
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
