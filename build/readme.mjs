// The README as read outside the repository: on the page of an installed extension, in a marketplace, on npm.
import { readFileSync } from 'node:fs';

/**
 * Both languages in one text, without what only the repository holds: how to run it there, its pictures, and links to
 * its files.
 * @param {'extension' | 'command line'} [of] what it stands with: the extension’s leaves out what is about the command
 * line alone
 * @returns {string}
 */
export function packagedReadme(of = 'command line') {
  const texts = ['README.md', 'README.ja.md'].map((path) => readFileSync(path, 'utf8'));
  const alone = of === 'extension' ? ['repository', 'command line'] : ['repository'];
  return texts.map((text) => standingAlone(withoutPassages(text, alone))).join('\n---\n\n');
}

/**
 * A text without the passages that are for some readers alone, from `<!-- repository alone -->` to `<!-- for all -->`.
 * @param {string} text
 * @param {readonly string[]} readers
 */
function withoutPassages(text, readers) {
  const starts = readers.map((reader) => `<!-- ${reader} alone -->`);
  let isLeftOut = false;
  const lines = text.split('\n').filter((line) => {
    const wasLeftOut = isLeftOut;
    isLeftOut = starts.includes(line) || (isLeftOut && line !== '<!-- for all -->');
    return !wasLeftOut && !isLeftOut;
  });
  return lines.join('\n');
}

/** @param {string} text */
function standingAlone(text) {
  const paragraphs = text.split('\n\n').filter((paragraph) => !/\[README(\.ja)?\.md\]/.test(paragraph));
  return paragraphs
    .join('\n\n')
    .replace(/^<!--.*-->\n/gm, '')
    .replace(/!\[[^[\]]*\]\((?!https:)[^()]*\)\n*/g, '')
    .replace(/\[([^[\]]*)\]\((?!https:|#)[^()]*\)/g, '$1');
}
