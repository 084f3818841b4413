/** Looks up the documents that assessments cite as evidence. */
import { existsSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Assessment } from '../assessment/assessment';
import { headingAnchors } from '../assessment/headings';
import { splitLink } from '../assessment/links';
import type { CitedDocument } from '../rules/rule';
import { standardInput } from './files';

/**
 * What is known of the documents an assessment cites, by path as cited. `folder` is that of the assessment, absolute.
 * Web addresses are left out. Outside the workspace nothing is looked up: such a path does not exist in it.
 */
export async function citedDocuments(assessment: Assessment, folder: string, cwd: string): Promise<Map<string, CitedDocument>> {
  const links = [...assessment.services.values()].flatMap(({ evidence }) => evidence.map(({ link }) => splitLink(link.value)));
  const cited = links.filter(({ path, external }) => path !== '' && !external);
  if (cited.length === 0) return new Map();
  const root = workspaceRoot(folder, cwd);
  const withHeadings = new Set(cited.flatMap(({ path, heading }) => (heading ? [path] : [])));
  const paths = [...new Set(cited.map(({ path }) => path))];
  const documents = paths.map(async (path): Promise<[string, CitedDocument]> => {
    const file = path.startsWith('/') ? join(root, path) : resolve(folder, path);
    return [path, await lookUp(file, root, withHeadings.has(path))];
  });
  return new Map(await Promise.all(documents));
}

/**
 * The folder a leading `/` stands for: the repository's; outside any repository the current folder, or where the
 * assessment is not below that, its own.
 */
function workspaceRoot(folder: string, cwd: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return isInside(folder, cwd) ? cwd : folder;
  }
}

/** A path from the current folder as one from the repository's root, with forward slashes; absolute where it leads out. */
export function pathInRepository(path: string, cwd: string): string {
  if (path === standardInput) return path;
  const file = resolve(cwd, path);
  const root = workspaceRoot(cwd, cwd);
  return (isInside(file, root) ? relative(root, file) : file).split(sep).join('/');
}

async function lookUp(file: string, root: string, wantsHeadings: boolean): Promise<CitedDocument> {
  if (!isInside(file, root)) return { exists: false };
  try {
    // A link inside the workspace may lead out of it.
    const real = await realpath(file);
    if (!isInside(real, await realpath(root))) return { exists: false };
    if (!wantsHeadings || !/\.(md|markdown)$/i.test(file) || !(await stat(real)).isFile()) return { exists: true };
    return { exists: true, headings: headingAnchors(await readFile(real, 'utf8')) };
  } catch {
    return { exists: false };
  }
}

function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
