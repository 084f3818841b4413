/** The pages for users: the READMEs and `docs/`, with their links, pictures and examples. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt, { type Token } from 'markdown-it';
import type { Language } from '../../src/messages/messages';
import { root } from './root';

/** A page, by its path from the project's root. */
export interface Page {
  readonly path: string;
  readonly language: Language;
  readonly text: string;
  readonly tokens: readonly Token[];
}

const markdown = new MarkdownIt('default', { html: true });

/** All pages, those of one name beside each other. */
export const pages: readonly Page[] = [
  'README.md',
  'README.ja.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name}`),
].map((path) => {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, language: path.endsWith('.ja.md') ? 'ja' : 'en', text, tokens: markdown.parse(text, {}) };
});

/** The path of the same page in the other language. */
export function otherLanguage({ path, language }: Page): string {
  return language === 'en' ? path.replace(/\.md$/, '.ja.md') : path.replace(/\.ja\.md$/, '.md');
}

/** The tokens of a page within paragraphs, headings and cells. */
export function inlineTokens({ tokens }: Page): Token[] {
  return tokens.flatMap(({ children }) => children ?? []);
}

/** The targets of links of a page. */
export function linksOf(page: Page): string[] {
  return inlineTokens(page).flatMap((token) => attributeOf(token, 'href') ?? []);
}

function attributeOf(token: Token, name: string): string | undefined {
  return token.attrGet(name)?.toString();
}

/** The pictures of a page. */
export function picturesOf(page: Page): { readonly path: string; readonly text: string }[] {
  return inlineTokens(page)
    .filter(({ type }) => type === 'image')
    .map((token) => ({ path: attributeOf(token, 'src') ?? '', text: token.content }));
}

/** The blocks of code in a language; those without a fence have none. */
export function codeOf({ tokens }: Page, language: string): string[] {
  return tokens
    .filter(({ type, info }) => (type === 'fence' && info === language) || (type === 'code_block' && !language))
    .map(({ content }) => content);
}

/** The lines of a page that call a program, in blocks of code and in paragraphs, in their order. */
export function commandsOf({ tokens }: Page, program = 'psirt-maturity'): string[] {
  const lines = tokens.flatMap(({ type, content, children }) => {
    if (type === 'code_block') return content.split('\n');
    return (children ?? []).filter((child) => child.type === 'code_inline').map((child) => child.content);
  });
  return lines.filter((line) => line.startsWith(`${program} `)).map((line) => line.trimEnd());
}
