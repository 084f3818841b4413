/** The history of assessments for reports: their committed versions, and the dated files of one subject among them. */
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

/** The most assessments of one subject in the history of each of them: a year and a half, were there one each day. */
const mostNamesakes = 500;

interface Settings {
  readonly sheet: Sheet;
  readonly t: Translate;
  readonly today: string;
}

/**
 * The assessments with their history: committed versions, namesakes with a date, and what the file says now. Throws
 * `Failure`.
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
    // A file outside a repository has no committed versions; its namesakes may tell of the past all the same.
    if (!(error instanceof Failure) || error.key !== 'cli.git-no-repository') throw error;
  } finally {
    progress?.end();
  }
  // The newest came first: of two in one second the earlier is to stand before the later.
  return points.reverse();
}

/** The points of assessments that have a subject and a day, each with its path, by subject. */
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

/** The same with the latest of each subject alone, where that has too many; says so. */
function latest(dated: Dated, io: Io, t: Translate): Dated {
  const kept = Array.from(dated, ([subject, all]) => {
    if (all.length <= mostNamesakes) return [subject, all] as const;
    complain(new Failure('cli.history-long', { subject, count: all.length, maximum: mostNamesakes }), io, t);
    const ordered = [...all].sort((a, b) => (a.point.date < b.point.date ? -1 : 1));
    return [subject, ordered.slice(-mostNamesakes)] as const;
  });
  return new Map(kept);
}

/** The points of the other files of one subject. */
function namesakes({ path, assessment }: Checked, dated: Dated): TrendPoint[] {
  const others = dated.get(assessment.subject?.value.trim() ?? '') ?? [];
  return others.flatMap((other) => (other.path === path ? [] : [other.point]));
}
