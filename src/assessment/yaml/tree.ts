/**
 * A YAML document as values that know where they stand.
 *
 * Aliases are followed and merge keys applied, within a bound that stops alias bombs; a value reached through an alias
 * takes the place of the alias, for that is where a reader and an edit will look for it.
 */
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from './span';
import { afterColon } from './text-edit';

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

/** One `key: value` of a map, as written (`merged` when it comes from a merge key elsewhere). */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly quoted: boolean;
  readonly merged: boolean;
  readonly value: Tree;
}

/** Aliases lead to more nodes than any real assessment has: the file is malicious or wrong. */
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
 * The tree of a text's parsed document, or `undefined` for an empty one. Aliases without an anchor have no value and
 * are told to `dangling`. Throws `TooManyAliases`.
 */
export function treeOf(text: string, document: Document.Parsed, dangling: (alias: Span) => void): Tree | undefined {
  if (!document.contents) return undefined;
  return new TreeBuilder(text, dangling).build(document.contents as YamlNode, { start: 0, end: 0 });
}

class TreeBuilder {
  private readonly anchors = new Map<string, YamlNode>();
  private readonly open = new Set<YamlNode>();
  private aliasNodes = 0;

  constructor(
    private readonly text: string,
    private readonly dangling: (alias: Span) => void,
  ) {}

  /**
   * `place` is where to say the value stands when the node itself has no range; `via` the alias it is reached through.
   */
  build(node: YamlNode, place: Span, via?: Span): Tree {
    if (isAlias(node)) return this.follow(node.source, spanOf(node, place), via);
    if (via && ++this.aliasNodes > aliasBudget) throw new TooManyAliases(via);
    if (node && !via && 'anchor' in node && node.anchor) this.anchors.set(node.anchor, node);
    const span = via ?? spanOf(node, place);
    if (isMap(node)) return this.map(node, span, via);
    if (isSeq(node)) return this.list(node, span, via);
    const own = isScalar(node) && !via ? this.ofScalar(node, span) : span;
    return { kind: 'scalar', span: own, value: isScalar(node) ? scalarValue(node) : null, aliased: via !== undefined };
  }

  /** The library counts the line break behind a block's last line to the block: it ends the line, as everywhere. */
  private ofScalar({ type }: Scalar, { start, end }: Span): Span {
    const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
    return { start, end: isBlock && end > start ? beforeBreak(this.text, end) : end };
  }

  private map(node: YAMLMap, place: Span, via: Span | undefined): MapTree {
    const { entries, end } = this.inside(node, () => this.entries(node, place, via));
    const flow = Boolean(node.flow);
    return {
      kind: 'map',
      span: flow || via ? place : this.upTo(place, end),
      entries,
      flow,
      aliased: via !== undefined,
    };
  }

  private list(node: YAMLSeq, place: Span, via: Span | undefined): ListTree {
    const items = this.inside(node, () => node.items.map((item) => this.build(item as YamlNode, place, via)));
    const flow = Boolean(node.flow);
    const end = items.at(-1)?.span.end ?? place.end;
    return { kind: 'list', span: flow || via ? place : this.upTo(place, end), items, flow, aliased: via !== undefined };
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

  /** The library counts comments and blank lines below a block collection in; its last value ends it. */
  private upTo({ start }: Span, last: number): Span {
    let end = Math.max(last, start);
    while (end > start && /\s/.test(this.text[end - 1] ?? '')) end--;
    return { start, end };
  }

  /** The entries of a map, those merged in last, and the end of the last one it has itself. */
  private entries(map: YAMLMap, place: Span, via: Span | undefined): { entries: Entry[]; end: number } {
    const own: Entry[] = [];
    const merged: Entry[] = [];
    let end = place.start;
    for (const pair of map.items) {
      if (!isPair(pair)) continue;
      const key = pair.key as YamlNode;
      const keySpan = via ?? spanOf(key, place);
      const absent = isAbsent(pair.value as YamlNode);
      const colon = (absent ? afterColon(this.text, keySpan.end) : undefined) ?? keySpan.end;
      const after = { start: colon, end: colon };
      const built = this.build(pair.value as YamlNode, after, via);
      // The library puts a value that is not there behind the white space, or on a line below.
      const value = absent && !via ? { ...built, span: after } : built;
      end = Math.max(end, keySpan.end, value.span.end);
      if (isMergeKey(key) && isMergeable(value)) merged.push(...mergedEntries(value));
      else own.push({ key: keyText(key), keySpan, quoted: isQuoted(key), merged: false, value });
    }
    if (merged.length === 0) return { entries: own, end };
    const names = new Set(own.map(({ key }) => key));
    for (const entry of merged) {
      if (names.has(entry.key)) continue;
      names.add(entry.key);
      own.push(entry);
    }
    return { entries: own, end };
  }
}

/** The end of the line that a line break before an offset ends; the offset where there is none. */
function beforeBreak(text: string, end: number): number {
  const breakLength = /(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0;
  return end - breakLength;
}

/** Anything else at `<<` merges nothing; it stays an entry, and is reported as an unknown key. */
function isMergeable(value: Tree): boolean {
  return value.kind === 'map' || (value.kind === 'list' && value.items.every(({ kind }) => kind === 'map'));
}

function mergedEntries(value: Tree): Entry[] {
  const maps = value.kind === 'list' ? value.items : [value];
  return maps.flatMap((map) => (map.kind === 'map' ? map.entries.map((entry) => ({ ...entry, merged: true })) : []));
}

/** Nothing is written where the value would be, not even an anchor or a tag. */
function isAbsent(node: YamlNode): boolean {
  return !node || (isScalar(node) && node.source === '' && node.type === 'PLAIN' && !node.anchor && !node.tag);
}

function spanOf(node: YamlNode, place: Span): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : place;
}

/** What a tag such as `!!timestamp` or `!!binary` makes an object of counts as it is written. */
function scalarValue({ value, source }: Scalar): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
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

/** The plain value of a tree; of keys given twice the first counts, and `__proto__` is a key like any other. */
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

/** The entries a map has itself, without those that a merge key brings; none for what is no map. */
export function ownEntries(tree: Tree | undefined): Entry[] {
  return tree?.kind === 'map' ? tree.entries.filter(({ merged }) => !merged) : [];
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
