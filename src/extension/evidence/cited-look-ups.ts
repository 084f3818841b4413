/** Looks up documents that assessments cite as evidence; what was found in files is kept until they change. */
import type * as vscode from 'vscode';
import type { Links } from '../../assessment/assessment';
import type { Home } from '../../assessment/evidence/citation-paths';
import { lookUpCited, type CitedDocument } from '../../assessment/evidence/cited-document';
import { anchorsIn, digestIn, StampedCache } from '../../assessment/evidence/stamped-cache';
import { inParallel } from '../core/in-parallel';
import { filesNear, type FoundFiles } from './files-near';

/** Number of documents looked up concurrently for one assessment. */
const concurrency = 16;

export class CitedLookUps {
  private readonly anchors = new StampedCache<ReadonlyMap<string, string>>();
  private readonly digests = new StampedCache<string>();

  /** Not only by stamp, since the times of a file system may be too coarse to notice a change. */
  constructor(onDidChange: vscode.Event<vscode.Uri>) {
    onDidChange((uri) => {
      this.anchors.forget(uri.toString());
      this.digests.forget(uri.toString());
    });
  }

  /** The documents behind some links of an assessment, by link. */
  async behind(from: vscode.Uri, home: Home, links: Links, shared: FoundFiles): Promise<Map<string, CitedDocument>> {
    const files = filesNear(from, shared);
    const keyOf = (place: string) => from.with({ path: place }).toString();
    const stampOf = async (place: string) => (await files.find(place))?.stamp ?? '';
    const readable = {
      ...files,
      textOf: (place: string) => files.textOf(place).catch(() => undefined),
      anchorsOf: async (place: string) =>
        this.anchors.of(keyOf(place), await stampOf(place), () => anchorsIn(files.textOf(place))),
      digestOf: async (place: string) =>
        this.digests.of(keyOf(place), await stampOf(place), () => digestIn(files.bytesOf(place))),
    };
    // In text order, independent of the order of results.
    const found = new Map<string, CitedDocument | undefined>([...links].map(([link]) => [link, undefined]));
    await inParallel(
      [...links],
      concurrency,
      { isCancellationRequested: false },
      async ([link, needsDigest]) => void found.set(link, await lookUpCited(home, link, readable, needsDigest)),
    );
    return new Map([...found].flatMap(([link, document]) => (document ? [[link, document]] : [])));
  }

  /** Whether the same is known of cited documents. */
  readonly isSame = (
    one: ReadonlyMap<string, CitedDocument> | undefined,
    other: ReadonlyMap<string, CitedDocument> | undefined,
  ): boolean => fingerprint(one) === fingerprint(other);
}

/** Differs whenever anything differs in what is known of cited documents. */
export function fingerprint(found: ReadonlyMap<string, CitedDocument> | undefined): string {
  return JSON.stringify([...(found ?? [])].map(([link, { headings, ...rest }]) => [link, rest, [...(headings ?? [])]]));
}
