/** The proof of edits, used by every plan: the edited text is parsed again and compared with the intended result. */
import type { Assessment } from '../assessment';
import { parseVariant } from '../parse-variant';
import { columnEdits } from '../yaml/comment-columns';
import { commentsOf } from '../yaml/comments';
import { applyEdits, type TextEdit } from '../yaml/text-edit';
import { plainOf, type Entry, type Tree } from '../yaml/tree';
import { byHand, refused, type EditPlan } from './plan';

/** The intended value at a path of keys and list positions; `undefined` removes the key or item. */
export interface Change {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** What may happen to the comments: all stay in order, some are moved, some are added, or some are removed. */
export type Comments = 'kept' | 'moved' | 'more' | 'fewer';

/** What edits may do besides the changes. */
export interface Allowance {
  /** `kept` by default. */
  readonly comments?: Comments;
  /** An entry that the edits remove; needed where the map may have another one with the same key. */
  readonly gone?: Entry;
  /** The least number of spaces before a comment for keeping its column, as in `columnEdits`. */
  readonly leastBlanks?: number;
}

/**
 * The edits, extended to keep comments in their columns, if they make exactly these changes; otherwise the reason for
 * refusal. `undefined` stands for edits that the layout does not allow.
 */
export function proven(
  before: Assessment,
  own: readonly TextEdit[] | undefined,
  changes: readonly Change[],
  { comments = 'kept', gone, leastBlanks }: Allowance = {},
): EditPlan {
  if (before.broken) return refused('edit.broken');
  if (!own) return byHand;
  const edits = [...own, ...columnEdits(before.text, own, leastBlanks)];
  const after = parseVariant(applyEdits(before.text, edits));
  const base = gone && before.tree ? without(before.tree, gone) : before.tree;
  const expected = changes.reduce((plain, { path, value }) => changed(plain, path, value), base && plainOf(base));
  const isMeant =
    !after.broken &&
    canonical(expected) === canonical(after.tree && plainOf(after.tree)) &&
    repeatsIn(base) === repeatsIn(after.tree) &&
    areComments(comments, commentsOf(before.text), commentsOf(after.text));
  return isMeant ? { edits } : byHand;
}

/** As `proven`, for the edits of a snippet, with placeholders replaced by their defaults. */
export function provenSnippet(
  before: Assessment,
  edits: readonly TextEdit[] | undefined,
  changes: readonly Change[],
): EditPlan {
  const plan = proven(before, edits?.map(withDefaults), changes);
  return 'edits' in plan && edits ? { edits: [...edits, ...plan.edits.slice(edits.length)] } : plan;
}

/** A text as the default of a snippet's placeholder. */
export function placeholder(index: number, text: string): string {
  return `\${${index}:${text.replace(/[\\$}]/g, '\\$&')}}`;
}

/** A scalar as a placeholder, within its quotes where it has them. */
export function placeholderIn(scalar: string): string {
  return scalar.startsWith('"') ? `"${placeholder(1, scalar.slice(1, -1))}"` : placeholder(1, scalar);
}

function withDefaults({ span, newText }: TextEdit): TextEdit {
  let isInside = false;
  const plain = newText.replace(/(\$\{\d+:)|\\(.)|\}/g, (whole, start?: string, escaped?: string) => {
    if (!isInside && !start) return whole;
    isInside = start !== undefined || escaped !== undefined;
    return escaped ?? '';
  });
  return { span, newText: plain };
}

function changed(plain: unknown, [step, ...rest]: Change['path'], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(plain)) {
    const items = plain.map((item: unknown, index) => (index === step ? changed(item, rest, value) : item));
    return rest.length === 0 && value === undefined ? items.filter((_, index) => index !== step) : items;
  }
  const map = { ...(typeof plain === 'object' ? plain : {}) } as Record<string, unknown>;
  if (rest.length === 0 && value === undefined) delete map[step];
  else map[step] = changed(map[step], rest, value);
  return map;
}

/** A tree without an entry of one of its maps. */
function without(tree: Tree, gone: Entry): Tree {
  if (tree.kind === 'scalar') return tree;
  if (tree.kind === 'list') return { ...tree, items: tree.items.map((item) => without(item, gone)) };
  const entries = tree.entries.filter((entry) => entry !== gone);
  return { ...tree, entries: entries.map((entry) => ({ ...entry, value: without(entry.value, gone) })) };
}

/** Values under repeated keys, which plain values do not show, as text for comparison. */
function repeatsIn(tree: Tree | undefined): string {
  return JSON.stringify(repeats(tree, '').sort());
}

function repeats(tree: Tree | undefined, path: string): string[] {
  if (!tree || tree.kind === 'scalar') return [];
  if (tree.kind === 'list') return tree.items.flatMap((item) => repeats(item, `${path}/-`));
  const seen = new Set<string>();
  return tree.entries.flatMap(({ key, value }) => {
    const place = `${path}/${key}`;
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated ? [`${place} ${canonical(plainOf(value))}`] : repeats(value, place);
  });
}

/** A value as text for comparison, independent of the order of keys. */
function canonical(plain: unknown): string {
  return JSON.stringify(plain, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  });
}

function areComments(how: Comments, before: readonly string[], after: readonly string[]): boolean {
  switch (how) {
    case 'kept':
      return before.join('\n') === after.join('\n');
    case 'moved':
      return [...before].sort().join('\n') === [...after].sort().join('\n');
    case 'more':
      return isPartOf(before, after);
    case 'fewer':
      return isPartOf(after, before);
  }
}

/** Whether one list of texts is a subsequence of another. */
function isPartOf(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const text of all) if (text === some[at]) at++;
  return at === some.length;
}
