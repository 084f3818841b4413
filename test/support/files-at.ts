/** Files that are at some places, and the folders they are in, as look-ups see them. */
import type { ReadableFiles } from '../../src/assessment/evidence/cited-document';
import { fileDigest } from '../../src/assessment/evidence/file-digest';
import { headingAnchors } from '../../src/assessment/evidence/headings';

/** By their places alone, or with their texts. */
export function filesAt(files: readonly string[] | Readonly<Record<string, string>>): ReadableFiles {
  const texts = new Map(
    Array.isArray(files)
      ? files.map((place): [string, string] => [place, ''])
      : Object.entries(files as Record<string, string>),
  );
  const below = (folder: string) =>
    [...texts.keys()].filter((place) => place.startsWith(`${folder}/`)).map((place) => place.slice(folder.length + 1));
  return {
    async find(place) {
      if (texts.has(place)) return { isFile: true, size: texts.get(place)?.length ?? 0 };
      return below(place).length > 0 ? { isFile: false, size: 0 } : undefined;
    },
    namesIn: async (folder) => [...new Set(below(folder).map((path) => path.split('/')[0] ?? ''))],
    textOf: async (place) => texts.get(place),
    digestOf: async (place) => fileDigest(new TextEncoder().encode(texts.get(place) ?? '')),
    anchorsOf: async (place) => headingAnchors(texts.get(place) ?? ''),
  };
}
