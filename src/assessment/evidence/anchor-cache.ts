/** The anchors of Markdown documents, each searched again only when it has changed. */

/** So many documents are not searched again while they stay as they are. */
const maximumKept = 200;

export type Anchors = Promise<ReadonlyMap<string, string> | undefined>;

export class AnchorCache {
  private readonly searched = new Map<string, { readonly stamp: string; readonly anchors: Anchors }>();

  /** The anchors of a document; its stamp differs when it has changed. `undefined` where it cannot be read. */
  of(document: string, stamp: string, read: () => Promise<string>): Anchors {
    const known = this.searched.get(document);
    if (known?.stamp === stamp) return known.anchors;
    const [oldest] = this.searched.keys();
    if (this.searched.size >= maximumKept && oldest !== undefined) this.searched.delete(oldest);
    const anchors = search(read).catch(() => undefined);
    this.searched.set(document, { stamp, anchors });
    return anchors;
  }

  /** Searches a document again the next time: a file system's times may be too coarse to tell. */
  forget(document: string): void {
    this.searched.delete(document);
  }
}

async function search(read: () => Promise<string>): Promise<ReadonlyMap<string, string>> {
  const { headingAnchors } = await import('./headings');
  return headingAnchors(await read());
}
