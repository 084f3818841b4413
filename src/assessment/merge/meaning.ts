/** The proof of a merge: what only one side changed has that side's value, wherever in the file it is. */
import { plainOf, type Tree } from '../yaml/tree';

/** Whether a file is a valid merge of three versions. A list that both sides changed is not compared. */
export function isMergeOf(result: Tree | undefined, base?: Tree, ours?: Tree, theirs?: Tree): boolean {
  const [merged, was, own, other] = [result, base, ours, theirs].map((tree) => normal(tree && plainOf(tree), []));
  return explains(was, own, other, merged);
}

function explains(base: unknown, ours: unknown, theirs: unknown, merged: unknown): boolean {
  if (isSame(ours, theirs) || isSame(base, theirs)) return isSame(merged, ours);
  if (isSame(base, ours)) return isSame(merged, theirs);
  if (![ours, theirs, merged].every(isMap)) return Array.isArray(merged);
  const [was, own, other, now] = [base, ours, theirs, merged].map(mapOf) as [Plain, Plain, Plain, Plain];
  const keys = new Set([was, own, other, now].flatMap((map) => Object.keys(map)));
  return [...keys].every((key) => explains(was[key], own[key], other[key], now[key]));
}

/** Whether a file contains exactly what two others contain together, without values that exclude each other. */
export function isUnionOf(result: Tree | undefined, ours?: Tree, theirs?: Tree): boolean {
  const [both, own, other] = [result, ours, theirs].map((tree) => normal(tree && plainOf(tree), []));
  return unites(own, other, both, '');
}

function unites(ours: unknown, theirs: unknown, both: unknown, key: string): boolean {
  if (ours === undefined || theirs === undefined) return isSame(both, ours ?? theirs);
  if (isSame(ours, theirs)) return isSame(both, ours);
  if ([ours, theirs, both].every(Array.isArray)) return unitesLists(ours as unknown[], theirs as unknown[], both);
  if ([ours, theirs, both].every(isMap)) {
    const [own, other, now] = [ours, theirs, both].map(mapOf) as [Plain, Plain, Plain];
    const keys = new Set([own, other, now].flatMap((map) => Object.keys(map)));
    // Score and exclusion of a service exclude each other.
    if (keys.has('score') && keys.has('excluded') && !('score' in own && 'excluded' in own)) return false;
    return [...keys].every((name) => unites(own[name], other[name], now[name], name));
  }
  const [own, other, said] = [ours, theirs, both].map((note) => String(note).trimEnd().split('\n'));
  return key === 'note' && [...(own ?? []), ...(other ?? [])].every((line) => said?.includes(line));
}

function unitesLists(ours: unknown[], theirs: unknown[], both: unknown): boolean {
  const [said, own, other] = [both as unknown[], ours, theirs].map((items) =>
    items.map((item) => JSON.stringify(item)),
  );
  const expected = new Set([...(own ?? []), ...(other ?? [])]);
  return said?.length === expected.size && said.every((item) => expected.has(item));
}

type Plain = Readonly<Record<string, unknown>>;

function isMap(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value));
}

function mapOf(value: unknown): Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};
}

/** A value without empty parts, with a bare score as `score`, and with sorted keys. */
function normal(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => normal(item, ['', '', '']));
  const isService = path.length === 2 && path[0] === 'services';
  if (typeof value !== 'object' || value === null) {
    if (value === null) return undefined;
    return isService ? { score: value } : value;
  }
  const entries = Object.entries(value).map(([key, inner]) => [key, normal(inner, [...path, key])] as const);
  const present = entries.filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return present.length > 0 ? Object.fromEntries(present) : undefined;
}

function isSame(some: unknown, other: unknown): boolean {
  return JSON.stringify(some) === JSON.stringify(other);
}
