// The README as read outside the repository: on the page of an installed extension, in a marketplace, on npm.
import { readFileSync } from 'node:fs';

/**
 * Both languages in one text, without what only the repository holds. Pictures and links to the repository's files are
 * addresses there; as long as nobody has said who owns it, they would lead nowhere and are left out.
 * @param {string} address of the repository, as in the manifest
 * @returns {string}
 */
export function packagedReadme(address) {
  const texts = ['README.md', 'README.ja.md'].map((path) => readFileSync(path, 'utf8'));
  const base = address.includes('/OWNER/') ? undefined : address.replace(/\.git$/, '');
  return texts.map((text) => standingAlone(withoutPassages(text), base)).join('\n---\n\n');
}

/**
 * A text without the passages for readers of the repository, from `<!-- repository alone -->` to `<!-- for all -->`.
 * @param {string} text
 */
export function withoutPassages(text) {
  let isLeftOut = false;
  const lines = text.split('\n').filter((line) => {
    const wasLeftOut = isLeftOut;
    isLeftOut = line === '<!-- repository alone -->' || (isLeftOut && line !== '<!-- for all -->');
    return !wasLeftOut && !isLeftOut;
  });
  return lines.join('\n');
}

/**
 * @param {string} text
 * @param {string | undefined} base
 */
function standingAlone(text, base) {
  const paragraphs = text.split('\n\n').filter((paragraph) => !/\[README(\.ja)?\.md\]/.test(paragraph));
  return paragraphs
    .join('\n\n')
    .replace(/^<!--.*-->\n/gm, '')
    .replace(/!\[([^[\]]*)\]\((?!https:)([^()]*)\)\n*/g, (_, alt, path) =>
      base ? `![${alt}](${base}/raw/HEAD/${path})\n\n` : '',
    )
    .replace(/\[([^[\]]*)\]\((?!https:|#)([^()]*)\)/g, (_, name, path) =>
      base ? `[${name}](${base}/blob/HEAD/${path})` : name,
    );
}
