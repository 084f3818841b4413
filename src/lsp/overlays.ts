/** Finds the organisation's overlay for each assessment; each file is read once until it changes. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Home } from '../assessment/evidence/citation-paths';
import { findOverlay, type OverlayTrouble } from '../overlay/find-overlay';
import { applyOverlay } from '../overlay/overlay';
import { parseOverlay, type OverlayFile } from '../overlay/read-overlay';
import { overlayPlaces } from '../overlay/overlay-places';
import type { Sheet } from '../sheet/sheet';
import { maximumSize } from './closed-files';
import type { FolderFiles, Words } from './host';

export interface OverlaidWords {
  readonly words: Words;
  /** Why a requested overlay is not fully used. */
  readonly overlayTrouble?: OverlayTrouble;
}

/** The location of an assessment and what it says of its overlay. */
export interface Wanted {
  readonly home: Home;
  readonly files?: FolderFiles;
  /** The file it names, and the file the settings name. */
  readonly named?: string;
  readonly setting: string;
}

export class Overlays {
  private readonly closed = new Map<string, { readonly stamp: string; readonly file: OverlayFile }>();
  private readonly open = new WeakMap<TextDocument, { readonly version: number; readonly file: OverlayFile }>();
  private readonly worded = new WeakMap<OverlayFile, { readonly plain: Sheet; readonly words: Words }>();

  /** @param opened the document open at a place; it takes precedence over the file, saved or not */
  constructor(private readonly opened: (place: string) => TextDocument | undefined) {}

  /** The texts for an assessment; without an overlay those of the sheet. */
  async find({ home, files, named, setting }: Wanted, plain: Words): Promise<OverlaidWords> {
    if (!files) return { words: plain };
    const places = overlayPlaces(home, plain.t.language, named, setting);
    const { used, trouble: overlayTrouble } = await findOverlay(places, plain.t.language, (path) =>
      this.read(path, files),
    );
    return { words: used ? this.wordsOf(used.file, plain) : plain, overlayTrouble };
  }

  /** An open overlay file, parsed once per version. */
  of(document: TextDocument): OverlayFile {
    const known = this.open.get(document);
    if (known?.version === document.version) return known.file;
    const file = parseOverlay(document.getText());
    this.open.set(document, { version: document.version, file });
    return file;
  }

  private wordsOf(file: OverlayFile, plain: Words): Words {
    if (!file.overlay) return plain;
    const known = this.worded.get(file);
    if (known?.plain === plain.sheet) return known.words;
    const words = { ...plain, sheet: applyOverlay(plain.sheet, file.overlay) };
    this.worded.set(file, { plain: plain.sheet, words });
    return words;
  }

  private async read(place: string, files: FolderFiles): Promise<OverlayFile | undefined> {
    const document = this.opened(place);
    if (document) return this.of(document);
    const found = await files.find(place);
    if (!found) return undefined;
    if (!found.isFile || found.size > maximumSize) throw new Error('not to be read');
    const known = this.closed.get(place);
    if (known?.stamp === found.stamp) return known.file;
    const file = parseOverlay(await files.textOf(place));
    this.closed.set(place, { stamp: found.stamp, file });
    return file;
  }
}
