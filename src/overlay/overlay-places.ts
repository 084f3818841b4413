/** Where the overlay for an assessment is looked for. Places are absolute paths with forward slashes. */
import type { Language } from '../messages/messages';
import { folderOf, resolvePath, type Home } from '../assessment/evidence/citation-paths';

const ending = /\.psirt-wording\.ya?ml$/i;

/** One place to look for an overlay. */
export interface OverlayPlace {
  /** The path as given, or the conventional name. */
  readonly given: string;
  /** The resolved path; `undefined` outside the workspace. */
  readonly path?: string;
  /** Explicitly named, so that a missing file is an error. */
  readonly asked: boolean;
}

/** Whether a path has the name of an overlay file. */
export function isOverlayPath(path: string): boolean {
  return ending.test(path);
}

/** The conventional name of an overlay file, for one language or for any. */
export function conventionalName(language?: Language): string {
  return `sheet.${language ? `${language}.` : ''}psirt-wording.yaml`;
}

/**
 * The places in order of precedence: the file the assessment names, the one the setting names (relative to the
 * workspace's root), then the conventional names beside the assessment and at the root. The first overlay in the
 * requested language counts.
 */
export function overlayPlaces(
  home: Home,
  language: Language,
  named: string | undefined,
  setting: string,
): OverlayPlace[] {
  const places: OverlayPlace[] = [];
  if (named?.trim()) places.push({ given: named, path: resolvePath(home, named.trim()), asked: true });
  if (setting.trim())
    places.push({ given: setting, path: resolvePath(home, `/${setting.trim().replace(/^\//, '')}`), asked: true });
  for (const folder of new Set([folderOf(home.file), home.root])) {
    for (const name of [conventionalName(language), conventionalName()])
      places.push({ given: name, path: resolvePath({ ...home, file: `${folder}/x` }, name), asked: false });
  }
  return places;
}
