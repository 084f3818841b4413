/** Reads a workbook (.xlsx), saved by any program, as rows of texts. */
import { noValue } from '../cell-text';
import { dateStyles, dayOf } from './dates';
import { partsOf, plainPath, readXml, WorkbookRefused } from './parts';

/** A sheet: its non-empty rows by number from 1, cells by column from 0. */
export interface Worksheet {
  readonly name: string;
  readonly rows: ReadonlyMap<number, readonly string[]>;
}

/** Limit of columns: our tables have fewer than 30. */
const mostColumns = 500;
const mostRows = 20_000;

/**
 * The sheets of a workbook in order, including hidden ones, with hidden and filtered rows. Throws `WorkbookRefused`.
 */
export function readWorkbook(bytes: Uint8Array): Worksheet[] {
  const parts = partsOf(bytes);
  const workbook = parts.get('xl/workbook.xml');
  if (workbook === undefined) throw new WorkbookRefused('import.no-workbook');
  const targets = targetsOf(parts.get('xl/_rels/workbook.xml.rels') ?? '<none/>');
  const sheets: { readonly name: string; readonly path: string }[] = [];
  let startsIn1904 = false;
  readXml(workbook, {
    open(name, { name: title = '', id = '', date1904 }) {
      if (name === 'workbookPr') startsIn1904 = date1904 === '1' || date1904 === 'true';
      if (name === 'sheet') sheets.push({ name: title, path: targets.get(id) ?? '' });
    },
  });
  const strings = sharedStrings(parts.get('xl/sharedstrings.xml') ?? '<none/>');
  const areDates = dateStyles(parts.get('xl/styles.xml') ?? '<none/>');
  return sheets.flatMap(({ name, path }) => {
    const xml = parts.get(path);
    return xml === undefined ? [] : [{ name, rows: rowsOf(xml, { strings, areDates, startsIn1904 }) }];
  });
}

/** Paths of the sheets, by the ids of their relationships. */
function targetsOf(relationships: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(relationships, {
    open(name, { Id: id = '', Target: target = '' }) {
      if (name === 'Relationship') targets.set(id, plainPath(target.startsWith('/') ? target : `xl/${target}`));
    },
  });
  return targets;
}

/** The shared texts of cells. A rich text is the text of all its runs; phonetic hints (`rPh`) are not part of it. */
function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  const collector = new TextCollector();
  readXml(xml, {
    open(name) {
      if (name === 'si') collector.start();
      collector.open(name);
    },
    close(name) {
      collector.close(name);
      if (name === 'si') strings.push(collector.text);
    },
    text: (text) => collector.add(text),
  });
  return strings;
}

/** Collects the text in the `t` elements of a string. */
class TextCollector {
  private pieces = '';
  private isText = false;
  private isPhonetic = false;

  start(): void {
    this.pieces = '';
    this.isText = this.isPhonetic = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.isPhonetic = true;
    if (name === 't') this.isText = true;
  }

  close(name: string): void {
    if (name === 'rPh') this.isPhonetic = false;
    if (name === 't') this.isText = false;
  }

  add(text: string): void {
    if (this.isText && !this.isPhonetic) this.pieces += text;
  }

  /** Some characters are escaped as `_x000D_`. */
  get text(): string {
    return this.pieces.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  }
}

interface Surroundings {
  readonly strings: readonly string[];
  readonly areDates: readonly boolean[];
  readonly startsIn1904: boolean;
}

/** A cell while it is being read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value?: string;
  hasFormula: boolean;
}

function rowsOf(xml: string, surroundings: Surroundings): ReadonlyMap<number, readonly string[]> {
  const rows = new Map<number, string[]>();
  const inline = new TextCollector();
  let [row, column, isValue] = [0, -1, false];
  let cell: OpenCell | undefined;
  readXml(xml, {
    open(name, { r: place, t: type = 'n', s: style = '0' }) {
      inline.open(name);
      if (name === 'row') [row, column] = [place === undefined ? row + 1 : Number(place), -1];
      if (name === 'c') {
        column = place === undefined ? column + 1 : columnOf(place);
        cell = { column, type, style: Number(style), hasFormula: false };
        inline.start();
      }
      if (name === 'f' && cell) cell.hasFormula = true;
      if (name === 'v') isValue = true;
    },
    close(name) {
      inline.close(name);
      if (name === 'v') isValue = false;
      if (name !== 'c' || !cell) return;
      const text = cell.type === 'inlineStr' ? inline.text : cellTextOf(cell, surroundings);
      if (text !== '') put(rows, row, cell.column, text);
      cell = undefined;
    },
    text(text) {
      inline.add(text);
      if (isValue && cell) cell.value = (cell.value ?? '') + text;
    },
  });
  return rows;
}

/** Adds a cell. Throws `WorkbookRefused` where the table exceeds the limits. */
function put(rows: Map<number, string[]>, row: number, column: number, text: string): void {
  if (!(column >= 0 && column < mostColumns) || rows.size >= mostRows)
    throw new WorkbookRefused('import.workbook-too-large');
  const cells = rows.get(row) ?? [];
  while (cells.length < column) cells.push('');
  cells[column] = text;
  rows.set(row, cells);
}

/** The column of a cell reference, from 0: that of `C7` is 2. */
function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}/i.exec(place)?.[0].toUpperCase() ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The value of a cell, also where a formula computed it: numbers unchanged, dates as days. */
function cellTextOf({ type, style, value, hasFormula }: OpenCell, surroundings: Surroundings): string {
  if (value === undefined) return hasFormula ? noValue : '';
  if (type === 'e') return noValue;
  if (type === 's') return surroundings.strings[Number(value)] ?? noValue;
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
  if (type !== 'n') return value;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  // Some programs save 2.1 as 2.1000000000000001.
  const exact = Number(number.toPrecision(15));
  return surroundings.areDates[style] ? dayOf(exact, surroundings.startsIn1904) : String(exact);
}
