/**
 * The sheet in an organisation's wording, if it has one: from the file named on the command line or in an assessment,
 * or found at a conventional place.
 */
import { existsSync, realpathSync } from 'node:fs';
import type { OverlayTrouble } from '../overlay/find-overlay';
import type { OverlayFile } from '../overlay/read-overlay';
import { overlayPlaces, type OverlayPlace } from '../overlay/overlay-places';
import type { Language, Translate } from '../messages/messages';
import { applyOverlay } from '../overlay/overlay';
import type { Sheet } from '../sheet/sheet';
import type { Digest } from './digest';
import { fileAt, homeIn } from './places';
import { readRegularFile, readText } from './read-file';
import { Recent } from './recent';
import { isInside, type Roots } from './workspace-root';
import { Failure } from './failure';
import { loadSheet } from './load-texts';
import type { Surroundings } from './surroundings';

export interface WordedSheet {
  readonly sheet: Sheet;
  /** Why a requested overlay is not fully used. */
  readonly trouble?: OverlayTrouble;
}

/** Where the overlay for an assessment may be, and the root folder it must not leave. */
interface Places {
  readonly places: readonly OverlayPlace[];
  readonly root: string;
}

/** The text of the file that `--wording` names, for `Overlays`. Throws `Failure` where it cannot be used. */
export async function chosenOverlay(
  option: string | undefined,
  io: Surroundings,
  t: Translate,
): Promise<string | undefined> {
  if (option === undefined) return undefined;
  const text = await readText(option, io);
  const { parseOverlay } = await import('../overlay/read-overlay');
  const { overlay } = parseOverlay(text);
  if (!overlay) throw new Failure('cli.bad-wording', { path: option });
  if (overlay.language !== t.language)
    throw new Failure('cli.wording-language', { path: option, language: overlay.language });
  return text;
}

/** Overlays that are remembered: each is as large as a sheet, and one organisation has a few. */
const mostOverlays = 64;

/**
 * Finds the overlay for each assessment of a run. Each file is parsed once while it is remembered; without files
 * nothing is parsed.
 */
export class Overlays {
  private readonly plain: Sheet;
  private readonly files = new Recent<string, Promise<OverlayFile | undefined>>(mostOverlays);
  private readonly sheets = new Recent<OverlayFile, Sheet>(mostOverlays);
  private readonly places = new Recent<string, Places>();
  private readonly texts = new Recent<string, string | null | undefined>(mostOverlays);
  /** Digests of what was found, by location. */
  private readonly states = new Recent<string, string>();

  /**
   * @param chosen the text that takes precedence over all others
   * @param roots the repositories of folders, which others may look up as well
   */
  constructor(
    private readonly cwd: string,
    private readonly language: Language,
    private readonly chosen?: string,
    private readonly roots: Roots = new Recent(),
  ) {
    this.plain = loadSheet(language);
  }

  /** The sheet for an assessment in a folder (absolute) that may name an overlay file. */
  async sheetFor(folder: string, named?: string): Promise<WordedSheet> {
    if (this.chosen !== undefined) return { sheet: this.sheetOf(await this.parsed('', this.chosen)) };
    const { places, root } = this.placesFor(folder, named);
    if (places.length === 0) return { sheet: this.plain };
    const { findOverlay } = await import('../overlay/find-overlay');
    const { used, trouble } = await findOverlay(places, this.language, (path) => this.open(fileAt(path), root));
    return { sheet: this.sheetOf(used?.file), trouble };
  }

  /** A short fingerprint of what `sheetFor` depends on: equal when that is equal; empty where there is no overlay. */
  stateFor(folder: string, named: string | undefined, digest: Digest): string {
    if (this.chosen !== undefined) return '';
    const { places, root } = this.placesFor(folder, named);
    if (places.length === 0) return '';
    const where = JSON.stringify([root, ...places.map(({ given, path }) => [given, path])]);
    const state = this.states.get(where) ?? digest([where, this.textsAt({ places, root })]);
    this.states.set(where, state);
    return state;
  }

  private textsAt({ places, root }: Places) {
    return places.map(({ path }) => path !== undefined && this.textAt(fileAt(path), root));
  }

  /** The sheet that all assessments share, or the sheet without overlay where they differ. */
  shared(sheets: readonly Sheet[]): Sheet {
    const [first = this.plain, ...rest] = sheets;
    return rest.every((sheet) => sheet === first) ? first : this.plain;
  }

  /** Places where an overlay exists or is explicitly named; cached. */
  private placesFor(folder: string, named: string | undefined): Places {
    const key = JSON.stringify([folder, named]);
    const found = this.places.get(key) ?? this.findPlaces(folder, named);
    this.places.set(key, found);
    return found;
  }

  private findPlaces(folder: string, named: string | undefined): Places {
    const home = homeIn(folder, this.cwd, this.roots);
    const isMeant = ({ path, asked }: OverlayPlace) => asked || (path !== undefined && existsSync(fileAt(path)));
    return { places: overlayPlaces(home, this.language, named, '').filter(isMeant), root: fileAt(home.root) };
  }

  private sheetOf(file: OverlayFile | undefined): Sheet {
    if (!file?.overlay) return this.plain;
    const sheet = this.sheets.get(file) ?? applyOverlay(this.plain, file.overlay);
    this.sheets.set(file, sheet);
    return sheet;
  }

  private async open(file: string, root: string): Promise<OverlayFile | undefined> {
    const text = this.textAt(file, root);
    if (text === null) throw new Failure('cli.denied', { path: file });
    return text === undefined ? undefined : this.parsed(file, text);
  }

  /** `textWithin`, cached. */
  private textAt(file: string, root: string): string | null | undefined {
    const key = `${root}\0${file}`;
    if (!this.texts.has(key)) this.texts.set(key, textWithin(file, root));
    return this.texts.get(key);
  }

  private parsed(file: string, text: string): Promise<OverlayFile | undefined> {
    const parsed =
      this.files.get(file) ?? import('../overlay/read-overlay').then(({ parseOverlay }) => parseOverlay(text));
    this.files.set(file, parsed);
    return parsed;
  }
}

/**
 * The text of a file; `undefined` where it does not exist, `null` where it is not text or is outside the root, to which
 * a link may lead.
 */
export function textWithin(file: string, root: string): string | null | undefined {
  if (!existsSync(file)) return undefined;
  try {
    if (!isInside(realpathSync.native(file), realpathSync.native(root))) return null;
    return new TextDecoder('utf-8', { fatal: true }).decode(readRegularFile(file, file));
  } catch {
    return null;
  }
}
