/** Reads files that are not open in an editor. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FolderFiles } from './host';

/** Limit of the size of files that are read, in bytes. */
export const maximumSize = 4_000_000;

/** Returns the same document object as long as a file is unchanged, so that it is analysed once. */
export class ClosedFiles {
  private readonly known = new Map<string, { readonly stamp: string; readonly document: TextDocument }>();

  /** The file at a place as a document; `undefined` where it does not exist or cannot be read. */
  async read(uri: string, place: string, files: FolderFiles): Promise<TextDocument | undefined> {
    const found = await files.find(place);
    if (!found?.isFile || found.size > maximumSize) return undefined;
    const known = this.known.get(uri);
    if (known?.stamp === found.stamp) return known.document;
    const document = TextDocument.create(uri, 'psirt-yaml', 0, await files.textOf(place));
    this.known.set(uri, { stamp: found.stamp, document });
    return document;
  }
}
