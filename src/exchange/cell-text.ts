/** Writes texts as cells of a table, none of them a formula. */
import { withoutLogCommands } from '../messages/log-commands';
import { printable } from '../messages/printable';

/** The text of a workbook cell whose formula has no value or failed; `cellText` never returns it. */
export const noValue = '\ufffe';

/** The longest text of an Excel cell, in characters. */
export const longestCell = 32_767;

/**
 * A text as a cell holds it: with uniform line breaks, without unprintable characters and commands to build servers.
 */
export function cellText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const shown = lines.map((line) => line.split('\t').map(printable).join('\t')).join('\n');
  // In the table the first line follows a quotation mark, so that is what is checked.
  return withoutLogCommands(`"${shown}`).slice(1);
}

/** Whether a cell removes its value: it holds nothing but a dash. */
export function isDash(cell: string): boolean {
  return cell.normalize('NFKC').trim() === '-';
}

/** Whether a cell holds a text unchanged, except for its line endings. */
export function isExact(text: string): boolean {
  return cellText(text) === text.replace(/\r\n?/g, '\n').trimEnd();
}

/**
 * What may precede a formula: white space of any kind, and quotation marks, which are plain text to a spreadsheet that
 * expects other separators.
 */
const blanks = String.raw`[\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\v\f\u0085'"]*`;

/** The first characters of formulas, in any width. */
const mathematical = String.raw`\u207a-\u207c\u208a-\u208c\u2212`;
const wide = String.raw`\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20\uff5c`;
const starters = String.raw`=+\-@|${mathematical}${wide}`;

const formula = new RegExp(`^${blanks}[${starters}]`, 'u');
/** Some programs skip a tab or line break at the start of a cell. */
const firstFormula = new RegExp(`^${blanks}[${starters}\\t\\n\\r]`, 'u');

/** Applies a change wherever a spreadsheet, whatever separator it expects, might begin a cell and read a formula. */
function atFormulas(text: string, change: (formula: string) => string): string {
  const cells = text.split(/(?<=[;\t\n\r])/);
  return cells.map((cell, index) => ((index === 0 ? firstFormula : formula).test(cell) ? change(cell) : cell)).join('');
}

/** A text that no spreadsheet reads as a formula: an apostrophe precedes whatever looks like one. */
export function defused(text: string): string {
  return atFormulas(text, (cell) => `'${cell}`);
}

/** The exact text of a defused cell, also after a spreadsheet has dropped apostrophes. */
export function undefused(text: string): string {
  return atFormulas(text, (cell) => cell.replace(/^'/, ''));
}
