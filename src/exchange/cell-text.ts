/** Texts as the cells of a table hold them, none of them a formula. */
import { withoutLogCommands } from '../messages/log-commands';
import { printable } from '../messages/printable';

/** What a cell of a workbook says whose formula has no value, or failed: no text that `cellText` gives holds it. */
export const noValue = '\ufffe';

/** More characters no cell of Excel holds. */
export const longestCell = 32_767;

/**
 * A text as a cell holds it: with one kind of line break, and without what would not show, or what a terminal or a
 * build server would act on.
 */
export function cellText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const shown = lines.map((line) => line.split('\t').map(printable).join('\t')).join('\n');
  // In the table a quotation mark stands before the first line.
  return withoutLogCommands(`"${shown}`).slice(1);
}

/** Whether a cell takes its value away: with nothing but a dash. */
export function isDash(cell: string): boolean {
  return cell.normalize('NFKC').trim() === '-';
}

/** Whether a cell holds a text as it is, but for how its lines end. */
export function isExact(text: string): boolean {
  return cellText(text) === text.replace(/\r\n?/g, '\n').trimEnd();
}

/**
 * What may stand before a formula: blanks of any kind, and quotation marks, which are text to a spreadsheet that
 * expects other separators.
 */
const blanks = String.raw`[\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\v\f\u0085'"]*`;

/** What a formula begins with, in any width. */
const mathematical = String.raw`\u207a-\u207c\u208a-\u208c\u2212`;
const wide = String.raw`\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20\uff5c`;
const starters = String.raw`=+\-@|${mathematical}${wide}`;

const formula = new RegExp(`^${blanks}[${starters}]`, 'u');
/** A tab or line break at the start of a cell is skipped by some. */
const firstFormula = new RegExp(`^${blanks}[${starters}\\t\\n\\r]`, 'u');

/**
 * The text with a change wherever a spreadsheet could begin a cell, whatever separator it expects, and take it for a
 * formula.
 */
function atFormulas(text: string, change: (formula: string) => string): string {
  const cells = text.split(/(?<=[;\t\n\r])/);
  return cells.map((cell, index) => ((index === 0 ? firstFormula : formula).test(cell) ? change(cell) : cell)).join('');
}

/** A text in which no spreadsheet finds a formula: an apostrophe is put before what looks so. */
export function defused(text: string): string {
  return atFormulas(text, (cell) => `'${cell}`);
}

/** The text of a defused cell, exactly; also where a spreadsheet has dropped apostrophes. */
export function undefused(text: string): string {
  return atFormulas(text, (cell) => cell.replace(/^'/, ''));
}
