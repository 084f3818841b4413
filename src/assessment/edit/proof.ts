/** The proof that edits do what is meant and nothing else: the edited text is parsed again and compared with what was to come. */
import type { Assessment } from '../assessment';
import { columnEdits } from '../yaml/comment-columns';
import { parseVariant } from '../parse-variant';
import { applyEdits, commentsOf, type TextEdit } from '../yaml/text-edit';
import { plainOf } from '../yaml/tree';

/** What the file is to say at a path of keys and list positions; `undefined` takes the key, or the item, away. */
export interface Change {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** What may become of the comments: all stay in their order, some change places, or some go. */
export type Comments = 'kept' | 'moved' | 'fewer';

/**
 * The edits, with those that keep comments in their columns (`leastBlanks` as in `columnEdits`), if they make these changes to what the file
 * says and no other; else `undefined`.
 */
export function proven(
  before: Assessment,
  own: TextEdit[] | undefined,
  changes: readonly Change[],
  comments: Comments = 'kept',
  leastBlanks?: number,
): TextEdit[] | undefined {
  if (!own || before.broken) return undefined;
  const edits = [...own, ...columnEdits(before.text, own, leastBlanks)];
  const after = parseVariant(applyEdits(before.text, edits));
  if (after.broken || after.duplicates.length !== before.duplicates.length) return undefined;
  const expected = changes.reduce(
    (plain, { path, value }) => changed(plain, path, value),
    before.tree && plainOf(before.tree),
  );
  if (canonical(expected) !== canonical(after.tree && plainOf(after.tree))) return undefined;
  return areComments(comments, commentsOf(before.text), commentsOf(after.text)) ? edits : undefined;
}

/** As `proven`, for the edits of a snippet: its placeholders count as their default texts. */
export function provenSnippet(
  before: Assessment,
  edits: TextEdit[] | undefined,
  changes: readonly Change[],
): TextEdit[] | undefined {
  const whole = proven(before, edits?.map(withDefaults), changes);
  return edits && whole && [...edits, ...whole.slice(edits.length)];
}

/** A text as the default of a snippet's placeholder. */
export function placeholder(index: number, text: string): string {
  return `\${${index}:${text.replace(/[\\$}]/g, '\\$&')}}`;
}

/** A scalar with room for another text: within the quotes, where it has them. */
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

/** As text to compare: the order of keys says nothing. */
function canonical(plain: unknown): string {
  return JSON.stringify(plain, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  });
}

function areComments(how: Comments, before: readonly string[], after: readonly string[]): boolean {
  if (how === 'kept') return before.join('\n') === after.join('\n');
  if (how === 'moved') return [...before].sort().join('\n') === [...after].sort().join('\n');
  let at = 0;
  for (const comment of before) if (comment === after[at]) at++;
  return at === after.length;
}
