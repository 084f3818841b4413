/** Some checked assessments as one comment on a pull request: what changed and what is newly wrong, the details folded away. */
import type { Translate } from '../messages/messages';
import type { Problem } from '../rules/rule';
import { formatMean } from '../scoring/score';
import { meanChangeText, tallyText } from '../scoring/compare';
import { comparedWithEarlier, newProblems, type Compared } from './comparison';
import { changeBlocks, folded, type MarkdownReader } from './comparison-markdown';
import { countProblems } from './counts';
import { markdownTable, plainText } from './markdown-text';
import { problemRows, titleOf } from './report-words';
import type { Checked } from './result';

/** Code hosts take about 65,000 characters; beyond this the details of further assessments are left out. */
const longest = 60_000;
/** Assessments listed. */
const mostListed = 200;
/** Problems listed for one assessment. */
const mostProblems = 50;

/** What the comment says of one assessment: plain data, which may come from another thread. */
export interface ReviewPart {
  readonly isCompared: boolean;
  readonly isChanged: boolean;
  /** Name, average, changes, problems: as Markdown. */
  readonly cells: readonly [string, string, string, string];
  /** Folded away below the overview; empty where there is no more to say. */
  readonly details: string;
}

/** One assessment with what there is to say of it. */
interface Reviewed {
  readonly checked: Checked;
  readonly compared?: Compared;
  /** Those that are new, or all where there is nothing to compare with. */
  readonly problems: readonly Problem[];
}

/** The part of one assessment. */
export function reviewPart(checked: Checked, reader: MarkdownReader): ReviewPart {
  const { t } = reader;
  const { problems, assessment, earlier, deletion } = checked;
  const one = { checked, compared: comparedWithEarlier(checked), problems: earlier ? newProblems(problems, assessment, earlier) : problems };
  return {
    isCompared: earlier !== undefined || deletion !== undefined,
    isChanged: !earlier || earlier.assessment.text.trim() !== assessment.text.trim(),
    cells: [plainText(titleOf(checked, t)), averageText(one, t), changesText(one, t), countText(one.problems, t)],
    details: detailsOf(one, reader),
  };
}

/** The comment, ended by `\n`. Assessments that are as they were are only counted. */
export function reviewMarkdown(parts: readonly ReviewPart[], t: Translate): string {
  const changed = parts.filter(({ isChanged }) => isChanged);
  const listed = changed.slice(0, mostListed);
  const rest = parts.length - changed.length;
  const blocks = [`## ${t('change.review-title')}`];
  if (changed.length) blocks.push(overview(listed, t));
  if (rest) blocks.push(t(changed.length ? 'change.review-rest' : 'change.review-none', { count: rest }));
  const details = fitting(listed, longest - blocks.join('').length);
  const left = changed.length - details.length;
  return `${[...blocks, ...details.filter(Boolean), ...(left ? [t('change.review-left', { count: left })] : [])].join('\n\n')}\n`;
}

function overview(parts: readonly ReviewPart[], t: Translate): string {
  const isCompared = parts.some((part) => part.isCompared);
  const columns = [
    { heading: t('report.column.assessment') },
    { heading: t('view.average'), figures: true },
    ...(isCompared ? [{ heading: t('change.changes') }] : []),
    { heading: t(isCompared ? 'change.new-problems' : 'report.problems') },
  ];
  return markdownTable(columns, parts.map(({ cells: [name, average, changes, problems] }) => [name, average, ...(isCompared ? [changes] : []), problems]));
}

/** The details of as many assessments as there is room for. */
function fitting(parts: readonly ReviewPart[], room: number): string[] {
  const fits: string[] = [];
  for (const { details } of parts) {
    room -= details.length;
    if (room < 0) break;
    fits.push(details);
  }
  return fits;
}

function averageText({ checked, compared }: Reviewed, t: Translate): string {
  const mean = formatMean(checked.scored.overall.mean);
  if (checked.deletion) return t('change.from-to', { from: mean, to: formatMean(null) });
  return compared ? meanChangeText(compared.comparison.overall, t) : mean;
}

function changesText({ checked, compared }: Reviewed, t: Translate): string {
  if (checked.deletion) return t(checked.deletion.movedTo === undefined ? 'change.deleted-file' : 'change.moved-file');
  if (checked.earlier === null) return t('change.new-file');
  return compared ? tallyText(compared.comparison, t) : t('overview.unjudged');
}

function countText(problems: readonly Problem[], t: Translate): string {
  const counts = countProblems(problems);
  const parts = (['errors', 'warnings', 'infos'] as const).flatMap((kind) => (counts[kind] ? [t(`change.${kind}`, { count: counts[kind] })] : []));
  return parts.join(t('change.separator')) || '–';
}

function detailsOf(one: Reviewed, reader: MarkdownReader): string {
  const { t } = reader;
  const { checked, compared, problems } = one;
  const changes = compared ? changeBlocks(compared.comparison, reader) : [];
  const content = [...changes, ...problemBlocks(one, t)];
  if (content.length === 0) return '';
  const title = [compared && tallyText(compared.comparison, t), countText(problems, t)].filter((part) => part && part !== '–').join(' · ');
  return `### ${plainText(titleOf(checked, t))}\n\n${folded(title, content.join('\n\n'))}`;
}

function problemBlocks({ checked, problems }: Reviewed, t: Translate): string[] {
  if (problems.length === 0) return [];
  const rows = problemRows({ ...checked, problems: problems.slice(0, mostProblems) }, t);
  const key = checked.deletion ? 'change.problem-of-file' : 'change.problem';
  const path = plainText(checked.path);
  const lines = rows.map(
    ({ line, severity, message, rule }) =>
      `- ${t(key, { path, line, severity, message: plainText(message), rule: `\`${rule}\`` })}`,
  );
  const more = problems.length - rows.length;
  return [lines.join('\n'), ...(more > 0 ? [t('change.problems-left', { count: more })] : [])];
}
