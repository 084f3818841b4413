/** Looks up the documents that assessments cite as evidence. */
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Assessment } from '../assessment/assessment';
import { headingAnchors } from '../assessment/headings';
import { splitLink } from '../assessment/links';
import type { CitedDocument } from '../rules/rule';
import { isInside, workspaceRoot } from './workspace-root';

/** A document an assessment cites: its path as cited, and whether one of its headings is meant. */
export interface Citation {
  readonly path: string;
  readonly heading: boolean;
}

/** The documents some assessments cite, each once; web addresses are left out. */
export function citationsIn(...assessments: (Assessment | undefined)[]): Citation[] {
  const cited = new Map<string, boolean>();
  for (const { evidence } of assessments.flatMap((one) => [...(one?.services.values() ?? [])])) {
    for (const { link } of evidence) {
      const { path, heading, external } = splitLink(link.value);
      if (path !== '' && !external) cited.set(path, cited.get(path) || Boolean(heading));
    }
  }
  return Array.from(cited, ([path, heading]) => ({ path, heading }));
}

/** Looks documents up, each once however many assessments cite it. */
export class Documents {
  private readonly roots = new Map<string, string>();
  private readonly known = new Map<string, CitedDocument>();

  constructor(private readonly cwd: string) {}

  /**
   * What is known of cited documents, by path as cited. `folder` is that of the assessment, absolute. Outside the workspace
   * nothing is looked up: such a path does not exist in it.
   */
  of(citations: readonly Citation[], folder: string): Map<string, CitedDocument> {
    if (citations.length === 0) return new Map();
    const root = known(this.roots, folder, () => workspaceRoot(folder, this.cwd));
    return new Map(
      citations.map(({ path, heading }) => {
        const file = path.startsWith('/') ? join(root, path) : resolve(folder, path);
        return [path, known(this.known, JSON.stringify([heading, root, file]), () => lookUp(file, root, heading))];
      }),
    );
  }
}

/** What is known of documents in one short text, the same whenever it is the same. */
export function stateOf(documents: ReadonlyMap<string, CitedDocument>): string {
  if (documents.size === 0) return '';
  const states = Array.from(documents, ([path, { exists, headings }]) => [path, exists, headings && [...headings]]);
  return createHash('sha256').update(JSON.stringify(states)).digest('base64');
}

function known<T>(values: Map<string, T>, key: string, find: () => T): T {
  const value = values.get(key) ?? find();
  values.set(key, value);
  return value;
}

function lookUp(file: string, root: string, wantsHeadings: boolean): CitedDocument {
  if (!isInside(file, root)) return { exists: false };
  try {
    // A link inside the workspace may lead out of it.
    const real = realpathSync.native(file);
    if (!isInside(real, realpathSync.native(root))) return { exists: false };
    if (!wantsHeadings || !/\.(md|markdown)$/i.test(file) || !statSync(real).isFile()) return { exists: true };
    return { exists: true, headings: headingAnchors(readFileSync(real, 'utf8')) };
  } catch {
    return { exists: false };
  }
}
