/** Reads and checks files, open or not. */
import * as vscode from 'vscode';
import { parseAssessment } from '../../assessment/parse';
import type { Checked } from '../../report/check/result';
import { scoreAssessment } from '../../scoring/score';
import type { Analysis } from '../../language/analysis';
import type { Analyses } from '../core/analyses';
import { textOf } from './file-on-disk';

/** The analysis of a file; an open one counts with unsaved changes. Rejects when it cannot be read. */
export async function analysisOf(
  analyses: Analyses,
  uri: vscode.Uri,
): Promise<Pick<Analysis, 'assessment' | 'scored'>> {
  const open = vscode.workspace.textDocuments.find(
    (document) => !document.isClosed && document.uri.toString() === uri.toString(),
  );
  if (open) return analyses.of(open);
  const assessment = parseAssessment(await textOf(uri));
  return { assessment, scored: scoreAssessment(analyses.words.sheet, assessment) };
}

/** Reads, scores and checks a file, including its evidence, as input for reports. Rejects when it cannot be read. */
export async function checkedFile(analyses: Analyses, uri: vscode.Uri): Promise<Checked> {
  const { assessment, scored } = await analysisOf(analyses, uri);
  await analyses.findWords(uri, assessment);
  const problems = analyses.check(uri, { assessment, scored }, await analyses.cited.citedBy(uri, assessment));
  return { path: vscode.workspace.asRelativePath(uri), assessment, scored, problems };
}
