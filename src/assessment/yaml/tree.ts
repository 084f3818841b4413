/** A YAML document as values with their spans. A value reached through an alias has the alias's span. */
import type { Span } from './span';

export type { Span } from './span';

export interface MapTree {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly Entry[];
  readonly flow: boolean;
  readonly aliased: boolean;
}
export interface ListTree {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly Tree[];
  readonly flow: boolean;
  readonly aliased: boolean;
}
export interface ScalarTree {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly value: string | number | boolean | null;
  readonly aliased: boolean;
}
export type Tree = MapTree | ListTree | ScalarTree;

/** A `key: value` entry of a map; `merged` when it comes from a merge key. */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly quoted: boolean;
  readonly merged: boolean;
  readonly value: Tree;
}

/** The plain value of a tree; of repeated keys the first counts, and `__proto__` is an ordinary key. */
export function plainOf(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plainOf);
  const plain: Record<string, unknown> = {};
  for (const { key, value } of tree.entries) {
    if (Object.hasOwn(plain, key)) continue;
    if (key === '__proto__') Object.defineProperty(plain, key, { value: plainOf(value), enumerable: true });
    else plain[key] = plainOf(value);
  }
  return plain;
}

/** The own entries of a map, without those of merge keys; empty for other values. */
export function ownEntries(tree: Tree | undefined): Entry[] {
  return tree?.kind === 'map' ? tree.entries.filter(({ merged }) => !merged) : [];
}

/** The entry of a key (the first, where it is repeated), or `undefined`. */
export function entryOf(tree: Tree | undefined, key: string): Entry | undefined {
  return tree?.kind === 'map' ? tree.entries.find((entry) => entry.key === key) : undefined;
}

/** The tree at a path of keys and list positions, or `undefined`. */
export function treeAt(tree: Tree | undefined, path: readonly (string | number)[]): Tree | undefined {
  return path.reduce<Tree | undefined>(
    (at, step) => (typeof step === 'number' && at?.kind === 'list' ? at.items[step] : entryOf(at, String(step))?.value),
    tree,
  );
}
