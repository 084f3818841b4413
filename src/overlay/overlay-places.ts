/**
 * Where an organisation's overlay for an assessment may be found. All places are absolute paths with `/`, as in
 * addresses.
 */
import type { Language } from '../messages/messages';
import { folderOf, resolvePath, type Home } from '../assessment/evidence/citation-paths';

const ending = /\.psirt-wording\.ya?ml$/i;

/** One place to look at. */
export interface OverlayPlace {
  /** The path as it was given, or the conventional name. */
  readonly given: string;
  /** Where it leads; `undefined` when that is outside the workspace. */
  readonly path?: string;
  /** Named explicitly: a missing file is a mistake. */
  readonly asked: boolean;
}

/** Whether a path is that of an overlay file, by its name. */
export function isOverlayPath(path: string): boolean {
  return ending.test(path);
}

/** The name under which a file of any language, or of one, is found without being named anywhere. */
export function conventionalName(language?: Language): string {
  return `sheet.${language ? `${language}.` : ''}psirt-wording.yaml`;
}

/**
 * The places in the order they are looked at, the first with wording of the language counting: what the assessment
 * names, what the setting names (from the workspace's root), and the conventional names beside the assessment and at
 * the root.
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
