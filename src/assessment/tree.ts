/**
 * A YAML document as values that know where they stand.
 *
 * Aliases are followed and merge keys applied, within a bound that stops alias bombs; a value reached through an alias
 * takes the place of the alias, for that is where a reader and an edit will look for it.
 */
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';

/** Offsets into the text in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

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

/** One `key: value` of a map, as written (`merged` when it comes from a merge key elsewhere). */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly quoted: boolean;
  readonly merged: boolean;
  readonly value: Tree;
}

/** More nodes than any honest assessment reaches through aliases: the file is hostile or mistaken. */
export class TooManyAliases extends Error {
  constructor(
    /** The alias that was one too many. */
    readonly span: Span,
  ) {
    super();
  }
}
const aliasBudget = 20_000;

type YamlNode = Node | ParsedNode | null | undefined;

/**
 * The tree of a parsed document, or `undefined` for an empty one. Aliases without an anchor have no value and are told to
 * `dangling`. Throws `TooManyAliases`.
 */
export function treeOf(document: Document.Parsed | Document, dangling: (alias: Span) => void = () => {}): Tree | undefined {
  if (!document.contents) return undefined;
  return new TreeBuilder(dangling).build(document.contents as YamlNode, { start: 0, end: 0 });
}

class TreeBuilder {
  private readonly anchors = new Map<string, YamlNode>();
  private readonly open = new Set<YamlNode>();
  private aliasNodes = 0;

  constructor(private readonly dangling: (alias: Span) => void) {}

  /** `place` is where to say the value stands when the node itself has no range; `via` the alias it is reached through. */
  build(node: YamlNode, place: Span, via?: Span): Tree {
    if (isAlias(node)) return this.follow(node.source, spanOf(node, place), via);
    if (via && ++this.aliasNodes > aliasBudget) throw new TooManyAliases(via);
    if (node && !via && 'anchor' in node && node.anchor) this.anchors.set(node.anchor, node);
    const span = via ?? spanOf(node, place);
    const aliased = via !== undefined;
    if (isMap(node)) {
      return { kind: 'map', span, entries: this.inside(node, () => this.entries(node, span, via)), flow: Boolean(node.flow), aliased };
    }
    if (isSeq(node)) {
      const items = this.inside(node, () => node.items.map((item) => this.build(item as YamlNode, place, via)));
      return { kind: 'list', span, items, flow: Boolean(node.flow), aliased };
    }
    return { kind: 'scalar', span, value: isScalar(node) ? scalarValue(node) : null, aliased };
  }

  private follow(anchor: string, span: Span, via: Span | undefined): Tree {
    const target = this.anchors.get(anchor);
    if (target && this.open.has(target)) throw new TooManyAliases(via ?? span);
    if (!target && !via) this.dangling(span);
    return this.build(target, span, via ?? span);
  }

  private inside<T>(node: YamlNode, build: () => T): T {
    this.open.add(node);
    const result = build();
    this.open.delete(node);
    return result;
  }

  private entries(map: YAMLMap, place: Span, via: Span | undefined): Entry[] {
    const own: Entry[] = [];
    const merged: Entry[] = [];
    for (const pair of map.items) {
      if (!isPair(pair)) continue;
      const key = pair.key as YamlNode;
      const keySpan = via ?? spanOf(key, place);
      const after = { start: keySpan.end, end: keySpan.end };
      const value = this.build(pair.value as YamlNode, after, via);
      if (isMergeKey(key) && isMergeable(value)) merged.push(...mergedEntries(value));
      else own.push({ key: keyText(key), keySpan, quoted: isQuoted(key), merged: false, value });
    }
    const names = new Set(own.map(({ key }) => key));
    for (const entry of merged) {
      if (names.has(entry.key)) continue;
      names.add(entry.key);
      own.push(entry);
    }
    return own;
  }
}

/** Anything else at `<<` merges nothing; it stays an entry, and is reported as an unknown key. */
function isMergeable(value: Tree): boolean {
  return value.kind === 'map' || (value.kind === 'list' && value.items.every(({ kind }) => kind === 'map'));
}

function mergedEntries(value: Tree): Entry[] {
  const maps = value.kind === 'list' ? value.items : [value];
  return maps.flatMap((map) => (map.kind === 'map' ? map.entries.map((entry) => ({ ...entry, merged: true })) : []));
}

function spanOf(node: YamlNode, place: Span): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : place;
}

/** What a tag such as `!!timestamp` or `!!binary` makes an object of counts as it is written. */
function scalarValue({ value, source }: Scalar): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return source ?? String(value);
}

/** The key as it stands in the text: `1.10` stays apart from `1.1`. */
function keyText(key: YamlNode): string {
  return isScalar(key) ? (key.source ?? String(key.value ?? '')) : '';
}

function isQuoted(key: YamlNode): boolean {
  return isScalar(key) && (key.type === 'QUOTE_DOUBLE' || key.type === 'QUOTE_SINGLE');
}

function isMergeKey(key: YamlNode): boolean {
  return isScalar(key) && key.source === '<<' && !isQuoted(key);
}

/** The plain value of a tree; of keys given twice the first counts. Objects have no prototype to pollute. */
export function plainOf(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plainOf);
  const plain = Object.create(null) as Record<string, unknown>;
  for (const { key, value } of tree.entries) if (!(key in plain)) plain[key] = plainOf(value);
  return plain;
}

/** The entry of a key (the first, where it is given twice), or `undefined`. */
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
