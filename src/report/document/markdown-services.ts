/** The services in a Markdown report: how to gain a level, evidence, plan, note. */
import type { Action, Evidence, ServiceEntry } from '../../assessment/assessment';
import { shortDigest } from '../../assessment/evidence/recorded-digest';
import { plainText } from '../../messages/markdown';
import type { Translate } from '../../messages/messages';
import { joined, ours, type Markdown, type Own } from '../../messages/safe-text';
import type { Problem } from '../../rules/rule';
import { suggestionText } from '../../scoring/suggestion-text';
import { stateOfCriterion } from '../../language/criterion-words';
import { criteriaOf, criterionText } from '../../sheet/criteria';
import { nameOf, nextLevel } from '../../sheet/sheet';
import { troublesOf, troubleText } from '../../views/evidence-troubles';
import { levelWords, stateText, type AreaRows, type Row } from '../../views/rows';
import { wording } from './markdown-text';
import type { Checked } from '../check/result';

/** A heading and a block for each service that is below its target or has records, below headings of `level`. */
export function markdownServices(
  { assessment, problems }: Checked,
  areas: readonly AreaRows[],
  level: Own,
  t: Translate,
): Markdown[] {
  const blocks = areas.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      serviceBlocks(row, { entry: assessment.services.get(row.service.id), problems }, ours`${level}##`, t),
    ),
  );
  return blocks.length ? [ours`${level}# ${t('report.details')}`, ...blocks] : [];
}

/** What the file records of a service, and the problems of it. */
interface Recorded {
  readonly entry?: ServiceEntry;
  readonly problems: readonly Problem[];
}

function serviceBlocks(row: Row, recorded: Recorded, heading: Own, t: Translate): Markdown[] {
  const { service } = row;
  const blocks = [...nextBlocks(row, t), ...criteriaBlocks(row, recorded, t), ...recordBlocks(recorded, t)];
  return blocks.length ? [ours`${heading} ${plainText(nameOf(service))}`, plainText(stateText(row, t)), ...blocks] : [];
}

/** What the next level asks for, for a service below its target. */
function nextBlocks({ service, scored }: Row, t: Translate): Markdown[] {
  const next = scored.gap && scored.score !== null ? nextLevel(service, scored.score) : undefined;
  if (!next) return [];
  return [
    labelled(t('view.next', { level: next.number }), plainText(next.level.summary), t),
    wording(levelWords(next.level, t)),
  ];
}

/** The score that the criteria suggest, and the answers, each with its evidence and note. */
function criteriaBlocks({ service, scored }: Row, { entry }: Recorded, t: Translate): Markdown[] {
  const { criteria, suggestion } = scored;
  if (!criteria) return [];
  const items = criteriaOf(service).flatMap((criterion) => {
    const [state, answer] = [criteria[criterion.id], entry?.criteria.get(criterion.id)];
    if (!state) return [];
    const links = answer?.evidence.map(({ link }) => link.value) ?? [];
    const text = `${criterion.id} ${criterionText(criterion, t)}`;
    return [ours`- ${withFacts(text, [stateOfCriterion(criterion, state, t), ...links, answer?.note?.value])}`];
  });
  const said = suggestion ? [plainText(suggestionText(suggestion, t))] : [];
  return [ours`**${t('view.criteria')}**`, ...said, joined(items, '\n')];
}

function recordBlocks({ entry, problems }: Recorded, t: Translate): Markdown[] {
  if (!entry) return [];
  const { evidence, plan, note } = entry;
  const blocks: Markdown[] = [];
  const list = (items: readonly Markdown[]): Markdown => joined(items, '\n');
  const items = evidence.map((piece) => evidenceItem(piece, problems, t));
  if (items.length) blocks.push(ours`**${t('view.evidence')}**`, list(items));
  if (plan.length) blocks.push(ours`**${t('view.plan')}**`, list(plan.map((action) => actionItem(action, t))));
  if (note?.value.trim()) blocks.push(ours`**${t('view.note')}**`, quoted(note.value));
  return blocks;
}

function labelled(label: Own, text: Markdown, t: Translate): Markdown {
  return t('report.sheet.labelled', { label: ours`**${label}**`, text });
}

function evidenceItem(piece: Evidence, problems: readonly Problem[], t: Translate): Markdown {
  const { link, collected, expires, sha256, note } = piece;
  const troubles = troublesOf(piece, problems)?.map(({ kind }) => `⚠ ${troubleText(kind, t)}`) ?? [];
  const facts = [
    collected && t('view.collected', { date: collected.value }),
    expires && t('view.expires', { date: expires.value }),
    sha256 && t('view.digest', { digest: shortDigest(sha256.value) }),
  ];
  return ours`- ${withFacts(link.value, [...troubles, ...facts, note?.value])}`;
}

function actionItem({ action, owner, due, done }: Action, t: Translate): Markdown {
  const facts = [owner?.value, due && t('view.plan-due', { date: due.value })];
  return ours`- [${done ? 'x' : ' '}] ${withFacts(action.value, facts)}`;
}

function withFacts(text: string, facts: readonly (string | undefined)[]): Markdown {
  return joined(
    [text, ...facts].flatMap((part) => (part ? [plainText(part)] : [])),
    ' · ',
  );
}

/** A note line by line; paragraphs are kept, markup is escaped. */
function quoted(note: string): Markdown {
  const lines = note
    .trim()
    .split(/\r\n|\r|\n/)
    .map(plainText);
  const last = lines.length - 1;
  return joined(
    lines.map((line, index) => (line ? ours`> ${line}${index < last ? '  ' : ''}` : ours`>`)),
    '\n',
  );
}
