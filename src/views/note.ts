/** Renders notes: Markdown with HTML off, without pictures, and with links to web pages and mail only. */
import MarkdownIt from 'markdown-it';
import { printableMarkup } from '../messages/printable';
import type { Html } from '../messages/safe-text';

const markdown = new MarkdownIt('default', { html: false, linkify: true, xhtmlOut: true });
markdown.disable('image');
markdown.validateLink = (link) => /^(https?|mailto):/i.test(link.trim());

/** Longer notes, in UTF-16 units, are shown unrendered, since rendering would take long. */
const maximumLength = 50_000;

/** The HTML of a note; it contains no scripts, styles, pictures or event handlers, whatever the text. */
export function renderNote(text: string): Html {
  return printableMarkup(text.length > maximumLength ? shownAsItIs(text) : markdown.render(text)) as string as Html;
}

function shownAsItIs(text: string): string {
  return `<p>${markdown.utils.escapeHtml(text).replaceAll('\n', '<br />')}</p>`;
}
