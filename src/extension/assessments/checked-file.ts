/** Reads and checks files, open or not. */
import * as vscode from 'vscode';
import { parseAssessment } from '../../assessment/parse';
import type { Checked } from '../../report/check/result';
import type { ScoredVersion } from '../../rules/rule';
import { scoreAssessment } from '../../scoring/score';
import type { Analysis } from '../../language/analysis';
import type { Analyses } from '../core/analyses';
import { sourcesFor } from '../core/requirements';
import type { Words } from '../core/words';
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

/** A file as a report tells of it. */
export interface ReportedFile {
  readonly checked: Checked;
  /** The texts it was checked with: those of the report's language, with the organisation's overlay. */
  readonly words: Words;
}

/**
 * Reads, scores and checks a file, including its evidence, for a report in the language of `plain`; with the version it
 * is compared with and the crosswalk sources it names. Rejects when it cannot be read.
 */
export async function reportedFile(analyses: Analyses, uri: vscode.Uri, plain: Words): Promise<ReportedFile> {
  const { assessment, scored } = await analysisOf(analyses, uri);
  const { words, overlayTrouble } = await analyses.overlaidWords(uri, assessment, plain);
  const problemsOf = async (version: Pick<Analysis, 'assessment' | 'scored'>, signed?: ScoredVersion) => {
    const documents = await analyses.cited.citedBy(uri, version.assessment);
    const around = { ...analyses.surroundings(uri, documents), ...words, overlayTrouble, signed };
    return analyses.check(uri, version, documents, around);
  };
  const before = analyses.baselines.of(uri, analyses.words.sheet);
  const signed = await analyses.searchSigned(uri, { assessment });
  const checked = {
    path: vscode.workspace.asRelativePath(uri),
    assessment,
    scored,
    problems: await problemsOf({ assessment, scored }, signed),
    ...(before && { baseline: { ...before, problems: await problemsOf(before) } }),
    ...(assessment.crosswalk.length > 0 && { sources: await sourcesFor(assessment, uri, words) }),
  };
  return { checked, words };
}
