// The README as it reads away from the repository: on the page of an installed extension, in a marketplace, on npm.
import { readFileSync } from 'node:fs';

/**
 * Both languages in one text, without what only the repository holds: its pictures, and links to its files.
 * @returns {string}
 */
export function packagedReadme() {
  return ['README.md', 'README.ja.md'].map((path) => standingAlone(readFileSync(path, 'utf8'))).join('\n---\n\n');
}

/** @param {string} text */
function standingAlone(text) {
  return text
    .replace(/^.*\[README(\.ja)?\.md\].*\n\n/m, '')
    .replace(/^<!--.*-->\n/gm, '')
    .replace(/!\[[^\]]*\]\((?!https:)[^)]*\)\n*/g, '')
    .replace(/\[([^\]]*)\]\((?!https:|#)[^)]*\)/g, '$1');
}
