/** Edits that give a service one more key, or one key another value, whatever form its entry has. */
import type { Assessment, ServiceEntry } from '../assessment';
import { endOfEntry } from '../yaml/entry-extent';
import { proven } from './proof';
import { insertInFlow, replaceValue } from './service-edit';
import {
  afterColon,
  childIndent,
  indentAt,
  insertAt,
  lineEnd,
  lineEnding,
  lineStart,
  type TextEdit,
} from '../yaml/text-edit';
import { entryOf, type Tree } from '../yaml/tree';

/** A key with its value, as written in a flow map and as lines of a block (the first without, the others with their indentation). */
export interface NewKey {
  readonly flow: string;
  readonly block: readonly string[];
}

/** Gives services that are in the file a target of their own; `undefined` where one of them can not be given it. */
export function setTargets(
  assessment: Assessment,
  entries: readonly ServiceEntry[],
  target: number,
): TextEdit[] | undefined {
  const edits = entries.map((entry) => targetEdits(assessment, entry, target));
  if (edits.some((part) => !part)) return undefined;
  const changes = entries.map((entry) => ({
    path: ['services', entry.id],
    value: { ...longValue(entry.value), target },
  }));
  return proven(
    assessment,
    edits.flatMap((part) => part ?? []),
    changes,
  );
}

function targetEdits(assessment: Assessment, entry: ServiceEntry, target: number): TextEdit[] | undefined {
  const present = entryOf(entry.value, 'target');
  if (!present) return addKey(assessment, entry, { flow: `target: ${target}`, block: [`target: ${target}`] });
  const isOwn = !present.merged && !entry.value.aliased && present.value.kind === 'scalar';
  return isOwn ? replaceValue(assessment.text, present.keySpan, present.value.span, String(target)) : undefined;
}

/** What a service says in its long form: a bare score stands at `score`. */
export function longValue(value: Tree): Record<string, unknown> {
  if (value.kind === 'map') return Object.fromEntries(value.entries.map(({ key, value: own }) => [key, plain(own)]));
  return value.kind === 'scalar' && value.value !== null ? { score: value.value } : {};
}

function plain(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  return tree.kind === 'list' ? tree.items.map(plain) : longValue(tree);
}

/** The edits that add a key a service does not have, behind its others; a short form becomes a long one. */
export function addKey({ text, tree }: Assessment, entry: ServiceEntry, key: NewKey): TextEdit[] | undefined {
  const { value } = entry;
  if (value.aliased || value.kind === 'list') return undefined;
  if (value.kind === 'scalar') {
    const services = entryOf(tree, 'services')?.value;
    return services?.kind === 'map' && services.flow
      ? shortToFlow(text, entry, key.flow)
      : shortToLong(text, entry, key.block);
  }
  if (value.flow) return insertInFlow(text, value, key.flow);
  const last = value.entries.filter(({ merged }) => !merged).at(-1);
  if (!last) return undefined;
  const inner = `${lineEnding(text)}${indentAt(text, last.keySpan.start)}`;
  return [insertAt(endOfEntry(text, last), key.block.map((line) => inner + line).join(''))];
}

/** `"1.1": 3   # comment` becomes a long form with these lines; what stands behind the score stays on the first line. */
export function shortToLong(
  text: string,
  { key, value, score }: ServiceEntry,
  lines: readonly string[],
): TextEdit[] | undefined {
  const indent = text.slice(lineStart(text, key.start), key.start);
  const colon = plainColon(text, key.end, value);
  if (colon === undefined || indent.trim() !== '') return undefined;
  const inner = `${lineEnding(text)}${indent}${childIndent(indent)}`;
  const end = Math.max(colon, value.span.end);
  const kept = score ? [`score: ${text.slice(score.span.start, score.span.end)}`] : [];
  const cleared = end > colon ? [{ span: { start: colon, end }, newText: '' }] : [];
  return [...cleared, insertAt(lineEnd(text, end), [...kept, ...lines].map((line) => inner + line).join(''))];
}

/** `"1.1": 3` becomes `"1.1": { score: 3, … }`; an empty `pair` adds nothing. */
export function shortToFlow(text: string, { key, value, score }: ServiceEntry, pair: string): TextEdit[] | undefined {
  const colon = plainColon(text, key.end, value);
  if (colon === undefined) return undefined;
  const kept = score ? `score: ${text.slice(score.span.start, score.span.end)}` : '';
  return [
    {
      span: { start: colon, end: Math.max(colon, value.span.end) },
      newText: ` { ${[kept, pair].filter(Boolean).join(', ')} }`,
    },
  ];
}

/** The offset behind the colon, unless an anchor, a tag or a comment stands between it and the value. */
function plainColon(text: string, keyEnd: number, value: Tree): number | undefined {
  const colon = afterColon(text, keyEnd);
  return colon !== undefined && text.slice(colon, value.span.start).trim() === '' ? colon : undefined;
}
