/** Links of evidence: a path in the repository with an optional heading, or a web page. */
import { scalarText } from '../yaml/text-edit';

export interface SplitLink {
  /** The link without its heading. */
  readonly path: string;
  /** The decoded anchor after `#`; empty for none. */
  readonly heading: string;
}

/** Splits a link at its first `#`, by its text alone. */
export function splitLink(link: string): SplitLink {
  const at = link.indexOf('#');
  return { path: at < 0 ? link : link.slice(0, at), heading: at < 0 ? '' : decoded(link.slice(at + 1)) };
}

/** Whether a link is an address rather than a path. */
export function isExternal(link: string): boolean {
  return /^[A-Za-z][A-Za-z\d+.-]+:/.test(link);
}

/** Whether a link may be opened on the web: only these schemes are opened from a file's text. */
export function isWebAddress(link: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(link);
}

/**
 * The name among a document's anchors that a fragment matches, or `undefined`. GitHub prefixes all names with
 * `user-content-`, and ignores case where no name matches exactly.
 */
export function findAnchor(anchors: { has(name: string): boolean }, fragment: string): string | undefined {
  const name = fragment.replace(/^user-content-/, '');
  return [name, name.toLowerCase()].find((candidate) => anchors.has(candidate));
}

/**
 * The zero-based line that a fragment means in any document: `#top`, and the line numbers of code hosts, `#L10`,
 * `#L10-L20`, `#L10-20`, `#L10C5-L20C8`; `undefined` for all others.
 */
export function lineOf(fragment: string): number | undefined {
  if (/^top$/i.test(fragment)) return 0;
  const line = /^L([1-9]\d{0,8})(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$/.exec(fragment)?.[1];
  return line === undefined ? undefined : Number(line) - 1;
}

/** A link as a one-line YAML scalar: plain where that is safe, also in flow lists, otherwise in double quotes. */
export function linkText(link: string): string {
  const harmless = /^\/*[\p{L}\p{N}._][\p{L}\p{M}\p{N} ._~/()（）、。・「」ー'’+#%=?&;@$:-]*$/u;
  const plain = harmless.test(link) && !/ #|:(?=[\s,]|$)|\s$/.test(link);
  const isOtherType = /^[\d.+-]*$|^[\d.]+e[\d+-]+$|^0[xo]|^\.(inf|nan)$|^(true|false|null|yes|no|on|off|y|n)$/i.test(
    link,
  );
  return plain && !isOtherType ? link : scalarText(link);
}

/** The percent-decoded text; the text itself where decoding fails. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
