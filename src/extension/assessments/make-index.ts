/** Makes the index of assessments with what is kept of it. */
import type * as vscode from 'vscode';
import type { Analyses } from '../core/analyses';
import type { CitedDocuments } from '../evidence/cited-documents';
import { AssessmentIndex } from './assessment-index';
import { keptFileIn } from './kept-file';
import { KeptIndex } from './kept-index';

export function makeIndex(
  analyses: Analyses,
  cited: CitedDocuments,
  context: vscode.ExtensionContext,
): AssessmentIndex {
  const { version } = context.extension.packageJSON as { version: string };
  return new AssessmentIndex(analyses, cited, new KeptIndex(keptFileIn(context), version));
}
