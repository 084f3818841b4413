/** The trend of an assessment: its committed versions, and other dated files of the same subject in the workspace. */
import type * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import { isIndividual } from '../../assessment/individual';
import { isScorable } from '../../assessment/scorable';
import { parseAssessment } from '../../assessment/parse';
import { scoreAssessment } from '../../scoring/score';
import { trendPoint, type TrendMoment, type TrendPoint } from '../../scoring/trend';
import type { Sheet } from '../../sheet/sheet';
import type { HostMessage } from '../../webview/protocol';
import type { Analyses } from '../core/analyses';
import { visitAssessments } from '../assessments/assessment-texts';
import { baseName } from '../core/assessment-documents';
import { repositoryOf } from '../core/git-extension';
import { committedVersions } from '../core/git-versions';
import { untilStopped } from '../core/until-stopped';
import { whyNotWhole, type TrendEnd } from './trend-end';

type Told = Extract<HostMessage, { type: 'trend' }>;

/** The time between two updates while reading, in milliseconds. */
const pace = 300;

/** Points of commits, by file and commit, since the content of a commit never changes. */
const known = new Map<string, TrendPoint | undefined>();

/** Reads the history of a document and reports it in parts, finally whole; when cancelled, as far as it was read. */
export async function readTrend(
  analyses: Analyses,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
  tell: (message: Told) => void,
): Promise<void> {
  const uri = document.uri.toString();
  const points: TrendPoint[] = [];
  let told = Date.now();
  const report = (point: TrendPoint | undefined): void => {
    // Newest first: of two commits in one second the earlier one has to come first.
    if (point) points.unshift(point);
    if (Date.now() - told < pace) return;
    told = Date.now();
    tell({ type: 'trend', uri, points, reading: points.length });
  };
  tell({ type: 'trend', uri, points, reading: 0 });
  const commits = await readCommits(analyses, document.uri, token, report);
  const namesakesFailed = await readNamesakes(analyses, document, token, report).then(
    () => false,
    () => true,
  );
  const end: TrendEnd = {
    ...commits,
    count: points.length,
    hasFailed: commits.hasFailed || namesakesFailed,
    isStopped: token.isCancellationRequested,
  };
  tell({ type: 'trend', uri, points, why: whyNotWhole(end, analyses.words.t) });
}

/** Reads the committed versions; resolves to how that ended. */
async function readCommits(
  { words }: Analyses,
  uri: vscode.Uri,
  token: vscode.CancellationToken,
  report: (point: TrendPoint | undefined) => void,
): Promise<Pick<TrendEnd, 'hasFailed' | 'hasRepository' | 'unread'>> {
  let [unread, hasRepository] = [0, false];
  try {
    const repository = await untilStopped(repositoryOf(uri), token);
    if (!repository) return { hasFailed: false, hasRepository, unread };
    hasRepository = true;
    const versions = committedVersions(repository, uri, { token, onUnread: () => unread++ });
    for await (const { commit, date, path, text } of versions) {
      const key = [words.t.language, repository.rootUri.toString(), commit, path].join('\n');
      if (!known.has(key))
        known.set(key, pointOf(words.sheet, parseAssessment(text), { date, label: commit.slice(0, 8) }));
      report(known.get(key));
    }
    return { hasFailed: false, hasRepository, unread };
  } catch {
    return { hasFailed: true, hasRepository, unread };
  }
}

/** The other dated files of the workspace with the same subject. */
async function readNamesakes(
  analyses: Analyses,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
  report: (point: TrendPoint | undefined) => void,
): Promise<void> {
  const subject = analyses.of(document).assessment.subject?.value.trim();
  if (!subject) return;
  await visitAssessments(token, (uri, text) => {
    if (uri.toString() === document.uri.toString() || !text.includes(subject)) return;
    const assessment = parseAssessment(text);
    const date = assessment.assessed?.value;
    if (date && !isIndividual(assessment) && assessment.subject?.value.trim() === subject)
      report(pointOf(analyses.words.sheet, assessment, { date, label: baseName(uri) }));
  });
}

function pointOf(sheet: Sheet, assessment: Assessment, moment: TrendMoment): TrendPoint | undefined {
  return isScorable(assessment) ? trendPoint(moment, scoreAssessment(sheet, assessment)) : undefined;
}
