/** Notes as HTML: Markdown with HTML off, no pictures, and links to web pages and mail only. */
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt('default', { html: false, linkify: true, xhtmlOut: true });
markdown.disable('image');
markdown.validateLink = (link) => /^(https?|mailto):/i.test(link.trim());

/** Longer notes are shown as they are, in UTF-16 units: as Markdown they would take long. */
const maximumLength = 50_000;

/** The HTML of a note; whatever its text is, there are no scripts, styles, pictures or event handlers in it. */
export function renderNote(text: string): string {
  return text.length > maximumLength
    ? `<p>${markdown.utils.escapeHtml(text).replaceAll('\n', '<br />')}</p>`
    : markdown.render(text);
}
