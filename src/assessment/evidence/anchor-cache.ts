/** Caches the anchors of Markdown documents until the documents change. */

/** Limit of documents in the cache. */
const maximumKept = 200;

export type Anchors = Promise<ReadonlyMap<string, string> | undefined>;

export class AnchorCache {
  private readonly searched = new Map<string, { readonly stamp: string; readonly anchors: Anchors }>();

  /** The anchors of a document, whose stamp differs after a change; `undefined` where it cannot be read. */
  of(document: string, stamp: string, read: () => Promise<string>): Anchors {
    const known = this.searched.get(document);
    if (known?.stamp === stamp) return known.anchors;
    const [oldest] = this.searched.keys();
    if (this.searched.size >= maximumKept && oldest !== undefined) this.searched.delete(oldest);
    const anchors = search(read).catch(() => undefined);
    this.searched.set(document, { stamp, anchors });
    return anchors;
  }

  /** Removes a document from the cache, since the times of a file system may be too coarse to notice a change. */
  forget(document: string): void {
    this.searched.delete(document);
  }
}

async function search(read: () => Promise<string>): Promise<ReadonlyMap<string, string>> {
  const { headingAnchors } = await import('./headings');
  return headingAnchors(await read());
}
