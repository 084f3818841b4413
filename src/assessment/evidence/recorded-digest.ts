/** What the digest that is recorded with evidence says of the file. */
import type { Evidence } from '../assessment';
import type { CitedDocument } from './cited-document';

/**
 * Whether the file is another than when the evidence was collected; `undefined` where no digest is recorded, or the
 * file's own is not known.
 */
export function isChanged({ sha256 }: Pick<Evidence, 'sha256'>, document: CitedDocument | undefined) {
  return sha256 && document?.digest !== undefined ? sha256.value.toLowerCase() !== document.digest : undefined;
}

/** The start of a digest, by which a reader recognises it. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 12).toLowerCase();
}
