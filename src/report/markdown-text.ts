/** Pieces of Markdown documents: the sheet's wording, text from files, tables. */
import { printable, withoutLogCommands } from './printable';

/** The sheet's wording as Markdown shows it: only `- ` lists are meant as markup, and `[3.1](…)` is not a link. */
export function wording(text: string): string {
  return withoutLogCommands(text)
    .replace(/[\\`*_~<]/g, '\\$&')
    .replace(/\](?=[([])/g, ']\\')
    .replace(/^(#|\d+(?=[.)] ))/gm, (start) => (start === '#' ? '\\#' : `${start}\\`));
}

/**
 * Text from a file on one line, as nothing but text: no markup, HTML, link, mention, formula or emoji. What reads the
 * same unescaped is left alone, for such documents are read as they are written, too.
 */
export function plainText(text: string): string {
  return printable(text)
    .trim()
    .replace(/[\\`*_[\]<>|~&#@$]|:(?=[a-z/+-])|(?<=www)\./gi, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A column of a table: its heading, and whether its cells are figures, which stand on the right. */
export interface Column {
  readonly heading: string;
  readonly figures?: boolean;
}

/** A table, without a line break at its end. Cells are Markdown on one line. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const rule = columns.map(({ figures }) => (figures ? '---:' : '---'));
  return [columns.map(({ heading }) => heading), rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
