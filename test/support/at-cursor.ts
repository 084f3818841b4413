/** Hovers and completions at a `|` in a text, and Markdown as an editor renders it. */
import MarkdownIt from 'markdown-it';
import { parseAssessment } from '../../src/assessment/parse';
import { applyEdits } from '../../src/assessment/yaml/text-edit';
import { completionsAt } from '../../src/language/completion';
import type { Completion } from '../../src/language/completion-item';
import { hoverAt, type Hover } from '../../src/language/hover';
import { translator } from '../../src/messages/catalogues';
import type { Language } from '../../src/messages/messages';
import { scoreAssessment } from '../../src/scoring/score';
import { sheets, today } from './problems';

/** Takes the first `|` out of a text and says where it stood. */
export function cursor(source: string): { text: string; offset: number } {
  const offset = source.indexOf('|');
  if (offset < 0) throw new Error(`No cursor in ${source}`);
  return { text: source.slice(0, offset) + source.slice(offset + 1), offset };
}

export function hoverOn(source: string, language: Language = 'en'): Hover | undefined {
  const { text, offset } = cursor(source);
  const assessment = parseAssessment(text);
  const sheet = sheets[language];
  return hoverAt({ sheet, assessment, scored: scoreAssessment(sheet, assessment), t: translator(language) }, offset);
}

/** The text of a hover as it is seen, line by line without blank ones, and the part of the file it is about. */
export function shown(source: string, language: Language = 'en'): { text: string; on: string } {
  const hover = hoverOn(source, language);
  if (!hover) return { text: '', on: '' };
  return { text: rendered(hover.markdown).text, on: cursor(source).text.slice(hover.span.start, hover.span.end) };
}

export interface Rendered {
  readonly text: string;
  readonly html: string;
  readonly links: readonly {
    readonly text: string;
    readonly href: string | undefined;
    readonly title: string | undefined;
  }[];
}

/** Markdown with all that could make it dangerous switched on: HTML, and addresses turned into links. */
export function rendered(markdown: string): Rendered {
  const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
  const links = [...html.matchAll(/<a ([^>]*)>(.*?)<\/a>/gs)].map(([, attributes = '', text = '']) => ({
    text: plain(text),
    href: /href="([^"]*)"/.exec(attributes)?.[1],
    title: /title="([^"]*)"/.exec(attributes)?.[1],
  }));
  return {
    html,
    links,
    text: plain(html)
      .replace(/\n{2,}/g, '\n')
      .trim(),
  };
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

export function completionsOn(source: string, language: Language = 'en'): readonly Completion[] {
  const { text, offset } = cursor(source);
  return completionsAt({ sheet: sheets[language], text, today, t: translator(language) }, offset);
}

/** The labels an editor shows: those that match what is typed. */
export function offered(source: string, language?: Language): string[] {
  const { text, offset } = cursor(source);
  return completionsOn(source, language)
    .filter(({ filterText, span }) => matches(text.slice(span.start, offset), filterText))
    .map(({ label }) => label);
}

/** The text after choosing a completion, with `|` where the cursor then is. */
export function chosen(source: string, label: string, language?: Language): string {
  const { text } = cursor(source);
  const completion = completionsOn(source, language).find((candidate) => candidate.label === label);
  if (!completion) throw new Error(`“${label}” is not offered for ${source}`);
  const { span, besides = [], insertText } = completion;
  const inserted = `${insertText.replace(/\$\{1:([^}]*)\}/, '$1')}|`;
  return applyEdits(text, [...besides, { span, newText: inserted }]);
}

/** As VS Code filters: the typed letters occur in order, the first of them where a word starts. */
export function matches(typed: string, filterText: string): boolean {
  const [word, text] = [typed.toLowerCase(), filterText.toLowerCase()];
  const starts = [...text].flatMap((_, index) =>
    index === 0 || /[^\p{L}\p{N}]/u.test(text[index - 1] ?? '') ? [index] : [],
  );
  return word === '' || starts.some((start) => text[start] === word[0] && isSubsequence(word, text.slice(start)));
}

function isSubsequence(word: string, text: string): boolean {
  let at = 0;
  for (const character of text) if (character === word[at]) at++;
  return at === word.length;
}

/** The text of a snippet with all that it proposes taken over. */
export function withProposals(snippet: string): string {
  return (
    snippet
      .replace(/\$CURRENT_YEAR/g, '2026')
      .replace(/\$CURRENT_(MONTH|DATE)/g, '11')
      .replace(/\$\{\d\|([^,|]*)[^}]*\}/g, '$1')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace(/\$\{?0\}?/g, '')
      // Where nothing is proposed, something is typed.
      .replace(/\$[1-9]/g, 'typed.md')
      .replace(/\\(.)/g, '$1')
  );
}
