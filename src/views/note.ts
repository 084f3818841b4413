/** Notes as HTML: Markdown with HTML off, no pictures, and links to web pages and mail only. */
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt('default', { html: false, linkify: true });
markdown.disable('image');
markdown.validateLink = (link) => /^(https?|mailto):/i.test(link.trim());

/** The HTML of a note; whatever its text is, there are no scripts, styles, pictures or event handlers in it. */
export function renderNote(text: string): string {
  return markdown.render(text);
}
