/**
 * The tree of a document that the library has read.
 *
 * Aliases are followed and merge keys applied, up to a limit that stops alias bombs. A value reached through an alias
 * has the alias's span, which is where readers and edits look for it.
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
import type { Entry, ListTree, MapTree, Tree } from './tree';

/** Aliases expand to more nodes than any real assessment has: the file is malicious or wrong. */
export class TooManyAliases extends Error {
  constructor(
    /** The alias that exceeded the limit. */
    readonly span: Span,
  ) {
    super();
  }
}
const aliasBudget = 20_000;

type YamlNode = Node | ParsedNode | null | undefined;

/**
 * The tree of a parsed document; `undefined` for an empty one. Aliases without an anchor have no value and are passed
 * to `dangling`. Throws `TooManyAliases`.
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

  /** `place` is the span of a value whose node has no range; `via` is the alias through which it is reached. */
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

  /** The library counts the line break after a block scalar as part of it; here it ends the line. */
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

  /**
   * The library counts comments and blank lines after a block collection as part of it; here its last value ends it.
   */
  private upTo({ start }: Span, last: number): Span {
    let end = Math.max(last, start);
    while (end > start && /\s/.test(this.text[end - 1] ?? '')) end--;
    return { start, end };
  }

  /** The entries of a map, merged ones last, and the end of its own last entry. */
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
      // The library places a missing value after the white space, or on a line below.
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

/** The end of the line whose line break is before an offset; the offset where there is none. */
function beforeBreak(text: string, end: number): number {
  const breakLength = /(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0;
  return end - breakLength;
}

/** Other values of `<<` merge nothing; the entry is kept, and reported as an unknown key. */
function isMergeable(value: Tree): boolean {
  return value.kind === 'map' || (value.kind === 'list' && value.items.every(({ kind }) => kind === 'map'));
}

function mergedEntries(value: Tree): Entry[] {
  const maps = value.kind === 'list' ? value.items : [value];
  return maps.flatMap((map) => (map.kind === 'map' ? map.entries.map((entry) => ({ ...entry, merged: true })) : []));
}

/** Whether no value is written, not even an anchor or a tag. */
function isAbsent(node: YamlNode): boolean {
  return !node || (isScalar(node) && node.source === '' && node.type === 'PLAIN' && !node.anchor && !node.tag);
}

function spanOf(node: YamlNode, place: Span): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : place;
}

/** Values that a tag such as `!!timestamp` or `!!binary` turns into objects count as their source text. */
function scalarValue({ value, source }: Scalar): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return source ?? String(value);
}

/** The key as written: `1.10` differs from `1.1`. */
function keyText(key: YamlNode): string {
  return isScalar(key) ? (key.source ?? String(key.value ?? '')) : '';
}

function isQuoted(key: YamlNode): boolean {
  return isScalar(key) && (key.type === 'QUOTE_DOUBLE' || key.type === 'QUOTE_SINGLE');
}

function isMergeKey(key: YamlNode): boolean {
  return isScalar(key) && key.source === '<<' && !isQuoted(key);
}
