/** The properties of worksheets besides their cells: printing, filters and validation. */
import type { Feature } from 'write-excel-file/universal';
import { printable } from '../../messages/printable';

/** The valid numbers of a column, and the message for others. */
export interface Check {
  /** Counted from 1. */
  readonly column: number;
  readonly type: 'whole' | 'decimal';
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** A worksheet with one table. Rows and columns are counted from 1. */
export interface Page {
  readonly name: string;
  /** The row of column names, which is printed on every page, and the extent of the table. */
  readonly head: number;
  readonly last: number;
  readonly columns: number;
  readonly checks: readonly Check[];
  /** The columns to fill in; where there are any, all other cells are locked, without a password. */
  readonly inputs: readonly number[];
  /** Headers on the left and right, and footer on the left, of every page. */
  readonly title: string;
  readonly day: string;
  readonly made: string;
}

/**
 * Formats the worksheets for printing: one A4 page wide, with headers and page numbers, filters at the column names,
 * and validation of input.
 */
export function pages(all: readonly Page[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => withPage(xml, all[sheetIndex]),
        },
        'xl/styles.xml': { transform: withUnlocked },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace('<definedNames/>', `<definedNames>${all.map(rangesOf).join('')}</definedNames>`),
        },
      },
    },
  };
}

/** The format prescribes the order of elements. */
function withPage(xml: string, page: Page | undefined): string {
  if (!page) return xml;
  return withStyles(xml, page)
    .replace(/<worksheet[^<>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('</sheetData>', `</sheetData>${protectionOf(page)}${filterOf(page)}`)
    .replace(/<pageMargins /, `${checksOf(page)}$&`)
    .replace(
      /<pageMargins [^<>]*>/,
      '<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"/>',
    )
    .replace(
      /<pageSetup [^<>]*>/,
      `<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>${runningTitles(page)}`,
    );
}

/** Follows each style by the same one unlocked, so that the numbers of styles double. */
function withUnlocked(xml: string): string {
  const [before = '', ...styles] = xml.split('<xf ');
  const doubled = styles.map((style) => {
    const [own = '', ...after] = style.split('</xf>');
    return `<xf ${own}</xf><xf applyProtection="1" ${own}<protection locked="0"/></xf>${after.join('</xf>')}`;
  });
  return `${before.replace(/<cellXfs count="(\d+)"/, (_, count: string) => `<cellXfs count="${2 * Number(count)}"`)}${doubled.join('')}`;
}

/** Refers to the doubled styles: the unlocked ones for the cells to fill in. */
function withStyles(xml: string, { head, inputs }: Page): string {
  const open = new Set(inputs.map(letter));
  return xml.replace(/<c r="([A-Z]+)(\d+)"([^<>]*)>/g, (cell, column: string, row: string, rest: string) => {
    const isOpen = open.has(column) && Number(row) > head;
    const style = (number: string) => ` s="${2 * Number(number) + (isOpen ? 1 : 0)}"`;
    return `<c r="${column}${row}"${rest.replace(/ s="(\d+)"/, (_, number: string) => style(number))}>`;
  });
}

/** Locks the texts, but not their filters and layout. */
function protectionOf({ inputs }: Page): string {
  const allowed = ['formatCells', 'formatColumns', 'formatRows', 'sort', 'autoFilter'];
  return inputs.length ? `<sheetProtection sheet="1" ${allowed.map((name) => `${name}="0"`).join(' ')}/>` : '';
}

/** Defined names for the filtered range, and for the rows printed on every page. */
function rangesOf({ name, head, last, columns }: Page, index: number): string {
  const sheet = `'${name.replaceAll("'", "''")}'!`;
  const filtered = escaped(`${sheet}$A$${head}:$${letter(columns)}$${last}`);
  const printed = escaped(`${sheet}$${head}:$${head}`);
  return (
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${filtered}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${printed}</definedName>`
  );
}

function filterOf({ head, last, columns }: Page): string {
  return `<autoFilter ref="A${head}:${letter(columns)}${last}"/>`;
}

function checksOf({ head, last, checks }: Page): string {
  if (!checks.length || last <= head) return '';
  const all = checks.map(({ column, type, from, to, message }) => {
    const cells = `${letter(column)}${head + 1}:${letter(column)}${last}`;
    const words = `showErrorMessage="1" error="${escaped(message)}"`;
    const limits = `<formula1>${from}</formula1><formula2>${to}</formula2>`;
    return `<dataValidation type="${type}" allowBlank="1" ${words} sqref="${cells}">${limits}</dataValidation>`;
  });
  return `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

function runningTitles({ title, day, made }: Page): string {
  const above = `&L${titleText(title)}&R${titleText(day)}`;
  const below = `&L${titleText(made)}&C&A&R&P / &N`;
  return `<headerFooter><oddHeader>${escaped(above)}</oddHeader><oddFooter>${escaped(below)}</oddFooter></headerFooter>`;
}

/** A header has at most 255 characters, including its codes. */
const longest = 180;

/** Escapes a text for a header, where `&` begins a code. */
function titleText(text: string): string {
  const characters = Array.from(printable(text), (character) => (character === '&' ? '&&' : character));
  while (characters.join('').length > longest) characters.splice(-2, 2, '…');
  return characters.join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The letter of a column; there are fewer than 27. */
function letter(column: number): string {
  return String.fromCharCode(64 + column);
}
