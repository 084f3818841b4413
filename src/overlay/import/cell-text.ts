/**
 * The words of a cell: without the markup that a converter left in them, and lines that were broken put together again.
 */

/** Full-width digits, dots, spaces and the like as their ASCII forms: for recognising, never for keeping. */
export function folded(text: string): string {
  return text.normalize('NFKC').trim();
}

/** Markup becomes line breaks and `- ` lists; references get plain digits; the words stay as they are. */
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

/** What a tag of HTML means in plain text: an item of a list, a line break, the end of a paragraph, or nothing. */
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

/** Whether a cell says that there is nothing: some kind of dash, or nothing at all. */
export function isBlankCell(text: string): boolean {
  return /^[-‐‑‒–—―−ー－─━ｰ﹘﹣~〜～]*$/u.test(text.replace(/\s/g, ''));
}

/** Puts the lines of one text together; what was broken between Japanese letters is joined without a space. */
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

/** What a text ends in, as far as it matters to the next line: to look at all of it for each would take too long. */
interface End {
  /** The last characters. */
  readonly last: string;
  readonly isSpaced: boolean;
  readonly inReference: boolean;
  readonly inTag: boolean;
}

/** How much of either side of a joint is shown. */
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

/** What comes between a text and the next line. */
function jointOf(end: End, next: string, isIndented: boolean, doubt: (text: string) => void): '' | ' ' {
  const { last, isSpaced, inReference, inTag } = end;
  if (isSpaced || isIndented) return ' ';
  // A reference or a tag goes on.
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
