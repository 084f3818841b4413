/** Text from files in Markdown documents: shown as it is written, whoever displays them. */
import { printable } from './printable';
import { ours, type Joined, type Markdown } from './safe-text';

/** Parts a sign from what follows; not seen, nor copied as anything that is. */
const parting = '\u200b';

/**
 * What code hosts look for in the text that Markdown has become, where a backslash is gone already: people (`@name`);
 * issues, merge requests and the like (`#12`, `GH-12`, `!12`, `$12`, `&12`, `~label`, `%milestone`, `*iteration:…`,
 * `[epic:12]`); addresses; emoji; GitLab's marks of changes and contents. Ids of commits stay: they notify nobody, and
 * hashes are to be copied.
 */
const reference = new RegExp(
  [
    '@(?=\\S)',
    '[#!&$](?=\\d)',
    '(?<!~)~(?=[\\w"?.&-])',
    '%(?=[\\w"{])',
    '\\*(?=iteration:)',
    '\\bG[HL]-(?=\\d)',

    ':(?=\\/\\/|(?!\\d+:)[\\w+-]+:)',
    '(?<!:)\\/(?=\\/\\S)',
    'www(?=\\.)',
    '\\[(?=[a-z_]+[:\\]]|[[+-])',
    '\\{(?=[{%+-])',
  ].join('|'),
  'gi',
);

/**
 * Text as Markdown on one line: no markup, HTML, link, mention, formula, emoji or command of a code host comes of it.
 * What reads the same unescaped is left alone, for such documents are read as they are written, too.
 */
export function plainText(text: string): Markdown {
  return inlineText(text.trim());
}

/** The same for a part of a line: blanks at its ends stay. */
export function inlineText(text: string): Markdown {
  return printable(text)
    .replace(reference, `$&${parting}`)
    .replace(/[\\`*_[\]<>|~&#@$]|:(?=[a-z/+:-])/gi, '\\$&')
    .replace(/^[-+=/]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2') as Markdown;
}

/**
 * Text of several lines as Markdown: paragraphs and `- ` lists stay what they are. `asText` gives the Markdown of what
 * a line says, which is to be nothing but text.
 */
export function paragraphs<Kind extends string>(text: string, asText: (line: string) => Kind): Joined<Kind> {
  const lines = text.split(/\r\n|[\n\r]/).map((line) => {
    const item = /^\s*- +(?=\S)/.exec(line)?.[0] ?? '';
    return ours`${item ? '- ' : ''}${asText(line.slice(item.length).trim())}`;
  });
  return lines.join('\n') as Joined<Kind>;
}
