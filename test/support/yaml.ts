/**
 * A sample over several lines that stands as deep as the code around it, from the line after the first quote on. Where
 * the last quote has a line of its own, the sample ends with a line break, and its lines begin two columns after that
 * of the quote; otherwise where the least indented one does. What is put in stays as it is.
 */
export function yaml(parts: TemplateStringsArray, ...values: readonly unknown[]): string {
  const end = /\n( *)$/.exec(parts.at(-1) ?? '');
  const indents = [...parts.join('\0').matchAll(/\n( *)(?=[^ \n])/g)].map(([, spaces = '']) => spaces.length);
  const margin = end ? (end[1] ?? '').length + 2 : Math.min(...indents);
  const lines = parts.map((part) => part.replace(new RegExp(`\\n {0,${margin}}`, 'g'), '\n'));
  const [first = '', ...others] = end ? lines.with(-1, (lines.at(-1) ?? '').replace(/\n *$/, '\n')) : lines;
  return others.reduce((text, part, index) => text + String(values[index]) + part, first.slice(1));
}
