/**
 * Reads the part of YAML that nearly all files are written in, several times as fast as the library: block maps and
 * lists, scalars of one line, flow collections of one line, and block scalars.
 *
 * Whatever is not certain to be in this part, be it valid or not, is left to the library. So there is nothing to report
 * here, and what is read always equals what the library would give.
 */
import { plainValue, sourceIn } from './plain-scalar';
import { trimmedEnd } from './text-edit';
import type { Entry, ListTree, MapTree, ScalarTree, Tree } from './tree';

/** A text in the common part of YAML. */
export interface CommonYaml {
  readonly tree: MapTree;
  /** The number of tokens, as the library counts them. */
  readonly tokens: number;
}

/**
 * The tree of a text, or `undefined` where the text needs the library or has more than so many tokens. Line breaks are
 * `\n` or `\r\n`.
 */
export function readCommonYaml(text: string, maximumTokens: number): CommonYaml | undefined {
  if (/[\t\ufeff]/.test(text)) return undefined;
  try {
    return new CommonReader(text, maximumTokens).document();
  } catch (error) {
    if (error === uncommon) return undefined;
    throw error;
  }
}

/** Thrown where the text leaves the common part; made once, since a stack trace costs as much as a line. */
const uncommon = new Error('Uncommon YAML');

/** Deeper nesting is left to the library, which limits it. */
const mostColumns = 32;
const mostNested = 8;

/** What follows, after spaces, where a line has no more content; `undefined` at the end of the text. */
const lineEnds: ReadonlySet<string | undefined> = new Set(['#', '\r', '\n', undefined]);

/** The rest of a line without content, and its break. */
const lineRest = /( *)((?<= )#[^\r\n]*)?(\r?\n|$)/y;
const emptyLine = /( *)(#[^\r\n]*)?(\r?\n|$)/y;
const quoted = /"([^"\\\r\n]*)"|'([^'\r\n]*)'/y;
const blockKey = /(?:"([^"\\\r\n]{0,200})"|'([^'\r\n]{0,200})'|(\w[\w.-]{0,200})):(?=[ \r\n]|$)/y;
const flowKey = /(?:"([^"\\\r\n]{0,200})"|'([^'\r\n]{0,200})'|(\w[\w.-]{0,200})): /y;
const dash = /-(?=[ \r\n]|$)/y;
const plainLine = /[^\s\-?:,[\]{}#&*!|>'"%@`~.+=][^\r\n]*/y;
const plainInFlow = /[^\s\-?:,[\]{}#&*!|>'"%@`~.+=][^\r\n,[\]{}]*/y;
const blockHeader = /([|>])(-?)\r?\n/y;

class CommonReader {
  /** Where reading goes on: between lines, at the first character of the next line with content. */
  private at = 0;
  /** The column of that character; -1 at the end of the text. */
  private column = 0;
  private nested = 0;
  /** Begins with the one for the document. */
  private tokens = 1;

  constructor(
    private readonly text: string,
    private readonly maximumTokens: number,
  ) {}

  document(): CommonYaml {
    this.toNextLine();
    const key = this.column === 0 && this.match(blockKey);
    if (!key) throw uncommon;
    const tree = this.map(0, key);
    if (this.column >= 0) throw uncommon;
    return { tree, tokens: this.tokens };
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }

  /** Goes behind what ends a line or fills an empty one; `false` where other content follows. */
  private skip(pattern: RegExp): boolean {
    // Most lines go on with a word, which is seen at once.
    let next = this.at;
    while (this.text[next] === ' ') next++;
    if (!lineEnds.has(this.text[next])) return false;
    const match = this.match(pattern);
    if (!match) return false;
    this.at += match[0].length;
    // White space, a comment and a line break; taken apart as a list, they would cost more than finding them.
    this.tokens += (match[1] ? 1 : 0) + (match[2] ? 1 : 0) + (match[3] ? 1 : 0);
    return true;
  }

  private skipSpaces(): void {
    const start = this.at;
    while (this.text[this.at] === ' ') this.at++;
    if (this.at > start) this.tokens++;
  }

  /** Goes to the next line with content, from the start of a line. */
  private toNextLine(): void {
    while (this.at < this.text.length && this.skip(emptyLine));
    const start = this.at;
    this.skipSpaces();
    this.column = start === this.text.length ? -1 : this.at - start;
    if (this.column > mostColumns || this.tokens > this.maximumTokens) throw uncommon;
  }

  /** Leaves a line behind that has no more content, and goes to the next one, which continues no scalar. */
  private endLine(indent: number): void {
    if (!this.skip(lineRest)) throw uncommon;
    this.toNextLine();
    if (this.column > indent) throw uncommon;
  }

  /** A block collection at the first character of a line. */
  private block(): Tree {
    if (this.isItem()) return this.list(this.column);
    const key = this.match(blockKey);
    if (!key) throw uncommon;
    return this.map(this.column, key);
  }

  private isItem(): boolean {
    return this.text[this.at] === '-' && this.match(dash) !== null;
  }

  private map(column: number, first: RegExpExecArray): MapTree {
    const start = this.at;
    const entries: Entry[] = [];
    let end = start;
    for (let key: RegExpExecArray | null = first; key; ) {
      const entry = this.entry(column, key);
      entries.push(entry);
      end = Math.max(entry.keySpan.end, entry.value.span.end);
      if (this.column !== column) break;
      key = this.match(blockKey);
    }
    if (this.column > column) throw uncommon;
    return { kind: 'map', span: this.spanOf(start, end), entries, flow: false, aliased: false };
  }

  private entry(column: number, key: RegExpExecArray): Entry {
    const start = this.at;
    const end = start + key[0].length - 1;
    this.at = end + 1;
    this.tokens += isQuoted(key) ? 2 : 3;
    return entryOf(key, start, end, this.valueOfKey(column));
  }

  private valueOfKey(column: number): Tree {
    const absent = this.at;
    if (!this.skip(lineRest)) return this.inline(column);
    this.toNextLine();
    if (this.column > column) return this.block();
    if (this.column === column && this.isItem()) return this.list(column);
    return scalar(null, absent, absent);
  }

  private list(column: number): ListTree {
    const start = this.at;
    const items: Tree[] = [];
    while (this.column === column && this.isItem()) {
      this.at++;
      this.tokens++;
      items.push(this.item(column));
    }
    if (this.column > column) throw uncommon;
    const end = items.at(-1)?.span.end ?? start;
    return { kind: 'list', span: this.spanOf(start, end), items, flow: false, aliased: false };
  }

  private item(column: number): Tree {
    const dashEnd = this.at;
    if (this.skip(lineRest)) {
      this.toNextLine();
      if (this.column > column) return this.block();
      throw uncommon;
    }
    this.skipSpaces();
    const key = this.match(blockKey);
    return key ? this.map(column + 1 + this.at - dashEnd, key) : this.inline(column);
  }

  /** A value that begins on the line of its key or dash; `column` is that of what holds it. */
  private inline(column: number): Tree {
    this.skipSpaces();
    const mark = this.text[this.at];
    if (mark === '|' || mark === '>') return this.blockScalar(column);
    const value = this.value(plainLine);
    this.endLine(column);
    return value;
  }

  /** A value that begins and ends on this line. */
  private value(plain: RegExp): Tree {
    switch (this.text[this.at]) {
      case '"':
      case "'":
        return this.quoted();
      case '[':
      case '{':
        return this.flow();
      default:
        return this.plain(plain);
    }
  }

  private quoted(): ScalarTree {
    const match = this.match(quoted);
    if (!match) throw uncommon;
    const start = this.at;
    this.at += match[0].length;
    this.tokens++;
    return scalar(match[1] ?? match[2] ?? '', start, this.at);
  }

  /** A plain scalar, which a comment may follow. */
  private plain(pattern: RegExp): ScalarTree {
    const match = this.match(pattern);
    if (!match) throw uncommon;
    const source = sourceIn(match[0]);
    const value = plainValue(source);
    if (value === undefined || source.endsWith(':') || source.includes(': ')) throw uncommon;
    const start = this.at;
    this.at += source.length;
    this.tokens += 2;
    return scalar(value, start, this.at);
  }

  private flow(): Tree {
    if (++this.nested > mostNested) throw uncommon;
    const start = this.at++;
    this.tokens += 2;
    const tree = this.text[start] === '[' ? this.flowList(start) : this.flowMap(start);
    this.nested--;
    return tree;
  }

  private flowList(start: number): ListTree {
    const items: Tree[] = [];
    while (!this.flowEnds(']', items.length)) items.push(this.flowValue());
    return { kind: 'list', span: { start, end: this.at }, items, flow: true, aliased: false };
  }

  private flowMap(start: number): MapTree {
    const entries: Entry[] = [];
    while (!this.flowEnds('}', entries.length)) {
      const key = this.match(flowKey);
      if (!key) throw uncommon;
      const at = this.at;
      this.at += key[0].length - 1;
      this.tokens += isQuoted(key) ? 2 : 3;
      entries.push(entryOf(key, at, this.at - 1, this.flowValue()));
    }
    return { kind: 'map', span: { start, end: this.at }, entries, flow: true, aliased: false };
  }

  /** Whether a flow collection ends here; else its next member follows. */
  private flowEnds(close: string, count: number): boolean {
    this.skipSpaces();
    if (this.text[this.at] === close) {
      this.at++;
      return true;
    }
    if (this.tokens > this.maximumTokens) throw uncommon;
    if (count === 0) return false;
    if (this.text[this.at++] !== ',') throw uncommon;
    this.tokens++;
    this.skipSpaces();
    // A comma before the end is valid, but uncommon: no member is found there.
    return false;
  }

  private flowValue(): Tree {
    this.skipSpaces();
    return this.value(plainInFlow);
  }

  /** A literal text, or a folded one of a single paragraph. */
  private blockScalar(column: number): ScalarTree {
    const match = this.match(blockHeader);
    if (!match) throw uncommon;
    const [header, style, chomping] = match;
    const start = this.at;
    this.at += header.length;
    this.tokens += 4;
    const { lines, end } = this.blockLines(column);
    if (lines.length === 0) throw uncommon;
    if (style === '>' && lines.some((line) => line === '' || line.startsWith(' ') || line.endsWith(' ')))
      throw uncommon;
    this.toNextLine();
    if (this.column > column) throw uncommon;
    return scalar(lines.join(style === '>' ? ' ' : '\n') + (chomping ? '' : '\n'), start, end);
  }

  /** The lines of a block scalar without their indentation, and the end of the last one. */
  private blockLines(column: number): { lines: string[]; end: number } {
    const lines: string[] = [];
    let [indent, blank, end] = [0, 0, this.at];
    for (let next = this.at; next < this.text.length; ) {
      const lineEnd = endOfLine(this.text, next);
      let content = next;
      while (this.text[content] === ' ') content++;
      if (content >= lineEnd) {
        // White space in a line without words may be content, or not.
        if (content > next) throw uncommon;
        blank++;
      } else {
        if (content - next <= column) break;
        indent ||= content - next;
        if (content - next < indent) throw uncommon;
        for (; blank > 0; blank--) lines.push('');
        lines.push(this.text.slice(next + indent, lineEnd));
        [this.at, end] = [afterBreak(this.text, lineEnd), lineEnd];
      }
      next = afterBreak(this.text, lineEnd);
    }
    return { lines, end };
  }

  /** The span of a block collection, which its last value ends. */
  private spanOf(start: number, end: number): { start: number; end: number } {
    return { start, end: trimmedEnd(this.text, start, end) };
  }
}

function entryOf(match: RegExpExecArray, start: number, end: number, value: Tree): Entry {
  const key = match[1] ?? match[2] ?? match[3] ?? '';
  return { key, keySpan: { start, end }, quoted: isQuoted(match), merged: false, value };
}

function isQuoted(key: RegExpExecArray): boolean {
  return key[3] === undefined;
}

function scalar(value: ScalarTree['value'], start: number, end: number): ScalarTree {
  return { kind: 'scalar', span: { start, end }, value, aliased: false };
}

/** The end of the line at an offset, before its break. */
function endOfLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  if (feed < 0) return text.length;
  return feed > at && text[feed - 1] === '\r' ? feed - 1 : feed;
}

/** The start of the line after the one that ends at an offset. */
function afterBreak(text: string, lineEnd: number): number {
  const feed = text[lineEnd] === '\r' ? lineEnd + 1 : lineEnd;
  return Math.min(feed + 1, text.length);
}
