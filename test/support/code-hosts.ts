/** What code hosts find in the text that Markdown has become, by the patterns they are known to use. */
import MarkdownIt from 'markdown-it';

/** GitHub: `html-pipeline`, and its documentation on mentions and autolinked references. */
const github = {
  mention: /(?<![\w`])@[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][\w-]*)?/i,
  issue: /(?<!\w)(?:[\w.-]+\/[\w.-]+|[\w-]+)?#\d+/,
  'issue by GH-': /\bGH-\d+/i,
  commit: /[\w.-]+(?:\/[\w.-]+)?@[0-9a-f]{7,40}\b/,
  emoji: /:(?:smile|shipit|\+1|tada):/,
};

/** GitLab: the `reference_pattern` of its models, and the filters of `Banzai`, which run after Markdown. */
const gitlab = {
  user: /(?<!\w)@[a-zA-Z0-9_.][\w.-]*/,
  issue: /(?:[\w./-]+)?(?:#|\bGL-)\d+/,
  'merge request': /!\d+/,
  snippet: /\$\d+/,
  epic: /&\d+/,
  // Behind another one it is left alone, for what is struck out in Markdown; a label is linked, nobody is told.
  label: /(?<!~)~(?:\d+(?!\S\w)\b|[A-Za-z0-9_\-?.&]+(?:::?[A-Za-z0-9_\-?.&]+)*(?<![.?])|".+?")/,
  milestone: /%(?:\d+(?!\S\w)\b|[A-Za-z_]\w*|"[^"\n]+")/,
  iteration: /\*iteration:/,
  alert: /\^alert#\d+/,
  'item of a kind': /\[(?:vulnerability|feature_flag|contact|cadence|epic|issue|work_item|wiki_page):/,
  address: /[a-z][a-z0-9+.-]+:\/\/[^\s>]+/,
  change: /\{\+.*?\+\}|\{-.*?-\}|\[\+.*?\+\]|\[-.*?-\]/,
  contents: /\[\[_TOC_\]\]|\[TOC\]/i,
};

/** Addresses that are linked without being marked as such: GFM's autolinks, here in text where backslashes are gone. */
const addresses = { address: /(?:https?|ftp):\/\/\S|\bwww\.\S/i, mail: /[\w.+-]+@[\w-]+\.[\w-]/ };

/** What is looked for in what was written, before Markdown is read: quick actions, and GitLab's inclusion of files. */
const raw = { 'quick action': /^\/[a-z]/im, inclusion: /^::include/m };

const renderer = new MarkdownIt({ html: true, linkify: true });
renderer.linkify.set({ fuzzyLink: false });

/** The HTML of a document, with all that could make it dangerous switched on. */
export function htmlOf(markdown: string): string {
  return renderer.render(markdown);
}

/** The text of each node of some HTML, code left out: there, code hosts look for nothing. */
export function textNodes(html: string): string[] {
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  const nodes = html.replace(/<code>[^]*?<\/code>/g, '<code>').split(/<[^>]*>/);
  return nodes
    .map((text) => text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity))
    .filter(Boolean);
}

/** What a document would have code hosts do, each as `what: text`. */
export function foundByHosts(markdown: string): string[] {
  const patterns = Object.entries({ ...github, ...gitlab, ...addresses });
  const nodes = textNodes(htmlOf(markdown));
  const found = patterns.flatMap(([what, pattern]) =>
    nodes.flatMap((text) => (pattern.exec(text) ? [`${what}: ${text}`] : [])),
  );
  return [...found, ...Object.entries(raw).flatMap(([what, pattern]) => (pattern.test(markdown) ? [what] : []))];
}
