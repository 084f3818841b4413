/** The texts of a row in the list of assessments: short ones for the row, full ones for its tooltip. */
import type { Translate } from '../../messages/messages';
import { averageParameters } from '../../rules/average-below-target';
import { individualProgress } from '../../scoring/individuals';
import { formatMean, formatNumber } from '../../scoring/score';
import { ageOf, figuresIn, rowName, type Figures, type OverviewRow } from './overview';
import { printable } from '../../messages/printable';
import type { Counts } from '../check/counts';
import { shorten, simpleWidth } from '../terminal/columns';

/**
 * Widths in pixels in a row of VS Code's lists: the part without text, and, for wide fonts, one column of the name and
 * of the figures, of which spaces and dots take less.
 */
const room = { besides: 60, name: 7.8, figures: 6.4, saved: 2.6 };
/** The least number of columns of a name, however little room there is. */
const shortest = 8;

/** The part of a row's name that fits beside the figures in a view of this width, in pixels. */
export function rowLabel(row: OverviewRow, figures: string, width: number): string {
  const thin = figures.replace(/[^ ·]/g, '').length;
  const taken = room.besides + simpleWidth(figures) * room.figures - thin * room.saved;
  const columns = Math.floor((width - taken) / room.name);
  return shorten(rowName(row), Math.max(shortest, columns), simpleWidth);
}

/**
 * The figures of a row: average, coverage, progress of its assessors, problems and age; `withPath` adds the path, for
 * names that occur twice. An individual scoring has its progress instead of an average.
 */
export function rowDescription(
  row: OverviewRow,
  today: string,
  t: Translate,
  { withPath, individuals = [] }: { readonly withPath: boolean; readonly individuals?: readonly OverviewRow[] },
): string {
  const { content } = row;
  const path = withPath ? [printable(row.path)] : [];
  if ('unreadable' in content) return [t(content.unreadable), ...path].join(t('overview.separator'));
  const { overall, assessed, individual } = content;
  const mean = individual ? [] : [formatMean(overall.mean)];
  const scores = content.scorable ? [...mean, `${overall.scored}/${overall.applicable}`] : [t('overview.unjudged')];
  const own = progressText(individuals, t);
  return [...scores, own, problemMarks(content.problems), assessed && shortAge(assessed, today, t), ...path]
    .filter(Boolean)
    .join(t('overview.separator'));
}

/** All facts about an assessment, one per line, as plain text. */
export function rowLines(
  row: OverviewRow,
  today: string,
  t: Translate,
  individuals: readonly OverviewRow[] = [],
): string[] {
  const { content } = row;
  const heading = [rowName(row), printable(row.path)];
  if ('unreadable' in content) return [...heading, t(content.unreadable)];
  return [
    ...heading,
    ...(content.individual ? [t('overview.individual')] : [averageLine(content, t)]),
    ...(individuals.length > 0 ? [t('overview.individuals', { progress: progressText(individuals, t) })] : []),
    problemText(content.problems, t) || t('overview.no-problems'),
    assessedLine(content, today, t),
  ];
}

/** The number of complete individual scorings; empty where there are none. */
function progressText(individuals: readonly OverviewRow[], t: Translate): string {
  if (individuals.length === 0) return '';
  return t('view.individual-progress', {
    ...individualProgress(individuals.map((row) => figuresIn(row)?.individual ?? { isComplete: false })),
  });
}

function averageLine({ scorable, overall }: Figures, t: Translate): string {
  if (!scorable) return t('overview.unjudged');
  if (overall.mean === null)
    return t('hover.average-none', { applicable: overall.applicable, target: formatNumber(overall.target) });
  return t('hover.average', averageParameters(overall, t));
}

function assessedLine({ assessed }: Figures, today: string, t: Translate): string {
  if (assessed === undefined) return t('overview.undated');
  const age = ageOf(assessed, today);
  if (!age?.count) return t('view.assessed', { date: assessed });
  return t(age.unit === 'day' ? 'overview.assessed-days' : 'overview.assessed-months', {
    date: assessed,
    count: age.count,
  });
}

/** VS Code's icons for errors and warnings: a row has little room, and its tooltip has the words and the rest. */
function problemMarks({ errors, warnings }: Counts): string {
  return [errors && `✕${errors}`, warnings && `⚠\ufe0e${warnings}`].filter(Boolean).join(' ');
}

function problemText({ errors, warnings, infos }: Counts, t: Translate): string {
  const parts = [
    errors && t('overview.errors', { count: errors }),
    warnings && t('overview.warnings', { count: warnings }),
    infos && t('overview.infos', { count: infos }),
  ];
  return parts.filter(Boolean).join(t('list.separator'));
}

/** The age with its unit; a future day remains a date. */
function shortAge(assessed: string, today: string, t: Translate): string {
  const age = ageOf(assessed, today);
  if (!age) return assessed;
  if (age.count === 0) return t('overview.age-today');
  return t(age.unit === 'day' ? 'overview.age-days' : 'overview.age-months', { count: age.count });
}
