/** Notes as HTML: Markdown with HTML off, no pictures, and links to web pages and mail only. */
import MarkdownIt from 'markdown-it';
import { printableMarkup } from '../messages/printable';
import type { Html } from '../messages/safe-text';

const markdown = new MarkdownIt('default', { html: false, linkify: true, xhtmlOut: true });
markdown.disable('image');
markdown.validateLink = (link) => /^(https?|mailto):/i.test(link.trim());

/** Longer notes are shown as they are, in UTF-16 units: as Markdown they would take long. */
const maximumLength = 50_000;

/** The HTML of a note; whatever its text is, there are no scripts, styles, pictures or event handlers in it. */
export function renderNote(text: string): Html {
  return printableMarkup(text.length > maximumLength ? shownAsItIs(text) : markdown.render(text)) as string as Html;
}

function shownAsItIs(text: string): string {
  return `<p>${markdown.utils.escapeHtml(text).replaceAll('\n', '<br />')}</p>`;
}
