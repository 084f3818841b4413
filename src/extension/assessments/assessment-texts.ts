/** The texts of all assessments, for what is asked about the workspace as a whole. */
import * as vscode from 'vscode';
import { yieldToHost } from '../../language/yield-to-host';
import { isAssessment } from '../core/assessment-documents';
import { findAssessments } from './find-assessments';
import { inParallel } from '../core/in-parallel';
import { textOf } from './indexed-file';

/** Files read at the same time. */
const concurrency = 16;

/**
 * Visits every assessment of the workspace and every open one, in no order. An open document says what is in its
 * editor, saved or not; a file that cannot be read is left out, and told to `onUnread`.
 */
export async function visitAssessments(
  token: vscode.CancellationToken,
  visit: (uri: vscode.Uri, text: string) => void | Promise<void>,
  onUnread?: (uri: vscode.Uri) => void,
): Promise<void> {
  const open = vscode.workspace.textDocuments.filter((document) => isAssessment(document) && !document.isClosed);
  const opened = new Set(open.map(({ uri }) => uri.toString()));
  for (const document of open) {
    await yieldToHost();
    await visit(document.uri, document.getText());
  }
  const closed = (await findAssessments(token)).filter((uri) => !opened.has(uri.toString()));
  await inParallel(closed, concurrency, token, async (uri) => {
    try {
      const text = await textOf(uri);
      await yieldToHost();
      await visit(uri, text);
    } catch {
      // It went away, or may not be read: then nothing is known of what it cites.
      onUnread?.(uri);
    }
  });
}
