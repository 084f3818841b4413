/** Cleans the text of a cell: removes a converter's markup and rejoins broken lines. */

/** Converts full-width digits, dots and spaces to ASCII, for recognition only: the text that is kept is not folded. */
export function folded(text: string): string {
  return text.normalize('NFKC').trim();
}

/** Turns markup into line breaks and `- ` lists, and digits in references into ASCII; keeps the words unchanged. */
export function cellText(cell: string): string {
  return plainReferences(withoutMarkup(cell))
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0\u3000]+/g, (run) => (run === '\u3000' ? run : ' ')).trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\n\n(?=- )/g, (gap, at: number, whole: string) => {
      const isItem = whole.startsWith('- ', whole.lastIndexOf('\n', at - 1) + 1);
      return isItem ? '\n' : gap;
    })
    .trim();
}

function withoutMarkup(cell: string): string {
  let isList = false;
  return cell
    .split(/(<\/?(?:p|ul|ol|li|br|div|span|b|i|u|em|strong|font|td|tr|table)\b[^<>]*>)/i)
    .map((part, index) => {
      if (index % 2 === 0) return isList ? part.replace(/(^|\s)・\s*/g, '\n- ') : part;
      const [, slash, name = ''] = /^<(\/?)(\w+)/.exec(part.toLowerCase()) ?? [];
      if (name === 'ul' || name === 'ol') isList = slash === '';
      else if (name === 'p' && slash === '') isList = false;
      return breakAt(name, slash === '');
    })
    .join('');
}

/** What an HTML tag means in plain text: a list item, a line break, the end of a paragraph, or nothing. */
function breakAt(name: string, isOpening: boolean): string {
  if (name === 'li' && isOpening) return '\n- ';
  if (name === 'br') return '\n';
  return /^(p|ul|ol|div|tr)$/.test(name) ? '\n\n' : '';
}

function plainReferences(text: string): string {
  return text.replace(/[[［]([\d０-９.．\-－‐–~～\s\u3000]{1,30})[\]］]/g, (whole, inside: string) => {
    const reference = folded(inside).replace(/\s/g, '').replace(/[‐–~]/g, '-');
    return /^\d[\d.]*(-[\d.]+)?$/.test(reference) ? `[${reference}]` : whole;
  });
}

/** Whether a cell is blank: empty or a dash of any kind. */
export function isBlankCell(text: string): boolean {
  return /^[-‐‑‒–—―−ー－─━ｰ﹘﹣~〜～]*$/u.test(text.replace(/\s/g, ''));
}

/** Joins the lines of one text; breaks between Japanese letters are joined without a space. */
export function joinLines(lines: readonly string[], doubt: (text: string) => void): string {
  const parts: string[] = [];
  let end: End = { last: '', isSpaced: false, inReference: false, inTag: false };
  for (const line of lines) {
    const start = line.trimStart();
    const words = start.trimEnd();
    if (words === '') {
      end = { ...end, isSpaced: false };
      continue;
    }
    const joint = parts.length ? jointOf(end, start, start.length < line.length, doubt) : '';
    parts.push(joint, words);
    end = endOf(end, joint, words, words.length < start.length);
  }
  return parts.join('');
}

/**
 * The end of a text as far as joining the next line needs it: scanning the whole text for each line would be quadratic.
 */
interface End {
  /** The last characters. */
  readonly last: string;
  readonly isSpaced: boolean;
  readonly inReference: boolean;
  readonly inTag: boolean;
}

/** Number of characters shown on either side of a joint. */
const shown = 12;

function endOf(before: End, joint: string, words: string, isSpaced: boolean): End {
  const goesOn = before.inReference && joint === '' && /^[\d０-９.．\-－]*$/.test(words);
  const [open, close] = [words.lastIndexOf('<'), words.lastIndexOf('>')];
  return {
    last: (before.last + joint + words.slice(-shown)).slice(-shown),
    isSpaced,
    inReference: goesOn || /[[［][\d０-９.．\-－]*$/.test(words),
    inTag: open > close || (open === close && before.inTag),
  };
}

/** The separator between a text and its next line. */
function jointOf(end: End, next: string, isIndented: boolean, doubt: (text: string) => void): '' | ' ' {
  const { last, isSpaced, inReference, inTag } = end;
  if (isSpaced || isIndented) return ' ';
  // Within a reference or a tag.
  if (inReference) return '';
  if (inTag) return ' ';
  const japanese = [last.at(-1), next[0]].filter(isJapanese).length;
  if (japanese === 2 || last.endsWith('>') || next.startsWith('<')) return '';
  doubt(`${last}|${next.slice(0, shown)}`);
  return japanese > 0 ? '' : ' ';
}

function isJapanese(character: string | undefined): boolean {
  return character !== undefined && /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef①-⑳※・]/u.test(character);
}
