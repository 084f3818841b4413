/** The proof of a merge: what only one side changed is as that side has it, wherever in the file it stands. */
import { plainOf, type Tree } from '../yaml/tree';

/** Whether a merged file may be made of three versions. A list that both sides changed is not looked into. */
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

type Plain = Readonly<Record<string, unknown>>;

function isMap(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value));
}

function mapOf(value: unknown): Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};
}

/** Without what is empty; a bare score stands at `score`, and keys are in one order. */
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
