/** Looks up the documents that assessments cite as evidence. */
import { readdirSync, statSync } from 'node:fs';
import type { Links } from '../assessment/assessment';
import type { Home } from '../assessment/evidence/citation-paths';
import {
  lookUpCited,
  type CitedDocument,
  type FoundFile,
  type ReadableFiles,
} from '../assessment/evidence/cited-document';
import type { Digest } from './digest';
import { fileAt, fileInside, homeIn } from './places';
import { readRegularFile } from './read-file';
import { Recent } from './recent';
import type { Roots } from './workspace-root';

/** Repositories whose documents are remembered: assessments come in the order of their paths, so mostly just one. */
const mostRepositories = 16;

/** Looks documents up, each once however many assessments in a row cite it. */
export class CitedDocuments {
  private readonly homes = new Recent<string, Home>();
  private readonly repositories = new Recent<string, Repository>(mostRepositories);

  /** @param roots the repositories of folders, which others may look up as well */
  constructor(
    private readonly cwd: string,
    private readonly roots: Roots = new Recent(),
  ) {}

  /**
   * What is known of the documents that an assessment in a folder (absolute) links to, by link. Documents outside the
   * workspace are not looked up and count as missing.
   */
  async of(links: Links, folder: string): Promise<Map<string, CitedDocument>> {
    const documents = new Map<string, CitedDocument>();
    const wanted = [...links];
    if (wanted.length === 0) return documents;
    const home = known(this.homes, folder, () => homeIn(folder, this.cwd, this.roots));
    const files = known(this.repositories, home.root, () => new Repository(fileAt(home.root)));
    for (const [link, needsDigest] of wanted) {
      const document = await lookUpCited(home, link, files, needsDigest);
      if (document) documents.set(link, document);
    }
    return documents;
  }
}

/** What an assessment may cite: the files below a folder, each looked at once while it is remembered. */
class Repository implements ReadableFiles {
  private readonly files = new Recent<string, Promise<FoundFile | undefined>>();
  private readonly folders = new Recent<string, Promise<readonly string[]>>();
  private readonly digests = new Recent<string, Promise<string | undefined>>();
  private readonly anchors = new Recent<string, Promise<ReadonlyMap<string, string> | undefined>>();
  /** Headings by a document's text, shortened: a text reached by several names is searched once. */
  private readonly anchorsByText = new Recent<string, ReadonlyMap<string, string>>();

  constructor(private readonly root: string) {}

  find(place: string): Promise<FoundFile | undefined> {
    return known(this.files, place, () =>
      this.read(place, (path) => {
        const stats = statSync(path);
        return { isFile: stats.isFile(), size: stats.size };
      }),
    );
  }

  namesIn(folder: string): Promise<readonly string[]> {
    return known(this.folders, folder, async () => (await this.read(folder, (path) => readdirSync(path))) ?? []);
  }

  anchorsOf(place: string): Promise<ReadonlyMap<string, string> | undefined> {
    return known(this.anchors, place, async () => {
      const text = await this.textOf(place);
      if (text === undefined) return undefined;
      const { headingAnchors } = await import('../assessment/evidence/headings');
      return known(this.anchorsByText, await shortened(text), () => headingAnchors(text));
    });
  }

  digestOf(place: string): Promise<string | undefined> {
    return known(this.digests, place, async () => {
      const { fileDigest } = await import('../assessment/evidence/file-digest');
      const content = await this.read(place, (path) => readRegularFile(path, path));
      return content && fileDigest(content);
    });
  }

  textOf(place: string): Promise<string | undefined> {
    return this.read(place, (path) => readRegularFile(path, path).toString('utf8'));
  }

  /**
   * Reads a value from the file at a place; `undefined` where there is none, it cannot be read, or it is outside the
   * repository.
   */
  private async read<T>(place: string, from: (path: string) => T): Promise<T | undefined> {
    const real = fileInside(place, this.root);
    try {
      return real === undefined ? undefined : from(real);
    } catch {
      return undefined;
    }
  }
}

/** Longest text that is remembered as it is. */
const longest = 8192;

/** What stands for a text: itself, or its digest where it is long. Most are short, and load no cryptography. */
async function shortened(text: string): Promise<string> {
  return text.length > longest ? (await import('./digest')).digest(text) : text;
}

/** A short fingerprint of what is known of documents: equal exactly when that is equal. */
export function stateOf(documents: ReadonlyMap<string, CitedDocument>, digest: Digest): string {
  if (documents.size === 0) return '';
  const states = Array.from(documents, ([link, { headings, ...rest }]) => [
    link,
    rest,
    headings && digestOf(headings, digest),
  ]);
  return digest(states);
}

const digests = new WeakMap<ReadonlyMap<string, string>, string>();

/** A digest of a document's headings, computed once however often the document is cited. */
function digestOf(headings: ReadonlyMap<string, string>, digest: Digest): string {
  const known = digests.get(headings) ?? digest([...headings]);
  digests.set(headings, known);
  return known;
}

function known<T>(values: Map<string, T>, key: string, find: () => T): T {
  const value = values.get(key) ?? find();
  values.set(key, value);
  return value;
}
