/** Visits the assessments of a client: open ones as in its editors, the others of its folders as in their files. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { yieldToHost } from '../language/yield-to-host';
import { isAssessment, type Session } from './session';

interface Token {
  readonly isCancellationRequested: boolean;
}

/**
 * Visits each assessment once; unreadable files are skipped. `visit` is told whether the document is open, and the
 * share visited so far.
 */
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
    await yieldToHost();
    if (token.isCancellationRequested) return;
    const document = await read().catch(() => undefined);
    if (document) await visit(document, false, (open.length + index) / count);
  }
}
