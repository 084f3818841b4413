/** The words of a cell: without the markup that a converter left in them, and lines that were broken put together again. */

/** Spaces of any width; a line break is none. */
export const space = String.raw`[ \t\u00a0\u3000]`;

/** Full-width digits, dots, spaces and the like as their ASCII forms: for recognising, never for keeping. */
export function folded(text: string): string {
  return text.normalize('NFKC').trim();
}

/** Markup becomes line breaks and `- ` lists; references get plain digits; the words stay as they are. */
export function cellText(cell: string): string {
  return plainReferences(withoutMarkup(cell))
    .split('\n')
    .map((line) => line.replace(new RegExp(`${space}+`, 'g'), (run) => (run.includes('\u3000') && run.length === 1 ? run : ' ')).trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\n\n(?=- )/g, (gap, at: number, whole: string) => (/(^|\n)- [^\n]*$/.test(whole.slice(0, at)) ? '\n' : gap))
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
      return name === 'li' && slash === '' ? '\n- ' : name === 'br' ? '\n' : /^(p|ul|ol|div|tr)$/.test(name) ? '\n\n' : '';
    })
    .join('');
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
  return lines.reduce((before, line) => {
    const [end, start] = [before.trimEnd(), line.trimStart()];
    if (end === '' || start === '') return end + start;
    if (end.length < before.length || start.length < line.length) return `${end} ${start}`;
    // A reference or a tag goes on.
    if (/[[［][\d０-９.．\-－]*$/.test(end)) return end + start;
    if (/<[^<>]*$/.test(end)) return `${end} ${start}`;
    if (isJapanese(end.at(-1)) && isJapanese(start[0])) return end + start;
    if (/>$/.test(end) || start.startsWith('<')) return end + start;
    doubt(`${end.slice(-12)}|${start.slice(0, 12)}`);
    return isJapanese(end.at(-1)) || isJapanese(start[0]) ? end + start : `${end} ${start}`;
  }, '');
}

function isJapanese(character: string | undefined): boolean {
  return character !== undefined && /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef①-⑳※・]/u.test(character);
}
