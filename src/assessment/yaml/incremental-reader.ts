/**
 * Reads successive versions of a file, reusing what a keystroke did not change: a text in ordinary block style is split
 * into blocks, one for each top-level key and each service, that YAML reads in the same way on their own.
 *
 * Anything that might connect blocks (anchors, merge keys, directives, several documents), and any error, makes it read
 * the text as a whole, so that the result always equals that of `readYaml`.
 */
import type { Entry, MapTree, Span, Tree } from './tree';
import { hasTooManyTokens } from './read-by-library';
import { readYaml } from './read-yaml';
import { maximumLength, maximumTokens, type YamlText } from './yaml-text';

/** A key that begins a block, after its indentation. */
const blockKey = /^(?:[\w.-]+|"[^"\\\r\n]*"|'[^'\r\n]*')[ ]*:(?=[ \r\n]|$)/;

/**
 * The most blocks of a text or of its services that are read on their own, several times those of an assessment: each
 * costs more than its share of the whole text.
 */
const mostBlocks = 200;

/** The text put before a service's block when it is read on its own. */
const above = 'services:\n';

/** The entries of a block, with offsets from its start. */
interface Block {
  readonly entries: readonly Entry[];
  readonly span: Span;
  readonly tokens: number;
}

/** Blocks by their text; `undefined` for those that cannot be read on their own. */
type Blocks = Map<string, Block | undefined>;

export class YamlReader {
  private blocks: Blocks = new Map();
  private isTooMuch = false;
  /** The number of tokens that may still be read. */
  private left = maximumTokens;

  /** Reads the next version of the text, with the same result as `readYaml`. */
  read(text: string): YamlText {
    // What exceeds the limits is not tried in blocks first, which would take as long again; nor what did so before.
    this.isTooMuch ||= this.blocks.size === 0 && hasTooManyTokens(text);
    const read = (this.isTooMuch ? undefined : this.inBlocks(text)) ?? readYaml(text);
    this.isTooMuch = read.tokens > maximumTokens;
    return read;
  }

  private inBlocks(text: string): YamlText | undefined {
    if (text.length > maximumLength) return undefined;
    const starts = blockStarts(text, '');
    if (!starts || starts.length > mostBlocks || !isBlank(text.slice(0, starts[0])) || /\0|\r(?!\n)/.test(text))
      return undefined;
    const known = this.blocks;
    this.blocks = new Map();
    this.left = maximumTokens - readYaml(text.slice(0, starts[0])).tokens;
    const all = joined(text, starts, (part) => this.services(part, known) ?? this.block(part, '', known));
    if (!all || this.left < 0) {
      // The text is probably half-typed: its blocks are kept, since the next version will need them again.
      this.blocks = known;
      return undefined;
    }
    return { tree: mapOf(all), issues: [], broken: false, tokens: maximumTokens - this.left };
  }

  /** The block of all services, joined from theirs; `undefined` where it has to be read as one. */
  private services(text: string, known: Blocks): Block | undefined {
    const indent = /^services:[ ]*(?:#[^\r\n]*)?\r?\n(?:[ ]*(?:#[^\r\n]*)?\r?\n)*([ ]+)(?=["'\w])/.exec(text)?.[1];
    const starts = indent === undefined ? undefined : blockStarts(text, indent);
    if (starts && starts.length > mostBlocks) this.left = -1;
    const head = starts && this.block(text.slice(0, starts[0]), '', known);
    const [own] = head?.entries ?? [];
    const all = starts && joined(text, starts, (part) => this.block(part, above, known));
    // Where one service cannot be read on its own, reading all services as one would take as long as the whole text.
    if (starts && !all) this.left = -1;
    if (!head || !own || !all) return undefined;
    return {
      entries: [{ ...own, value: mapOf(all) }],
      span: { start: head.span.start, end: all.span.end },
      tokens: head.tokens + all.tokens,
    };
  }

  /** Reads a block on its own; `undefined` when it has an error or depends on other text. */
  private block(text: string, prefix: string, known: Blocks): Block | undefined {
    if (this.left < 0) return undefined;
    const name = prefix + text;
    const block = known.has(name) ? known.get(name) : readBlock(name, prefix);
    this.blocks.set(name, block);
    this.left -= block?.tokens ?? 0;
    return block;
  }
}

/** The blocks of a text joined; `undefined` as soon as one of them is. */
function joined(text: string, starts: readonly number[], read: (part: string) => Block | undefined): Block | undefined {
  const entries: Entry[] = [];
  const span = { start: Infinity, end: 0 };
  let tokens = 0;
  for (const [index, start] of starts.entries()) {
    const block = read(text.slice(start, starts[index + 1] ?? text.length));
    if (!block) return undefined;
    for (const entry of block.entries) entries.push(movedEntry(entry, start));
    span.start = Math.min(span.start, block.span.start + start);
    span.end = Math.max(span.end, block.span.end + start);
    tokens += block.tokens;
  }
  return { entries, span, tokens };
}

function mapOf({ entries, span }: Block): MapTree {
  return { kind: 'map', span, entries, flow: false, aliased: false };
}

/** Whether a text has only comments and blank lines; the last line may be incomplete. */
function isBlank(text: string): boolean {
  return /^(?:[ ]*(?:#[^\r\n]*)?\r?\n)*[ ]*(?:#[^\r\n]*)?$/.test(text);
}

function readBlock(text: string, prefix: string): Block | undefined {
  const { tree, broken, tokens } = readYaml(text);
  const whole = prefix && tree?.kind === 'map' ? tree.entries[0]?.value : tree;
  if (broken || whole?.kind !== 'map' || whole.flow || !standsAlone(whole)) return undefined;
  const entries = whole.entries.map((entry) => movedEntry(entry, -prefix.length));
  return { entries, span: moved(whole.span, -prefix.length), tokens };
}

/** Whether no value comes from elsewhere. */
function standsAlone(tree: Tree): boolean {
  if (tree.aliased) return false;
  if (tree.kind === 'list') return tree.items.every(standsAlone);
  return tree.kind === 'scalar' || tree.entries.every(({ merged, value }) => !merged && standsAlone(value));
}

/**
 * The starts of blocks, in order: every line of an indentation with a key. Blank lines, comments and deeper lines
 * belong to the block above; any other line means that the text cannot be read in blocks.
 */
function blockStarts(text: string, indent: string): number[] | undefined {
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at) + 1 || text.length;
    // Most lines do not begin a block, which one character tells.
    if (text.startsWith(indent, at) && !' \r\n#'.includes(text.charAt(at + indent.length))) {
      if (!blockKey.test(text.slice(at + indent.length, next))) return undefined;
      starts.push(at);
    }
    // A line with less indentation, other than the parent key, ends the collection.
    if (at > 0 && !text.startsWith(indent, at) && !isBlank(text.slice(at, next))) return undefined;
    at = next;
  }
  return starts.length ? starts : undefined;
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function movedEntry(entry: Entry, by: number): Entry {
  return { ...entry, keySpan: moved(entry.keySpan, by), value: movedTree(entry.value, by) };
}

function movedTree(tree: Tree, by: number): Tree {
  const span = moved(tree.span, by);
  if (tree.kind === 'scalar') return { ...tree, span };
  if (tree.kind === 'list') return { ...tree, span, items: tree.items.map((item) => movedTree(item, by)) };
  return { ...tree, span, entries: tree.entries.map((entry) => movedEntry(entry, by)) };
}
