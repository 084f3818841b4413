/** Escapes text from files for Markdown documents, so that every renderer shows it as it is written. */
import { printable } from './printable';
import { ours, type Joined, type Markdown } from './safe-text';

/** A zero-width space: it separates a sign from what follows and is not visible. */
const parting = '\u200b';

/**
 * What code hosts recognise in rendered Markdown, where backslashes no longer help: people (`@name`); issues, merge
 * requests and the like (`#12`, `GH-12`, `!12`, `$12`, `&12`, `~label`, `%milestone`, `*iteration:…`, `[epic:12]`);
 * addresses; emoji; GitLab's marks of changes and contents. Commit ids are left alone: they notify nobody, and hashes
 * are there to be copied.
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
 * Escapes text for one line of Markdown: it makes no markup, HTML, link, mention, formula, emoji or command of a code
 * host. Characters that need no escape stay bare, since such documents are also read as plain text.
 */
export function plainText(text: string): Markdown {
  return inlineText(text.trim());
}

/** The same for a part of a line: white space at its ends is kept. */
export function inlineText(text: string): Markdown {
  return printable(text)
    .replace(reference, `$&${parting}`)
    .replace(/[\\`*_[\]<>|~&#@$]|:(?=[a-z/+:-])/gi, '\\$&')
    .replace(/^[-+=/]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2') as Markdown;
}

/** Multi-line text as Markdown: paragraphs and `- ` lists are kept. `asText` escapes the text of one line. */
export function paragraphs<Kind extends string>(text: string, asText: (line: string) => Kind): Joined<Kind> {
  const lines = text.split(/\r\n|[\n\r]/).map((line) => {
    const item = /^\s*- +(?=\S)/.exec(line)?.[0] ?? '';
    return ours`${item ? '- ' : ''}${asText(line.slice(item.length).trim())}`;
  });
  return lines.join('\n') as Joined<Kind>;
}
