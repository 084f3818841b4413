/** The history of assessments for reports: their committed versions, and the dated files of one subject among them. */
import { isJudged } from '../assessment/judge';
import { parseAssessment } from '../assessment/parse';
import type { Translate } from '../messages/messages';
import type { Checked } from '../report/result';
import { scoreAssessment } from '../scoring/score';
import { trendOf, trendPoint, type TrendPoint } from '../scoring/trend';
import type { Sheet } from '../sheet/sheet';
import { trackedPlace } from './git';
import { committedVersions } from './git-files';
import { Failure } from './failure';
import { Progress } from './progress';
import { standardInput } from './read-file';
import type { Io } from './terminal';

interface Settings {
  readonly sheet: Sheet;
  readonly t: Translate;
  readonly today: string;
}

/** The assessments with their history: committed versions, namesakes with a date, and what the file says now. Throws `Failure`. */
export async function withHistory(checked: readonly Checked[], settings: Settings, io: Io): Promise<Checked[]> {
  const { sheet, t, today } = settings;
  const found: Checked[] = [];
  for (const one of checked) {
    const points = [...(await committed(one, sheet, t, io)), ...namesakes(one, checked)];
    found.push(isJudged(one.assessment) ? { ...one, history: trendOf([...points, trendPoint({ date: today, label: t('view.trend-now') }, one.scored)]) } : one);
  }
  return found;
}

async function committed({ path }: Checked, sheet: Sheet, t: Translate, io: Io): Promise<TrendPoint[]> {
  if (path === standardInput) return [];
  const points: TrendPoint[] = [];
  let progress: Progress | undefined;
  try {
    const onProgress = (read: number, total: number): void => (progress ??= new Progress(total, io, t)).show(read);
    for await (const { commit, date, text } of committedVersions(await trackedPlace(path, io), { onProgress })) {
      const assessment = parseAssessment(text);
      // The newest comes first: of two in one second the earlier is to stand before the later.
      if (isJudged(assessment)) points.unshift(trendPoint({ date, label: commit.slice(0, 8) }, scoreAssessment(sheet, assessment)));
    }
  } catch (error) {
    // A file outside a repository has no committed versions; its namesakes may tell of the past all the same.
    if (!(error instanceof Failure) || error.key !== 'cli.git-no-repository') throw error;
  } finally {
    progress?.end();
  }
  return points;
}

function namesakes(one: Checked, checked: readonly Checked[]): TrendPoint[] {
  const subject = one.assessment.subject?.value.trim();
  return checked.flatMap(({ path, assessment, scored }) => {
    const date = assessment.assessed?.value;
    if (path === one.path || !subject || !date || !isJudged(assessment) || assessment.subject?.value.trim() !== subject) return [];
    return [trendPoint({ date, label: path.slice(path.lastIndexOf('/') + 1) }, scored)];
  });
}
