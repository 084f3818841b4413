/** Finds the organisation's overlay for an assessment: the first of some places with one in the requested language. */
import type { Language, MessageKey, MessageParameters } from '../messages/messages';
import type { OverlayFile } from './read-overlay';
import type { OverlayPlace } from './overlay-places';
import { overlayRules } from './overlay-rules';

/** Why an overlay file that was named or found is not fully used. */
export interface OverlayTrouble {
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
}

/** The overlay in use, and its place. */
interface UsedOverlay {
  readonly path: string;
  readonly file: OverlayFile;
}

export interface FoundOverlay {
  readonly used?: UsedOverlay;
  readonly trouble?: OverlayTrouble;
}

/**
 * Looks at places in order. `open` returns the parsed file, `undefined` where there is none, and throws where it cannot
 * be read. A file in another language is skipped silently: it is for other readers.
 */
export async function findOverlay(
  places: readonly OverlayPlace[],
  language: Language,
  open: (path: string) => Promise<OverlayFile | undefined>,
): Promise<FoundOverlay> {
  let trouble: OverlayTrouble | undefined;
  for (const { given, path, asked } of places) {
    const found = await lookAt(path, open);
    if (typeof found === 'string') {
      if (asked || found === 'wording.unreadable') trouble ??= { key: found, parameters: { path: given } };
      continue;
    }
    trouble ??= troubleIn(found.file, given);
    if (found.file.overlay?.language === language) return { used: found, trouble };
  }
  return { trouble };
}

/** The file at a place, or the message that says why there is none. A place outside the workspace has no path. */
async function lookAt(
  path: string | undefined,
  open: (path: string) => Promise<OverlayFile | undefined>,
): Promise<UsedOverlay | 'wording.outside' | 'wording.not-found' | 'wording.unreadable'> {
  if (path === undefined) return 'wording.outside';
  const file = await open(path).catch(() => 'wording.unreadable' as const);
  if (typeof file === 'string') return file;
  return file ? { path, file } : 'wording.not-found';
}

function troubleIn({ issues }: OverlayFile, path: string): OverlayTrouble | undefined {
  const count = issues.filter(({ rule }) => overlayRules[rule] === 'error').length;
  return count ? { key: 'wording.has-errors', parameters: { path, count } } : undefined;
}
