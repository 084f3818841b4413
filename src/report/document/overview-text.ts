/** The words of a row in the list of assessments: short ones for the row, whole ones for its explanation. */
import type { Translate } from '../../messages/messages';
import { averageParameters } from '../../rules/average-below-target';
import { individualProgress } from '../../scoring/individuals';
import { formatMean, formatNumber } from '../../scoring/score';
import { ageOf, figuresIn, rowName, type Figures, type OverviewRow } from './overview';
import { printable } from '../../messages/printable';
import type { Counts } from '../check/counts';
import { shorten, simpleWidth } from '../terminal/columns';

/**
 * Pixels of a row in VS Code's lists: what is no text, and, in wide fonts, a column of its name and of its figures, of
 * which spaces and dots take less.
 */
const room = { besides: 60, name: 7.8, figures: 6.4, saved: 2.6 };
/** Columns of a name that stay, however little room there is. */
const shortest = 8;

/** A row's name, as much of it as a view of this width, in pixels, has room for beside the figures. */
export function rowLabel(row: OverviewRow, figures: string, width: number): string {
  const thin = figures.replace(/[^ ·]/g, '').length;
  const taken = room.besides + simpleWidth(figures) * room.figures - thin * room.saved;
  const columns = Math.floor((width - taken) / room.name);
  return shorten(rowName(row), Math.max(shortest, columns), simpleWidth);
}

/**
 * A row's figures: average, coverage, how far its assessors are, problems and age; for names that occur twice
 * `withPath` the path behind them. Of an individual scoring it is told how far that is, and no average.
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

/** All that is known of an assessment, one line each, as plain text. */
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

/** How many of the individual scorings are complete; empty where there are none. */
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

/**
 * The marks VS Code's status bar has for errors and warnings: a row has little room, and its explanation has the words,
 * and the rest.
 */
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

/** The age with its unit; a day that is yet to come stays a date. */
function shortAge(assessed: string, today: string, t: Translate): string {
  const age = ageOf(assessed, today);
  if (!age) return assessed;
  if (age.count === 0) return t('overview.age-today');
  return t(age.unit === 'day' ? 'overview.age-days' : 'overview.age-months', { count: age.count });
}
