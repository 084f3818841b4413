/** Pages as HTML, with the names of headings that code hosts give them, and as sections to be searched. */
import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import MarkdownIt, { type Token } from 'markdown-it';
import manifest from '../../package.json';
import type { Page } from './page';
import { wayTo } from './page';
import type { Section } from './search';
import { addressOf } from './sources';

export interface Rendered {
  readonly title: string;
  readonly html: string;
  readonly sections: readonly Section[];
}

const markdown = new MarkdownIt('default', { html: true });
markdown.renderer.rules.table_open = () => '<div class="table"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';
const repository = manifest.repository.url.replace(/\.git$/, '');

/** A page's text, its links leading to pages of the site or, for other files, to the repository. */
export function rendered(page: Page): Rendered {
  // Reports keep code hosts from reading addresses as mentions, by a character that nobody sees.
  const tokens = markdown.parse(page.markdown.replaceAll('\u200B', ''), {});
  nameHeadings(tokens);
  for (const token of tokens.flatMap(({ children }) => children ?? [])) direct(token, page);
  const title = tokens[1]?.children?.map(({ content }) => content).join('') ?? '';
  const html = markdown.renderer.render(tokens, markdown.options, {});
  return { title, html, sections: sectionsOf(tokens, page, title) };
}

function nameHeadings(tokens: readonly Token[]): void {
  const slugger = new GithubSlugger();
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return;
    const text = tokens[index + 1]?.children?.map(({ content }) => content).join('') ?? '';
    token.attrSet('id', slugger.slug(text));
  });
}

/** Points a link or a picture to its place in the site. */
function direct(token: Token, page: Page): void {
  const name = token.type === 'image' ? 'src' : 'href';
  const target = token.attrGet(name)?.toString();
  if (!target || /^(https?:|#|[\w.]+\.html)/.test(target)) return;
  const [path = '', fragment] = target.split('#');
  const file = posix.normalize(posix.join(posix.dirname(page.source), decodeURI(path)));
  const address = addressOf(file, fragment);
  const isRule = file.startsWith('media/rules.');
  const place = fragment && !isRule ? `#${fragment}` : '';
  token.attrSet(name, address ? wayTo(address, page.address) + place : `${repository}/blob/HEAD/${file}${place}`);
}

/** The text below each heading of the first three levels. */
function sectionsOf(tokens: readonly Token[], { address }: Page, page: string): Section[] {
  const sections: { page: string; heading: string; address: string; text: string }[] = [];
  let isHeading = false;
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const place = token.tag === 'h1' ? '' : `#${token.attrGet('id')?.toString() ?? ''}`;
      sections.push({ page, heading: '', address: address + place, text: '' });
    }
    const last = sections.at(-1);
    if (last && isHeading) last.heading = textOf(token);
    else if (last) last.text += ` ${textOf(token)}`;
    isHeading = token.type === 'heading_open';
  }
  return sections.map((section) => ({ ...section, text: section.text.replace(/\s+/g, ' ').trim() }));
}

function textOf({ type, content, children }: Token): string {
  if (type === 'fence' || type === 'code_block') return content;
  return (children ?? [])
    .filter((child) => child.type !== 'html_inline')
    .map((child) => (child.type === 'softbreak' ? ' ' : child.content))
    .join('');
}
