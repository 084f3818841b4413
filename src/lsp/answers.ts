/** The common frame of all requests about an assessment: analysis, answer, and the check that it is still current. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Known, Session } from './session';

/** Answers a request about an open assessment; `null` for all other documents. */
export async function answer<T>(
  session: Session,
  uri: string,
  token: CancellationToken,
  question: (known: Known) => T | Promise<T>,
): Promise<T | null> {
  const document = session.assessment(uri);
  if (!document) return null;
  // The request is about the present version of the text.
  const asked = { document, version: document.version };
  const known = await session.know(document);
  assertCurrent(asked, token);
  const given = known ? await question(known) : null;
  assertCurrent(asked, token);
  return given;
}

/** Throws where the request was cancelled, or the document has changed since. */
export function assertCurrent(
  { document, version }: { readonly document: TextDocument; readonly version: number },
  token: CancellationToken,
): void {
  if (token.isCancellationRequested) throw cancelled();
  if (document.version !== version) throw new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');
}

/** The response to a request that was cancelled. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
