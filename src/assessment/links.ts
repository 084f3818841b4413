/** Links of evidence: a path in the repository, with an optional heading, or a page on the web. */

export interface SplitLink {
  /** The link without its heading. */
  readonly path: string;
  /** The anchor behind `#`, decoded; empty for none. */
  readonly heading: string;
  /** The link names a page by its address, not a file. */
  readonly external: boolean;
}

/** Splits a link at its `#`. */
export function splitLink(link: string): SplitLink {
  const at = link.indexOf('#');
  const path = at < 0 ? link : link.slice(0, at);
  return { path, heading: at < 0 ? '' : decoded(link.slice(at + 1)), external: /^[a-z][a-z\d+.-]+:/i.test(link) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
