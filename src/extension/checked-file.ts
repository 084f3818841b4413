/** A file with all that is known of it, as reports and comparisons take it. */
import * as vscode from 'vscode';
import type { Checked } from '../report/result';
import type { Analyses } from './analyses';

/** Reads, scores and checks a file, its evidence looked up; an open one says what is in its editor. Rejects when it can not be read. */
export async function checkedFile(analyses: Analyses, uri: vscode.Uri): Promise<Checked> {
  const document = await vscode.workspace.openTextDocument(uri);
  const { assessment, scored } = analyses.of(document);
  const problems = analyses.check(uri, { assessment, scored }, await analyses.cited.citedBy(uri, assessment));
  return { path: vscode.workspace.asRelativePath(uri), assessment, scored, problems };
}
