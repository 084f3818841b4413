/** Caches what was found in files until the files change. */

/** Limit of files in a cache. */
const maximumKept = 200;

export class StampedCache<T> {
  private readonly known = new Map<string, { readonly stamp: string; readonly found: Promise<T | undefined> }>();

  /** What is found in a file, whose stamp differs after a change; `undefined` where it cannot be read. */
  of(file: string, stamp: string, find: () => Promise<T>): Promise<T | undefined> {
    const known = this.known.get(file);
    if (known?.stamp === stamp) return known.found;
    const [oldest] = this.known.keys();
    if (this.known.size >= maximumKept && oldest !== undefined) this.known.delete(oldest);
    const found = find().catch(() => undefined);
    this.known.set(file, { stamp, found });
    return found;
  }

  /** Removes a file from the cache, since the times of a file system may be too coarse to notice a change. */
  forget(file: string): void {
    this.known.delete(file);
  }
}

/** The anchors of a Markdown document. */
export async function anchorsIn(text: Promise<string>): Promise<ReadonlyMap<string, string>> {
  const { headingAnchors } = await import('./headings');
  return headingAnchors(await text);
}

/** The digest of a file. */
export async function digestIn(content: Promise<Uint8Array>): Promise<string> {
  const { fileDigest } = await import('./file-digest');
  return fileDigest(await content);
}
