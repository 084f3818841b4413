/**
 * Reads one version of a file after the other. What a keystroke leaves alone is not read again: a text in ordinary
 * block style falls into blocks, one for each key at the top and one for each service, that YAML reads the same by
 * themselves.
 *
 * Whatever might tie blocks together (anchors, merge keys, directives, several documents) or is wrong with one makes
 * the text be read as a whole, so that the outcome is always that of `readYaml`.
 */
import type { Entry, MapTree, Span, Tree } from './tree';
import { maximumLength, maximumTokens, readYaml, type YamlText } from './read-yaml';

/** A key as it begins a block, behind its indentation. */
const blockKey = /^(?:[\w.-]+|"[^"\\\r\n]*"|'[^'\r\n]*')[ ]*:(?=[ \r\n]|$)/;

/** What stands in front of a service's block while it is read by itself. */
const above = 'services:\n';

/** Entries a block holds, with places counted from its start. */
interface Block {
  readonly entries: readonly Entry[];
  readonly span: Span;
  readonly tokens: number;
}

/** Blocks by their text; those that do not stand for themselves are `undefined`. */
type Blocks = Map<string, Block | undefined>;

export class YamlReader {
  private blocks: Blocks = new Map();
  private isTooMuch = false;
  /** How many more tokens may be read in blocks. */
  private left = maximumTokens;

  /** Reads the next version of the text: the same as `readYaml` does. */
  read(text: string): YamlText {
    // What was too much is likely to be so still, and is then not begun twice.
    const read = (this.isTooMuch ? undefined : this.inBlocks(text)) ?? readYaml(text);
    this.isTooMuch = read.tokens > maximumTokens;
    return read;
  }

  private inBlocks(text: string): YamlText | undefined {
    if (text.length > maximumLength) return undefined;
    const starts = blockStarts(text, '');
    if (!starts || !isBlank(text.slice(0, starts[0])) || /\0|\r(?!\n)/.test(text)) return undefined;
    const known = this.blocks;
    this.blocks = new Map();
    this.left = maximumTokens - readYaml(text.slice(0, starts[0])).tokens;
    const all = joined(text, starts, (part) => this.services(part, known) ?? this.block(part, '', known));
    if (!all || this.left < 0) {
      // Half a line was typed: with the other half, all the rest is as it was.
      this.blocks = known;
      return undefined;
    }
    return { tree: mapOf(all), issues: [], broken: false, tokens: maximumTokens - this.left };
  }

  /** The block of all services, put together from theirs; `undefined` where it has to be read as one. */
  private services(text: string, known: Blocks): Block | undefined {
    const indent = /^services:[ ]*(?:#[^\r\n]*)?\r?\n(?:[ ]*(?:#[^\r\n]*)?\r?\n)*([ ]+)(?=["'\w])/.exec(text)?.[1];
    const starts = indent === undefined ? undefined : blockStarts(text, indent);
    const head = starts && this.block(text.slice(0, starts[0]), '', known);
    const [own] = head?.entries ?? [];
    const all = starts && joined(text, starts, (part) => this.block(part, above, known));
    // Where one service cannot be read by itself, all of them as one are no shorter than the text.
    if (starts && !all) this.left = -1;
    if (!head || !own || !all) return undefined;
    return {
      entries: [{ ...own, value: mapOf(all) }],
      span: { start: head.span.start, end: all.span.end },
      tokens: head.tokens + all.tokens,
    };
  }

  /** One block by itself; `undefined` when something is wrong with it, or it does not stand for itself. */
  private block(text: string, prefix: string, known: Blocks): Block | undefined {
    if (this.left < 0) return undefined;
    const name = prefix + text;
    const block = known.has(name) ? known.get(name) : readBlock(name, prefix);
    this.blocks.set(name, block);
    this.left -= block?.tokens ?? 0;
    return block;
  }
}

/** The blocks of a text as one; `undefined` as soon as one is. */
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

/** Nothing but comments and blank lines; the last may have no end. */
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

/** Nothing in it comes from elsewhere. */
function standsAlone(tree: Tree): boolean {
  if (tree.aliased) return false;
  if (tree.kind === 'list') return tree.items.every(standsAlone);
  return tree.kind === 'scalar' || tree.entries.every(({ merged, value }) => !merged && standsAlone(value));
}

/**
 * Where the blocks begin, in order: at each line of an indentation that holds a key. Lines that are blank, comments or
 * deeper belong to the block above; any other makes the text one that is not read in blocks.
 */
function blockStarts(text: string, indent: string): number[] | undefined {
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at) + 1 || text.length;
    // A text has many more lines than blocks: most are told by one character.
    if (text.startsWith(indent, at) && !' \r\n#'.includes(text.charAt(at + indent.length))) {
      if (!blockKey.test(text.slice(at + indent.length, next))) return undefined;
      starts.push(at);
    }
    // A line less deep, other than the key above all these, ends what they are part of.
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
