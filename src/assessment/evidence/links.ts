/** Links of evidence: a path in the repository, with an optional heading, or a page on the web. */
import { scalarText } from '../yaml/text-edit';

export interface SplitLink {
  /** The link without its heading. */
  readonly path: string;
  /** The anchor behind `#`, decoded; empty for none. */
  readonly heading: string;
}

/** Splits a link at its first `#`: what it says by itself, whatever files there are. */
export function splitLink(link: string): SplitLink {
  const at = link.indexOf('#');
  return { path: at < 0 ? link : link.slice(0, at), heading: at < 0 ? '' : decoded(link.slice(at + 1)) };
}

/** Whether a link names a page by its address, not a file. */
export function isExternal(link: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(link);
}

/** Whether a link may be followed to the web: nothing else than these may start from a file's text. */
export function isWebAddress(link: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(link);
}

/**
 * The name among a document's by which a fragment leads to a place, or `undefined`. GitHub begins all names in a page
 * with `user-content-`, and takes a fragment in any case where none is written as it is.
 */
export function findAnchor(anchors: { has(name: string): boolean }, fragment: string): string | undefined {
  const name = fragment.replace(/^user-content-/, '');
  return [name, name.toLowerCase()].find((candidate) => anchors.has(candidate));
}

/**
 * The line a fragment leads to in any document, zero-based: `#top`, and the lines of a code host, `#L10`, `#L10-L20`,
 * `#L10-20`, `#L10C5-L20C8`; `undefined` for all others.
 */
export function lineOf(fragment: string): number | undefined {
  if (/^top$/i.test(fragment)) return 0;
  const line = /^L([1-9]\d{0,8})(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$/.exec(fragment)?.[1];
  return line === undefined ? undefined : Number(line) - 1;
}

/** A link as a YAML scalar on one line: plain where that is safe, in flow lists too, else in double quotes. */
export function linkText(link: string): string {
  const harmless = /^\/*[\p{L}\p{N}._][\p{L}\p{M}\p{N} ._~/()（）、。・「」ー'’+#%=?&;@$:-]*$/u;
  const plain = harmless.test(link) && !/ #|:(?=[\s,]|$)|\s$/.test(link);
  const isOtherType = /^[\d.+-]*$|^[\d.]+e[\d+-]+$|^0[xo]|^\.(inf|nan)$|^(true|false|null|yes|no|on|off|y|n)$/i.test(
    link,
  );
  return plain && !isOtherType ? link : scalarText(link);
}

/** A text percent-decoded, or as it is where that cannot be. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
