/** Reads the texts of all assessments, for operations on the whole workspace. */
import * as vscode from 'vscode';
import { yieldToHost } from '../../language/yield-to-host';
import { isAssessment } from '../core/assessment-documents';
import { findAssessments } from './find-assessments';
import { inParallel } from '../core/in-parallel';
import { textOf } from './file-on-disk';

/** Number of files read concurrently. */
const concurrency = 16;

/**
 * Visits every assessment of the workspace and every open one, in no particular order. Open documents count with
 * unsaved changes; unreadable files are skipped and passed to `onUnread`.
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
      // It was deleted, or is not accessible, so what it cites is not known.
      onUnread?.(uri);
    }
  });
}
