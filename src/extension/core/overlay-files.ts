/** Reads overlay files, each once until it changes, and applies them to the sheet. */
import * as vscode from 'vscode';
import { findOverlay, type OverlayTrouble } from '../../overlay/find-overlay';
import { parseOverlay, type OverlayFile } from '../../overlay/read-overlay';
import type { OverlayPlace } from '../../overlay/overlay-places';
import type { Language } from '../../messages/messages';
import { applyOverlay } from '../../overlay/overlay';
import type { Sheet } from '../../sheet/sheet';
import { maximumSize } from './assessment-documents';

/** The result of a look-up: the sheet with the organisation's overlay. */
export interface OverlaidSheet {
  readonly plain?: Sheet;
  readonly sheet?: Sheet;
  readonly trouble?: OverlayTrouble;
}

export class OverlayFiles {
  /** By address; `undefined` for files that do not exist. */
  private readonly files = new Map<string, Promise<OverlayFile | undefined>>();
  private readonly sheets = new WeakMap<OverlayFile, OverlaidSheet>();

  /** Looks for an overlay at some places; their addresses have the form of the assessment's. */
  async find(
    places: readonly OverlayPlace[],
    from: vscode.Uri,
    plain: Sheet,
    language: Language,
  ): Promise<OverlaidSheet> {
    const { used, trouble } = await findOverlay(places, language, (path) =>
      this.open(from.with({ path, query: '', fragment: '' })),
    );
    if (!used?.file.overlay) return { trouble };
    const known = this.sheets.get(used.file);
    const own = known?.plain === plain ? known : { plain, sheet: applyOverlay(plain, used.file.overlay) };
    this.sheets.set(used.file, own);
    return { ...own, trouble };
  }

  has(uri: vscode.Uri): boolean {
    return this.files.has(uri.toString());
  }

  forget(uri: vscode.Uri): void {
    this.files.delete(uri.toString());
  }

  private open(uri: vscode.Uri): Promise<OverlayFile | undefined> {
    const key = uri.toString();
    const file = this.files.get(key) ?? read(uri);
    this.files.set(key, file);
    return file;
  }
}

/** Reads a file; an open one counts with unsaved changes. Throws where it cannot be read. */
async function read(uri: vscode.Uri): Promise<OverlayFile | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return parseOverlay(open.getText());
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    // A link of that name may lead to a device, which never ends.
    if (!(type & vscode.FileType.File) || size > maximumSize) throw vscode.FileSystemError.Unavailable(uri);
    return parseOverlay(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
