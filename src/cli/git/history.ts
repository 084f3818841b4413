/** The history of assessments for reports: their committed versions, and other dated files of the same subject. */
import { isScorable } from '../../assessment/scorable';
import { parseAssessment } from '../../assessment/parse';
import type { Translate } from '../../messages/messages';
import type { Checked } from '../../report/check/result';
import { scoreAssessment } from '../../scoring/score';
import { trendOf, trendPoint, type TrendPoint } from '../../scoring/trend';
import type { Sheet } from '../../sheet/sheet';
import { trackedPlace } from './git';
import { committedVersions } from './git-files';
import { complain } from '../complain';
import { Failure } from '../../node/failure';
import { Progress } from '../check/progress';
import { standardInput } from '../../node/read-file';
import type { Io } from '../terminal';

/** Limit of assessments with one subject in the history of each: daily files of more than a year. */
const mostNamesakes = 500;

interface Settings {
  readonly sheet: Sheet;
  readonly t: Translate;
  readonly today: string;
}

/**
 * The assessments with their history: committed versions, dated files of the same subject, and the present state.
 * Throws `Failure`.
 */
export async function withHistory(checked: readonly Checked[], settings: Settings, io: Io): Promise<Checked[]> {
  const { sheet, t, today } = settings;
  const found: Checked[] = [];
  const dated = latest(bySubject(checked), io, t);
  for (const one of checked) {
    const points = [...(await committed(one, sheet, t, io)), ...namesakes(one, dated)];
    found.push(
      isScorable(one.assessment)
        ? { ...one, history: trendOf([...points, trendPoint({ date: today, label: t('view.trend-now') }, one.scored)]) }
        : one,
    );
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
      const moment = { date, label: commit.slice(0, 8) };
      if (isScorable(assessment)) points.push(trendPoint(moment, scoreAssessment(sheet, assessment)));
    }
  } catch (error) {
    // A file outside a repository has no committed versions, but its namesakes may still be dated.
    if (!(error instanceof Failure) || error.key !== 'cli.git-no-repository') throw error;
  } finally {
    progress?.end();
  }
  // Newest first; reversed, so that of two commits in one second the earlier comes first.
  return points.reverse();
}

/** The points of assessments that have a subject and a day, by subject, each with its path. */
type Dated = ReadonlyMap<string, readonly { readonly path: string; readonly point: TrendPoint }[]>;

function bySubject(checked: readonly Checked[]): Dated {
  const dated = new Map<string, { path: string; point: TrendPoint }[]>();
  for (const { path, assessment, scored } of checked) {
    const [subject, date] = [assessment.subject?.value.trim(), assessment.assessed?.value];
    if (!subject || !date || !isScorable(assessment)) continue;
    const point = trendPoint({ date, label: path.slice(path.lastIndexOf('/') + 1) }, scored);
    const others = dated.get(subject) ?? [];
    others.push({ path, point });
    dated.set(subject, others);
  }
  return dated;
}

/** The latest assessments of each subject, up to the limit; reports where some are left out. */
function latest(dated: Dated, io: Io, t: Translate): Dated {
  const kept = Array.from(dated, ([subject, all]) => {
    if (all.length <= mostNamesakes) return [subject, all] as const;
    complain(new Failure('cli.history-long', { subject, count: all.length, maximum: mostNamesakes }), io, t);
    const ordered = [...all].sort((a, b) => (a.point.date < b.point.date ? -1 : 1));
    return [subject, ordered.slice(-mostNamesakes)] as const;
  });
  return new Map(kept);
}

/** The points of the other files of the same subject. */
function namesakes({ path, assessment }: Checked, dated: Dated): TrendPoint[] {
  const others = dated.get(assessment.subject?.value.trim() ?? '') ?? [];
  return others.flatMap((other) => (other.path === path ? [] : [other.point]));
}
