/** The sheet in an organisation's own words, where there are any: named on the command line, in an assessment, or by their place. */
import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import type { WordingTrouble } from '../assessment/find-wording';
import type { WordingFile } from '../assessment/wording';
import { wordingPlaces, type WordingPlace } from '../assessment/wording-places';
import type { Language, Translate } from '../messages/messages';
import { applyOverlay } from '../sheet/overlay';
import type { Sheet } from '../sheet/sheet';
import { fileAt, homeIn } from './places';
import { readRegularFile, readText } from './read-file';
import { isInside } from './workspace-root';
import { Failure } from './failure';
import { loadSheet } from './load-texts';
import type { Io } from './terminal';

export interface WordedSheet {
  readonly sheet: Sheet;
  /** Why wording that was asked for is not used as it should be. */
  readonly trouble?: WordingTrouble;
}

/** The text of the file that `--wording` names, for `OwnWording`. Throws `Failure` where it can not be used. */
export async function chosenWording(option: string | undefined, io: Io, t: Translate): Promise<string | undefined> {
  if (option === undefined) return undefined;
  const text = await readText(option, io);
  const { parseWording } = await import('../assessment/wording');
  const { overlay } = parseWording(text);
  if (!overlay) throw new Failure('cli.bad-wording', { path: option });
  if (overlay.language !== t.language) throw new Failure('cli.wording-language', { path: option, language: overlay.language });
  return text;
}

/** Finds the wording for each assessment of a run; each file is parsed once, and none where there is none. */
export class OwnWording {
  private readonly plain: Sheet;
  private readonly files = new Map<string, Promise<WordingFile | undefined>>();
  private readonly sheets = new Map<WordingFile, Sheet>();

  /** @param chosen the text that comes before all others */
  constructor(
    private readonly cwd: string,
    private readonly language: Language,
    private readonly chosen?: string,
  ) {
    this.plain = loadSheet(language);
  }

  /** The sheet for an assessment in a folder (absolute) that may name a wording file. */
  async sheetFor(folder: string, named?: string): Promise<WordedSheet> {
    if (this.chosen !== undefined) return { sheet: this.sheetOf(await this.parsed('', this.chosen)) };
    const { places, root } = this.placesFor(folder, named);
    if (places.length === 0) return { sheet: this.plain };
    const { findWording } = await import('../assessment/find-wording');
    const { used, trouble } = await findWording(places, this.language, (path) => this.open(fileAt(path), root));
    return { sheet: this.sheetOf(used?.file), trouble };
  }

  /** What `sheetFor` rests on in one short text, the same whenever it is the same; empty where there is no wording. */
  stateFor(folder: string, named?: string): string {
    if (this.chosen !== undefined) return '';
    const { places, root } = this.placesFor(folder, named);
    if (places.length === 0) return '';
    const state = places.map(({ given, path }) => [given, path, path !== undefined && textWithin(fileAt(path), root)]);
    return createHash('sha256').update(JSON.stringify(state)).digest('base64');
  }

  /** The sheet that all of some assessments share, or the plain one where they differ. */
  shared(sheets: readonly Sheet[]): Sheet {
    const [first = this.plain, ...rest] = sheets;
    return rest.every((sheet) => sheet === first) ? first : this.plain;
  }

  /** Places where there is a file, or somebody says that there is. */
  private placesFor(folder: string, named: string | undefined): { places: WordingPlace[]; root: string } {
    const home = homeIn(folder, this.cwd);
    const places = wordingPlaces(home, this.language, named, '');
    return {
      places: places.filter(({ path, asked }) => asked || (path !== undefined && existsSync(fileAt(path)))),
      root: fileAt(home.root),
    };
  }

  private sheetOf(file: WordingFile | undefined): Sheet {
    if (!file?.overlay) return this.plain;
    const sheet = this.sheets.get(file) ?? applyOverlay(this.plain, file.overlay);
    this.sheets.set(file, sheet);
    return sheet;
  }

  private async open(file: string, root: string): Promise<WordingFile | undefined> {
    const text = textWithin(file, root);
    if (text === null) throw new Failure('cli.denied', { path: file });
    return text === undefined ? undefined : this.parsed(file, text);
  }

  private parsed(file: string, text: string): Promise<WordingFile | undefined> {
    const parsed = this.files.get(file) ?? import('../assessment/wording').then(({ parseWording }) => parseWording(text));
    this.files.set(file, parsed);
    return parsed;
  }
}

/** The text of a file; `undefined` where there is none, `null` where it is outside the root (a link may lead there) or no text. */
function textWithin(file: string, root: string): string | null | undefined {
  if (!existsSync(file)) return undefined;
  try {
    if (!isInside(realpathSync(file), realpathSync(root))) return null;
    return new TextDecoder('utf-8', { fatal: true }).decode(readRegularFile(file, file));
  } catch {
    return null;
  }
}
