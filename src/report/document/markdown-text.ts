/** Building blocks of Markdown documents. */
import { inlineText, paragraphs, plainText } from '../../messages/markdown';
import { joined, ours, type Markdown } from '../../messages/safe-text';
import { splitReferences } from '../../sheet/references';

/**
 * The sheet's wording as Markdown: paragraphs and `- ` lists. References are escaped, so that they make no link with
 * the text after them.
 */
export function wording(text: string): Markdown {
  return paragraphs(text, (line) => {
    const pieces = splitReferences(line);
    const parts = pieces.map((piece) =>
      'text' in piece ? inlineText(piece.text) : ours`[${plainText(piece.reference)}]`,
    );
    const couldBeLink = (index: number) =>
      'reference' in (pieces[index] ?? {}) && /^[([:]/.test(parts[index + 1] ?? '');
    return joined(
      parts.map((part, index) => (couldBeLink(index) ? ours`${part}\\` : part)),
      '',
    );
  });
}

/** A column of a table: its heading, and whether its cells are figures, which are aligned to the right. */
export interface Column {
  readonly heading: Markdown | '';
  readonly figures?: boolean;
}

/** A table, without a final line break. Each cell is on one line. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly (Markdown | '')[])[]): Markdown {
  const rule = columns.map(({ figures }) => ours`${figures ? '---:' : '---'}`);
  const lines = [columns.map(({ heading }) => heading), rule, ...rows].map(
    (cells) => ours`| ${joined(cells, ' | ')} |`,
  );
  return joined(lines, '\n');
}
