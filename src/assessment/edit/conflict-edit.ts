/** Edits that resolve a merge conflict left by git: one side is taken, or both where they are compatible. */
import { diffIndices } from 'node-diff3';
import type { Assessment } from '../assessment';
import { isUnionOf } from '../merge/meaning';
import { merge } from '../merge/merge';
import { parseAssessment } from '../parse';
import { conflictsOf, withSides, type Conflict, type Side } from '../yaml/conflict-markers';
import { linesOf } from '../yaml/member-lines';
import { afterBreak, applyEdits, type TextEdit } from '../yaml/text-edit';
import type { Span } from '../yaml/tree';
import { setNote } from './note-edit';
import { byHand, refused, type EditPlan } from './plan';

/** What replaces a conflict. */
export type Taken = Side | 'both';

/**
 * Replaces the n-th conflict of a text by one side or both; refused where one file cannot contain both, as with two
 * scores of a service. Only lines of the conflict change.
 */
export function takeSide(text: string, index: number, taken: Taken): EditPlan {
  const conflicts = conflictsOf(text);
  const conflict = conflicts[index];
  if (!conflict) return refused('edit.no-conflict');
  if (taken !== 'both') return { edits: sideEdits(text, conflict, taken) };
  const lines = bothSides(text, conflicts, index);
  return lines === undefined ? byHand : { edits: lineEdits(text, wholeLines(text, conflict), lines) };
}

function sideEdits(text: string, conflict: Conflict, side: Side): TextEdit[] {
  const { start, end } = conflict.sides[side];
  const whole = wholeLines(text, conflict);
  return [
    { span: { start: whole.start, end: start }, newText: '' },
    { span: { start: end, end: whole.end }, newText: '' },
  ];
}

function wholeLines(text: string, { span }: Conflict): Span {
  return { start: span.start, end: afterBreak(text, span.end) };
}

/**
 * The merged lines of both sides; `undefined` where they are incompatible. Other conflicts are resolved to our side.
 */
function bothSides(text: string, conflicts: readonly Conflict[], index: number): string | undefined {
  const conflict = conflicts[index] as Conflict;
  const lines = wholeLines(text, conflict);
  const above = withSides(text.slice(0, lines.start), conflicts.slice(0, index), () => 'ours');
  const below = withSides(text, conflicts, () => 'ours').slice(above.length + length(conflict.sides.ours));
  const [own, other] = [conflict.sides.ours, conflict.sides.theirs].map(({ start, end }) => text.slice(start, end));
  const framed = (inner = ''): string => above + inner + below;
  const [ours, theirs] = [parseAssessment(framed(own)), parseAssessment(framed(other))];
  if (ours.broken || theirs.broken) return undefined;
  const isBoth = (candidate: string): boolean => {
    const both = parseAssessment(candidate);
    const isClean = !both.broken && [ours, theirs].every((side) => repeated(both) <= repeated(side));
    return isClean && isUnionOf(both.tree, ours.tree, theirs.tree);
  };
  const candidates = [() => framed(`${own}${other}`), () => mergedOf(framed(), ours, theirs)];
  for (const candidate of candidates) {
    const whole = candidate();
    const isInside = whole?.startsWith(above) && whole.endsWith(below) && whole.length >= above.length + below.length;
    if (whole !== undefined && isInside && isBoth(whole)) return whole.slice(above.length, whole.length - below.length);
  }
  return undefined;
}

/** The number of repeated services and keys. */
function repeated({ duplicates, issues }: Assessment): number {
  return duplicates.length + issues.filter(({ key }) => key === 'shape.repeated-key').length;
}

/** The additions of both sides to an unchanged base, merged by key; notes are joined. */
function mergedOf(base: string, ours: Assessment, theirs: Assessment): string | undefined {
  const [own, other] = [withNotesOf(ours, ours, theirs), withNotesOf(theirs, ours, theirs)];
  const { text, conflicts } = merge(base, own, other);
  return conflicts === 0 ? text : undefined;
}

/** One side with the notes of both, where these differ. */
function withNotesOf(side: Assessment, ours: Assessment, theirs: Assessment): string {
  let now = side;
  for (const [id, entry] of ours.services) {
    const [own, other] = [entry.note?.value, theirs.services.get(id)?.note?.value].map((note) => note?.trimEnd());
    if (!own || !other || own === other) continue;
    const plan = setNote(now, id, `${own}\n${other}`);
    if ('edits' in plan) now = parseAssessment(applyEdits(now.text, plan.edits));
  }
  return now.text;
}

/** The edits that turn some lines into others, keeping common ones. */
function lineEdits(text: string, span: Span, newText: string): TextEdit[] {
  const [before, after] = [linesOf(text.slice(span.start, span.end)), linesOf(newText)];
  const starts = before.reduce((offsets, line) => [...offsets, (offsets.at(-1) ?? 0) + line.length], [span.start]);
  return diffIndices(before, after).map(({ buffer1: [from, count], buffer2Content }) => ({
    span: { start: starts[from] ?? span.end, end: starts[from + count] ?? span.end },
    newText: buffer2Content.join(''),
  }));
}

function length({ start, end }: Span): number {
  return end - start;
}
