/** Merges the parts of three versions: a change of one side is taken, different changes of both are a conflict. */
import { inOrder } from './order';
import { pairItems } from './pair-items';
import {
  dashed,
  flowText,
  isEmpty,
  lineText,
  reindented,
  textOf,
  type Block,
  type Flow,
  type Leaf,
  type Line,
  type Member,
  type Part,
} from './parts';

/** Lines that both sides changed differently. */
export interface Conflict {
  readonly ours: string;
  readonly theirs: string;
}

/** Whole lines, or a conflict. */
export type Chunk = string | Conflict;

/** The value of the side that changed it, or of both where they agree; `undefined` where they differ. */
function chosen<T>(base: T, ours: T, theirs: T): T | undefined {
  if (ours === theirs || theirs === base) return ours;
  return ours === base ? theirs : undefined;
}

/** The merged lines of a part. Without a base, both sides added it. */
export function mergeParts(base: Part | undefined, ours: Part, theirs: Part): Chunk[] {
  const [baseText, ourText, theirText] = [base && textOf(base), textOf(ours), textOf(theirs)];
  const same = chosen(baseText, ourText, theirText);
  if (same !== undefined) return [same];
  const [own, other] = [asBlock(ours, theirs), asBlock(theirs, ours)];
  if (own.kind === 'block' && other.kind === 'block') return mergeBlocks(base && asBlock(base, own), own, other);
  if (own.kind === 'line' && other.kind === 'line')
    return [mergeLines(base?.kind === 'line' ? base : undefined, own, other)];
  return [{ ours: ourText, theirs: theirText }];
}

/** Treats a key without a value as an empty collection, where the other side has a collection. */
function asBlock(part: Part, model: Part): Part {
  const isAlike = part.kind === 'line' && model.kind === 'block' && isEmpty(part);
  return isAlike ? { kind: 'block', head: part, indent: model.indent, members: [] } : part;
}

function mergeLines(base: Line | undefined, ours: Line, theirs: Line): Chunk {
  const parts = inLine(base, ours, theirs);
  const comment = chosen(base?.comment ?? '', ours.comment, theirs.comment);
  if (parts && comment !== undefined) return lineText({ ...ours, ...parts, comment });
  return { ours: lineText(ours), theirs: lineText(theirs) };
}

/** Merges a line, comparing what precedes the comment; differences in white space are not a conflict. */
function inLine(
  base: Line | undefined,
  ours: Line,
  theirs: Line,
): Pick<Line, 'before' | 'value' | 'space'> | undefined {
  const value = mergeValues(base?.value, ours.value, theirs.value);
  const key = chosen(base?.before.trim(), ours.before.trim(), theirs.before.trim());
  if (value === undefined || key === undefined) return undefined;
  const before = chosen(base?.before, ours.before, theirs.before) ?? ours.before;
  const space = chosen(base?.space, ours.space, theirs.space) ?? ours.space;
  return { before, value: { kind: 'leaf', text: value }, space };
}

function mergeValues(base: Leaf | Flow | undefined, ours: Leaf | Flow, theirs: Leaf | Flow): string | undefined {
  const same = chosen(base && textOf(base), textOf(ours), textOf(theirs));
  if (same !== undefined || ours.kind !== 'flow' || theirs.kind !== 'flow') return same;
  return mergeFlows(base?.kind === 'flow' ? base : undefined, ours, theirs);
}

/** The text of a merged flow collection; `undefined` for a conflict, which then includes its whole line. */
function mergeFlows(base: Flow | undefined, ours: Flow, theirs: Flow): string | undefined {
  const three = pairItems(base?.members ?? [], ours.members, theirs.members);
  const members: Member[] = [];
  for (const member of inOrder(three)) {
    const { id, isFiller } = member;
    if (isFiller) members.push(member);
    if (isFiller) continue;
    const [was, own, other] = [find(three.base, id), find(three.ours, id), find(three.theirs, id)];
    const merged = mergeMembers(was, own, other);
    if (merged === 'conflict') return undefined;
    if (merged) members.push(merged);
  }
  const open = chosen(base?.open, ours.open, theirs.open) ?? ours.open;
  const close = chosen(base?.close, ours.close, theirs.close) ?? ours.close;
  return flowText(open, members, close);
}

function mergeMembers(
  base: Member | undefined,
  ours: Member | undefined,
  theirs: Member | undefined,
): Member | 'conflict' | undefined {
  if (!ours || !theirs) {
    const fate = fateOf(base?.part, (ours ?? theirs)?.part);
    if (fate === 'kept') return ours ?? theirs;
    return fate === 'gone' ? undefined : 'conflict';
  }
  const [was, own, other] = [base?.part, ours.part, theirs.part] as [Line | undefined, Line, Line];
  const parts = inLine(was, own, other);
  if (!parts) return 'conflict';
  const lead = chosen(base?.lead, ours.lead, theirs.lead) ?? ours.lead;
  return { ...ours, part: { ...own, ...parts }, lead };
}

/** What happens to a member that only one side has. */
function fateOf(base: Part | undefined, present: Part | undefined): 'kept' | 'gone' | 'conflict' {
  if (!present) return 'gone';
  if (!base) return 'kept';
  if (isEmpty(present) || textOf(present) === textOf(base)) return 'gone';
  return isEmpty(base) ? 'kept' : 'conflict';
}

function mergeBlocks(base: Part | undefined, ours: Block, theirs: Block): Chunk[] {
  const was = base?.kind === 'block' ? base : undefined;
  const indent = chosen(was?.indent ?? theirs.indent, ours.indent ?? theirs.indent, theirs.indent) ?? ours.indent ?? '';
  const at = (block: Block | undefined) => (block ? reindented(block, block.indent ?? indent, indent).members : []);
  const three = pairItems(at(was), at(ours), at(theirs));
  const chunks = inOrder(three).flatMap((member) => {
    if (member.isFiller) return [textOf(member.part)];
    const [before, own, other] = [three.base, three.ours, three.theirs].map((side) => find(side, member.id)?.part);
    return mergeEntries(before, own, other);
  });
  const head = ours.head && theirs.head ? [mergeLines(was?.head, ours.head, theirs.head)] : [];
  const dash = chosen(was?.dash, ours.dash, theirs.dash) ?? ours.dash;
  const isDashed = dash !== undefined && ours.dash !== undefined;
  return isDashed ? dashedChunks(chunks, dash) : [...head, ...chunks];
}

function mergeEntries(base: Part | undefined, ours: Part | undefined, theirs: Part | undefined): Chunk[] {
  if (ours && theirs) return mergeParts(base, ours, theirs);
  const present = ours ?? theirs;
  const fate = fateOf(base, present);
  if (!present || fate === 'gone') return [];
  if (fate === 'kept') return [textOf(present)];
  return [{ ours: ours ? textOf(ours) : '', theirs: theirs ? textOf(theirs) : '' }];
}

/** A list item with its dash; where one side would begin without a dash, the whole item is a conflict. */
function dashedChunks(chunks: readonly Chunk[], dash: number): Chunk[] {
  const joined = joinedChunks(chunks);
  const [first, ...rest] = joined;
  if (first === undefined) return [];
  if (typeof first === 'string') return [dashed(first, dash), ...rest];
  if (first.ours && first.theirs)
    return [{ ours: dashed(first.ours, dash), theirs: dashed(first.theirs, dash) }, ...rest];
  return [{ ours: dashed(sideOf(joined, 'ours'), dash), theirs: dashed(sideOf(joined, 'theirs'), dash) }];
}

/** Joins neighbouring chunks of the same kind. */
export function joinedChunks(chunks: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = [];
  for (const chunk of chunks) {
    const last = joined.at(-1);
    if (chunk === '') continue;
    if (typeof chunk === 'string' && typeof last === 'string') joined[joined.length - 1] = last + chunk;
    else joined.push(chunk);
  }
  return joined;
}

/** The text with all conflicts resolved to one side. */
export function sideOf(chunks: readonly Chunk[], side: keyof Conflict): string {
  return chunks.map((chunk) => (typeof chunk === 'string' ? chunk : chunk[side])).join('');
}

function find(members: readonly Member[], id: string): Member | undefined {
  return members.find((member) => !member.isFiller && member.id === id);
}
