/** Several checked assessments as one comment on a pull request: changes and new problems, with collapsed details. */
import { isIndividual } from '../../assessment/individual';
import { plainText } from '../../messages/markdown';
import type { Translate } from '../../messages/messages';
import { joined, ours, type Markdown, type Own } from '../../messages/safe-text';
import type { Problem } from '../../rules/rule';
import { formatMean } from '../../scoring/score';
import { meanChangeText, tallyText } from '../../scoring/compare';
import { comparedWithBaseline, newProblems, type Compared } from './comparison';
import { changeBlocks, folded, shortName, type MarkdownReader } from './comparison-markdown';
import { countProblems } from '../check/counts';
import { distinctions, type Named } from '../distinct-names';
import { excerpt, fitting } from '../terminal/excerpt';
import { markdownTable, type Column } from '../document/markdown-text';
import { namedOf, problemRows } from '../document/report-words';
import type { Checked } from '../check/result';

/**
 * GitHub's limit is 65,536 characters, that of other code hosts the same or higher; the note about omissions, and the
 * tool that posts the comment, add a few.
 */
const longest = 65_000;
/** Limits within that, for the overview and for the problems of one assessment. */
const longestOverview = 30_000;
const longestProblems = 15_000;
/** Limit of assessments listed. */
const mostListed = 200;
/** Limits of problems listed for one assessment, and of characters shown of each. */
const mostProblems = 50;
const longestMessage = 400;

/** The part of one assessment, as plain data, since it may come from another thread. */
export interface ReviewPart {
  readonly isCompared: boolean;
  readonly isIndividual: boolean;
  readonly isChanged: boolean;
  readonly named: Named;
  /** Average, changes, problems: as Markdown. */
  readonly cells: readonly [Markdown, Markdown, Markdown];
  /** A collapsed block below the overview; empty where there are no details. */
  readonly details: Markdown | '';
}

/** An assessment with its comparison and problems. */
interface Reviewed {
  readonly checked: Checked;
  readonly compared?: Compared;
  /** The new problems, or all without a baseline. */
  readonly problems: readonly Problem[];
}

/** The part of one assessment. */
export function reviewPart(checked: Checked, reader: MarkdownReader): ReviewPart {
  const { t } = reader;
  const { problems, assessment, baseline, deletion } = checked;
  const one = {
    checked,
    compared: isIndividual(assessment) ? undefined : comparedWithBaseline(checked),
    problems: baseline ? newProblems(problems, assessment, baseline) : problems,
  };
  return {
    isIndividual: isIndividual(assessment),
    isCompared: baseline !== undefined || deletion !== undefined,
    isChanged: !baseline || baseline.assessment.text.trim() !== assessment.text.trim(),
    named: namedOf(checked, t),
    cells: [averageText(one, t), changesText(one, t), countText(one.problems, t)],
    details: detailsOf(one, reader),
  };
}

/** The comment, ending with `\n`, within the limit of code hosts. Unchanged assessments are only counted. */
export function reviewMarkdown(parts: readonly ReviewPart[], t: Translate): Markdown {
  const changed = parts.filter(({ isChanged }) => isChanged);
  const named = withNames(changed.slice(0, mostListed), t);
  const listed = fitting(named, longestOverview, ({ name, cells }) => joined([name, ...cells], ' | ').length);
  const [unlisted, rest] = [changed.length - listed.length, parts.length - changed.length];
  const blocks: Markdown[] = [ours`## ${t('change.review-title')}`];
  if (changed.length) blocks.push(overview(listed, t));
  if (unlisted) blocks.push(t('change.review-unlisted', { count: unlisted }));
  if (rest) blocks.push(t(changed.length ? 'change.review-rest' : 'change.review-none', { count: rest }));
  const detailed = listed.flatMap(({ name, details }) => (details ? [ours`### ${name}\n\n${details}`] : []));
  const shown = fitting(detailed, longest - joined(blocks, '\n\n').length, ({ length }) => length + 2);
  const left = detailed.length - shown.length;
  const end = left ? [t('change.review-left', { count: left })] : [];
  return ours`${joined([...blocks, ...shown, ...end], '\n\n')}\n`;
}

type NamedPart = ReviewPart & { readonly name: Markdown };

/** The parts, with distinct names. */
function withNames(parts: readonly ReviewPart[], t: Translate): NamedPart[] {
  const details = distinctions(parts.map(({ named }) => named));
  return parts.map((part, index) => {
    const [name, detail] = [shortName(part.named.name), details[index]];
    return { ...part, name: detail === undefined ? name : t('report.told-apart', { name, detail: shortName(detail) }) };
  });
}

function overview(parts: readonly NamedPart[], t: Translate): Markdown {
  const isCompared = parts.some((part) => part.isCompared);
  const columns: Column[] = [
    { heading: t('report.column.assessment') },
    { heading: t('view.average'), figures: true },
    ...(isCompared ? [{ heading: t('change.changes') }] : []),
    { heading: t(isCompared ? 'change.new-problems' : 'report.problems') },
  ];
  const rows = parts.map(({ name, cells: [average, changes, problems] }) => {
    return [name, average, ...(isCompared ? [changes] : []), problems];
  });
  return markdownTable(columns, rows);
}

function averageText({ checked, compared }: Reviewed, t: Translate): Own {
  const mean = formatMean(checked.scored.overall.mean);
  if (isIndividual(checked.assessment)) return formatMean(null);
  if (checked.deletion) return t('change.from-to', { from: mean, to: formatMean(null) });
  return compared ? meanChangeText(compared.comparison.overall, t) : mean;
}

function changesText({ checked, compared }: Reviewed, t: Translate): Own {
  if (checked.deletion) return t(checked.deletion.movedTo === undefined ? 'change.deleted-file' : 'change.moved-file');
  if (isIndividual(checked.assessment)) return t('change.individual');
  if (checked.baseline === null) return t('change.new-file');
  return compared ? tallyText(compared.comparison, t) : t('overview.unjudged');
}

function countText(problems: readonly Problem[], t: Translate): Own {
  const counts = countProblems(problems);
  const parts = (['errors', 'warnings', 'infos'] as const).flatMap((kind) =>
    counts[kind] ? [t(`change.${kind}`, { count: counts[kind] })] : [],
  );
  return parts.length ? joined(parts, t('change.separator')) : ours`–`;
}

function detailsOf(one: Reviewed, reader: MarkdownReader): Markdown | '' {
  const { t } = reader;
  const { compared, problems } = one;
  const changes = compared ? changeBlocks(compared.comparison, reader) : [];
  const content = [...changes, ...problemBlocks(one, t)];
  if (content.length === 0) return '';
  const counts = [
    ...(compared ? [tallyText(compared.comparison, t)] : []),
    ...(problems.length ? [countText(problems, t)] : []),
  ];
  return folded(joined(counts, ' · '), joined(content, '\n\n'));
}

function problemBlocks({ checked, problems }: Reviewed, t: Translate): Markdown[] {
  if (problems.length === 0) return [];
  const path = shortName(checked.path);
  const rows = problemRows({ ...checked, problems: problems.slice(0, mostProblems) }, t);
  const key = checked.deletion ? 'change.problem-of-file' : 'change.problem';
  const lines = rows.map(({ line, severity, message, rule }) => {
    const words = { message: plainText(excerpt(message, longestMessage)), rule: ours`\`${rule}\`` };
    return ours`- ${t(key, { path, line, severity, ...words })}`;
  });
  const shown = fitting(lines, longestProblems, ({ length }) => length + 1);
  const more = problems.length - shown.length;
  return [joined(shown, '\n'), ...(more > 0 ? [t('change.problems-left', { count: more })] : [])];
}
