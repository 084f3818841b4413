// The README as it reads away from the repository: on the page of an installed extension, in a marketplace, on npm.
import { readFileSync } from 'node:fs';

/**
 * Both languages in one text, without what only the repository holds: how to run it there, its pictures, and links to its files.
 * @param {'extension' | 'command line'} [of] what it stands with: the extension’s leaves out what is about the command line alone
 * @returns {string}
 */
export function packagedReadme(of = 'command line') {
  const texts = ['README.md', 'README.ja.md'].map((path) => readFileSync(path, 'utf8'));
  const alone = of === 'extension' ? 'repository|command line' : 'repository';
  const passage = new RegExp(`^<!-- (${alone}) alone -->\\n[^]*?^<!-- for all -->\\n`, 'gm');
  return texts.map((text) => standingAlone(text.replace(passage, ''))).join('\n---\n\n');
}

/** @param {string} text */
function standingAlone(text) {
  return text
    .replace(/^.*\[README(\.ja)?\.md\].*\n\n/m, '')
    .replace(/^<!--.*-->\n/gm, '')
    .replace(/!\[[^\]]*\]\((?!https:)[^)]*\)\n*/g, '')
    .replace(/\[([^\]]*)\]\((?!https:|#)[^)]*\)/g, '$1');
}
