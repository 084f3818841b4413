/** The language server over standard input and output, with the files of this computer. */
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import type { URI } from 'vscode-uri';
import type { Language } from '../messages/messages';
import { findFiles } from '../node/files';
import { loadExplainedSheet, loadMessages } from '../node/load-texts';
import { fileAt, fileInside, placeOf } from '../node/places';
import { readRegularFile } from '../node/read-file';
import type { FolderFiles, Host } from './host';
import { startServer } from './server';

/** Serves the client on standard input and output. The process ends when the client says so or disconnects. */
export function serve(language: Language): void {
  startServer(createConnection(process.stdin, process.stdout), nodeHost(language));
}

/** The host with this computer's files. */
export function nodeHost(language: Language): Host {
  return {
    language,
    words: (spoken) => Promise.resolve({ sheet: loadExplainedSheet(spoken), t: loadMessages(spoken) }),
    now: () => new Date(),
    filesIn: (folder) => (isLocal(folder) ? filesBelow(fileAt(folder.path)) : undefined),
    rulesPage,
  };
}

/** Files of other computers are not read. */
function isLocal({ scheme, authority }: URI): boolean {
  return scheme === 'file' && authority === '';
}

function filesBelow(folder: string): FolderFiles {
  const inside = (place: string): string | undefined => fileInside(place, folder);
  const entriesIn: FolderFiles['entriesIn'] = async (place) => {
    const real = inside(place);
    const found = real === undefined ? undefined : await readdir(real, { withFileTypes: true }).catch(() => undefined);
    return found?.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  };
  const bytesOf = async (place: string): Promise<Uint8Array> => {
    const real = inside(place);
    if (real === undefined) throw new Error('not in the folder');
    return readRegularFile(real, place);
  };
  return {
    async find(place) {
      const real = inside(place);
      const there = real === undefined ? undefined : await stat(real).catch(() => undefined);
      if (!there) return undefined;
      const { size, mtimeMs } = there;
      return { isFile: there.isFile(), isFolder: there.isDirectory(), size, stamp: `${mtimeMs} ${size}` };
    },
    namesIn: async (place) => (await entriesIn(place))?.map(({ name }) => name) ?? [],
    textOf: async (place) => new TextDecoder().decode(await bytesOf(place)),
    bytesOf,
    entriesIn,
    assessments: async () => (await findFiles([folder], folder)).paths.map((path) => placeOf(path)),
  };
}

/** The page of rules is part of the package. */
function rulesPage(language: Language): string | undefined {
  const page = join(__dirname, '..', '..', 'media', `rules.${language}.md`);
  return existsSync(page) ? pathToFileURL(page).href : undefined;
}
