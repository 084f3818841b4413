/** The assessments of a client: open ones as they are in its editors, the others of its folders as they are in their files. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { breathe } from '../language/breathe';
import type { FolderFiles } from './host';
import { isAssessment, type Session } from './session';

/** Larger files are not read, in bytes. */
const maximumSize = 4_000_000;

interface Token {
  readonly isCancellationRequested: boolean;
}

/** Visits all of them, each once; what can not be read is left out. `visit` is told whether a document is open, and how much of all that is. */
export async function visitAssessments(
  session: Session,
  token: Token,
  visit: (document: TextDocument, isOpen: boolean, part: number) => void | Promise<void>,
): Promise<void> {
  const open = session.documents.all().filter(isAssessment);
  const seen = new Set(open.map(({ uri }) => session.placeOf(uri)?.uri.toString()));
  const closed: { readonly uri: string; readonly read: () => Promise<TextDocument | undefined> }[] = [];
  for (const folder of session.folders) {
    const files = session.filesIn(folder);
    for (const place of (await files?.assessments()) ?? []) {
      const uri = folder.with({ path: place }).toString();
      if (files && seen.size < seen.add(uri).size)
        closed.push({ uri, read: () => session.closed.read(uri, place, files) });
    }
  }
  const count = open.length + closed.length;
  for (const [index, document] of open.entries()) await visit(document, true, index / count);
  for (const [index, { read }] of closed.entries()) {
    await breathe();
    if (token.isCancellationRequested) return;
    const document = await read().catch(() => undefined);
    if (document) await visit(document, false, (open.length + index) / count);
  }
}

/** Files that no editor has open: the same document as long as a file stays as it is, so that it is judged once. */
export class ClosedFiles {
  private readonly known = new Map<string, { readonly stamp: string; readonly document: TextDocument }>();

  /** The file at a place as a document; `undefined` where there is none to be read. */
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
