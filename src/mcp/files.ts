/** Files below one root on this computer, for the tools for agents. */
import { lstatSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { AgentFailure, type AgentFiles, type RevisionReader } from '../agents/workspace';
import { isMarkdown, longestMarkdown } from '../assessment/evidence/cited-document';
import { isAssessmentName } from '../assessment/file-name';
import { CitedDocuments } from '../node/cited-documents';
import { Failure } from '../node/failure';
import { writeFile } from '../node/file-writer';
import { findFiles, isEntered } from '../node/files';
import { fileInside, placeOf } from '../node/places';
import { readRegularFile, textOf } from '../node/read-file';

/** Limits: documents listed, and nested folders searched. */
const most = { documents: 2_000, levels: 20 };

/** The files below a folder (absolute, without links). */
export function filesBelow(root: string, inRevision: RevisionReader): AgentFiles {
  /**
   * The system path of a path relative to the root, links resolved; `undefined` outside the root, or where nothing
   * exists.
   */
  const inside = (path: string): string | undefined => fileInside(placeOf(join(root, path)), root);
  const read = (path: string): Buffer | undefined => {
    const file = inside(path);
    try {
      const bytes = file === undefined ? undefined : readRegularFile(file, path);
      return bytes && bytes.length <= 4 * longestMarkdown ? bytes : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    assessments: async () =>
      (await findFiles([root], root)).paths.map((path) => relative(root, path).split(sep).join('/')),
    documents: () => Promise.resolve(documentsBelow(root)),
    read: (path) => {
      const bytes = read(path);
      try {
        return Promise.resolve(bytes && textOf(bytes, path));
      } catch {
        return Promise.resolve(undefined);
      }
    },
    // A new look-up each time: files may change while an agent works.
    cited: (path, links) => new CitedDocuments(root).of(links, dirname(join(root, path))),
    atRevision: async (path, revision) => {
      const file = inside(path);
      try {
        return file === undefined ? undefined : await inRevision(file, revision);
      } catch (error) {
        throw failed(error);
      }
    },
    write: async (path, text, expected) => {
      const file = inside(path);
      const bytes = read(path);
      if (file === undefined || !bytes || !isAssessmentName(file))
        throw new AgentFailure('agent.no-assessment', { path });
      if (textOf(bytes, path) !== expected) throw new AgentFailure('agent.changed', { path });
      const mark = bytes.subarray(0, 3).equals(byteOrderMark) ? byteOrderMark : Buffer.alloc(0);
      try {
        writeFile(file, Buffer.concat([mark, Buffer.from(text)]), root, { isAssessment: true, expected: bytes });
      } catch (error) {
        throw failed(error);
      }
    },
  };
}

/** Turns an error of the command line into one for an agent. */
function failed(error: unknown): unknown {
  return error instanceof Failure ? new AgentFailure(error.key, error.parameters) : error;
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Markdown documents in a folder and below; links are not followed and dot folders not entered. */
function documentsBelow(root: string): string[] {
  const found: string[] = [];
  const pending = [{ folder: '', level: 0 }];
  for (let next = pending.pop(); next && found.length < most.documents; next = pending.pop()) {
    for (const name of namesIn(join(root, next.folder))) {
      const path = next.folder ? `${next.folder}/${name}` : name;
      const there = lstatSync(join(root, path), { throwIfNoEntry: false });
      if (there?.isDirectory() && isEntered(name) && next.level < most.levels)
        pending.push({ folder: path, level: next.level + 1 });
      else if (there?.isFile() && isMarkdown(name)) found.push(path);
    }
  }
  return found.sort().slice(0, most.documents);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
