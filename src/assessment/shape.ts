/** Checks the values of a file against the model, and says what is wrong at the place where it is. */
import type { Issue } from './assessment';
import { assessmentModel, keysOf, mapKindAt, mapKindBelow, type MapKind } from './model';
import type { MessageKey } from '../messages/messages';
import { plainOf, treeAt, type Entry, type Span, type Tree } from './tree';

type Path = readonly (string | number)[];

/** What the schema library reports, as far as we read it. */
interface ModelIssue {
  readonly code: string;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly ModelIssue[])[];
}

/** The issues of a whole file, in the order of the text. */
export function checkShape(tree: Tree | undefined): Issue[] {
  if (!tree || (tree.kind === 'scalar' && tree.value === null)) return [];
  const result = assessmentModel.safeParse(plainOf(tree));
  const issues = result.success ? [] : allIssues(tree, result.error.issues as readonly ModelIssue[], []);
  return [...issues, ...keyIssues(tree, 'assessment')].sort((a, b) => a.span.start - b.span.start);
}

/** Where a key is mistyped, that it is missing under its right name is no second mistake. */
function allIssues(tree: Tree, issues: readonly ModelIssue[], base: Path): Issue[] {
  const mistyped = new Set(issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => JSON.stringify(path)));
  const isEcho = ({ path }: ModelIssue) => !treeAt(tree, [...base, ...(path as Path)]) && mistyped.has(JSON.stringify(path.slice(0, -1)));
  return issues.filter((issue) => !isEcho(issue)).flatMap((issue) => issuesOf(tree, issue, base));
}

function issuesOf(tree: Tree, issue: ModelIssue, base: Path): Issue[] {
  const path: Path = [...base, ...(issue.path as Path)];
  const value = treeAt(tree, path);
  if (issue.code === 'unrecognized_keys') {
    const keys = new Set(issue.keys);
    const unknown = entriesAt(value).filter(({ key }) => keys.has(key));
    return unknown.map((entry) => unknownKey(entry, mapKindAt(path)));
  }
  const branch = issue.code === 'invalid_union' && value ? likeliestBranch(value, issue) : undefined;
  return branch ? allIssues(tree, branch, path) : [invalidValue(tree, path, value, issue.message)];
}

/** Of a union's branches the one that takes the value's kind: its errors name the culprit inside. */
function likeliestBranch(value: Tree, issue: ModelIssue): readonly ModelIssue[] | undefined {
  if (value.kind === 'map') return issue.errors?.find((errors) => errors.some(({ code, path }) => path.length > 0 || code !== 'invalid_type'));
  const isNumber = value.kind === 'scalar' && typeof value.value === 'number';
  return isNumber ? issue.errors?.find((errors) => errors[0]?.message === 'expected.score') : undefined;
}

function invalidValue(tree: Tree, path: Path, value: Tree | undefined, message: string): Issue {
  const owner = treeAt(tree, path.slice(0, -1));
  const key = String(path.at(-1) ?? '');
  // A key that must be there is reported at the path it would have.
  if (!value) return { rule: 'invalid-value', key: 'shape.missing-key', parameters: { key }, span: owner ? culprit(owner) : { start: 0, end: 0 } };
  const empty = value.kind === 'scalar' && value.span.start === value.span.end;
  const entry = empty ? entriesAt(owner).find((candidate) => candidate.value === value) : undefined;
  return { rule: 'invalid-value', key: message as MessageKey, parameters: { value: shown(value) }, span: entry?.keySpan ?? culprit(value) };
}

function unknownKey({ key, keySpan: span }: Entry, kind: MapKind | undefined): Issue {
  const suggestion = kind && closest(key, keysOf[kind]);
  const expected = kind && kind !== 'rules' ? keysOf[kind].join(', ') : '';
  const message = suggestion ? 'shape.unknown-key-suggest' : kind === 'rules' ? 'shape.unknown-rule' : 'shape.unknown-key';
  return { rule: 'invalid-value', key: message, parameters: { key, suggestion: suggestion ?? '', expected }, span, suggestion };
}

/**
 * What the model cannot see in plain values: keys given twice (services have a rule of their own for that), and areas and
 * rules that do not exist.
 */
function keyIssues(tree: Tree, kind: MapKind | undefined): Issue[] {
  if (tree.kind === 'scalar') return [];
  const issues: Issue[] = [];
  if (tree.kind === 'list') {
    for (const item of tree.items) if (item.kind !== 'scalar') issues.push(...keyIssues(item, kind));
    return issues;
  }
  const seen = new Set<string>();
  for (const entry of tree.entries) {
    const unknown = (kind === 'areas' || kind === 'rules') && !(keysOf[kind] as readonly string[]).includes(entry.key);
    if (seen.has(entry.key) && kind !== 'services') issues.push(repeatedKey(entry));
    else if (unknown) issues.push(unknownKey(entry, kind));
    seen.add(entry.key);
    if (entry.value.kind !== 'scalar') issues.push(...keyIssues(entry.value, mapKindBelow(kind, entry.key)));
  }
  return issues;
}

function repeatedKey({ key, keySpan: span }: Entry): Issue {
  return { rule: 'invalid-value', key: 'shape.repeated-key', parameters: { key }, span };
}

function entriesAt(tree: Tree | undefined): readonly Entry[] {
  return tree?.kind === 'map' ? tree.entries : [];
}

/** The span of a value, or for one over many lines its first character, so that not half the file is underlined. */
function culprit(tree: Tree): Span {
  return tree.kind === 'scalar' ? tree.span : { start: tree.span.start, end: Math.min(tree.span.end, tree.span.start + 1) };
}

function shown(tree: Tree): string {
  if (tree.kind !== 'scalar') return tree.kind === 'map' ? '{…}' : '[…]';
  const text = String(tree.value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** The candidate a mistyped key most likely means: at most two changes away and less than half its length. */
export function closest(key: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distance(key.toLowerCase(), candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= 2 && best.distance * 2 < key.length + 1 ? best.candidate : undefined;
}

/** Levenshtein's distance; keys longer than any of ours are far from all. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
