// The README as it reads away from the repository: on the page of an installed extension, in a marketplace, on npm.
import { readFileSync } from 'node:fs';

/**
 * Both languages in one text, without what only the repository holds: its pictures, and links to its files.
 * @param {'extension' | 'command line'} [of] what it stands with: the extension’s leaves out what is about the command line alone
 * @returns {string}
 */
export function packagedReadme(of = 'command line') {
  const texts = ['README.md', 'README.ja.md'].map((path) => readFileSync(path, 'utf8'));
  return texts.map((text) => standingAlone(of === 'extension' ? text.replace(commandLineAlone, '') : text)).join('\n---\n\n');
}

const commandLineAlone = /^<!-- command line alone -->\n[^]*?^<!-- for all -->\n/gm;

/** @param {string} text */
function standingAlone(text) {
  return text
    .replace(/^.*\[README(\.ja)?\.md\].*\n\n/m, '')
    .replace(/^<!--.*-->\n/gm, '')
    .replace(/!\[[^\]]*\]\((?!https:)[^)]*\)\n*/g, '')
    .replace(/\[([^\]]*)\]\((?!https:|#)[^)]*\)/g, '$1');
}
