/** What there is to tell of each service in a Markdown report: how to gain a level, evidence, plan, note. */
import type { Action, Evidence, ServiceEntry } from '../assessment/assessment';
import type { Translate } from '../messages/messages';
import type { Problem } from '../rules/rule';
import { nextLevel } from '../sheet/sheet';
import { troublesOf, troubleText } from '../views/evidence-troubles';
import { levelWords, stateText, type AreaRows, type Row } from '../views/rows';
import { plainText, wording } from './markdown-text';
import type { Checked } from './result';

/** Headings below `level`, and a block for each service that is below its target or has something recorded. */
export function markdownServices(
  { assessment, problems }: Checked,
  areas: readonly AreaRows[],
  level: string,
  t: Translate,
): string[] {
  const blocks = areas.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      serviceBlocks(row, { entry: assessment.services.get(row.service.id), problems }, `${level}##`, t),
    ),
  );
  return blocks.length ? [`${level}# ${t('report.details')}`, ...blocks] : [];
}

/** What the file records of a service, and what was found wrong in it. */
interface Recorded {
  readonly entry?: ServiceEntry;
  readonly problems: readonly Problem[];
}

function serviceBlocks(row: Row, recorded: Recorded, heading: string, t: Translate): string[] {
  const { service } = row;
  const blocks = [...nextBlocks(row, t), ...recordBlocks(recorded, t)];
  return blocks.length ? [`${heading} ${service.id} ${wording(service.title)}`, plainText(stateText(row, t)), ...blocks] : [];
}

/** What the next level asks for, of a service below its target. */
function nextBlocks({ service, scored }: Row, t: Translate): string[] {
  const next = scored.gap && scored.score !== null ? nextLevel(service, scored.score) : undefined;
  if (!next) return [];
  return [labelled(t('view.next', { level: next.number }), wording(next.level.summary), t), wording(levelWords(next.level, t))];
}

function recordBlocks({ entry, problems }: Recorded, t: Translate): string[] {
  if (!entry) return [];
  const { evidence, plan, note } = entry;
  const blocks: string[] = [];
  if (evidence.length)
    blocks.push(`**${t('view.evidence')}**`, evidence.map((piece) => evidenceItem(piece, problems, t)).join('\n'));
  if (plan.length) blocks.push(`**${t('view.plan')}**`, plan.map((action) => actionItem(action, t)).join('\n'));
  if (note?.value.trim()) blocks.push(`**${t('view.note')}**`, quoted(note.value));
  return blocks;
}

function labelled(label: string, text: string, t: Translate): string {
  return t('report.sheet.labelled', { label: `**${label}**`, text });
}

function evidenceItem(piece: Evidence, problems: readonly Problem[], t: Translate): string {
  const { link, collected, expires, note } = piece;
  const troubles = troublesOf(piece, problems)?.map(({ kind }) => `⚠ ${troubleText(kind, t)}`) ?? [];
  const facts = [
    ...troubles,
    collected && t('view.collected', { date: collected.value }),
    expires && t('view.expires', { date: expires.value }),
    note?.value,
  ];
  return `- ${withFacts(link.value, facts)}`;
}

function actionItem({ action, owner, due, done }: Action, t: Translate): string {
  return `- [${done ? 'x' : ' '}] ${withFacts(action.value, [owner?.value, due && t('view.plan-due', { date: due.value })])}`;
}

function withFacts(text: string, facts: readonly (string | undefined)[]): string {
  return [text, ...facts].flatMap((part) => (part ? [plainText(part)] : [])).join(' · ');
}

/** A note line by line, its paragraphs kept and its markup shown as it is written. */
function quoted(note: string): string {
  return note
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${plainText(line)}`.trimEnd())
    .join('  \n')
    .replace(/^> {2}$/gm, '>');
}
