/** A crosswalk as Markdown: a document of its own, and a section of reports. */
import type { Mapping, Requirement, Source } from '../../crosswalk/source';
import { standings, type Standing, type TouchedService } from '../../crosswalk/standing';
import { plainText } from '../../messages/markdown';
import { joined, ours, type Markdown, type Own } from '../../messages/safe-text';
import { findService, nameOf } from '../../sheet/sheet';
import { markdownTable } from '../document/markdown-text';
import {
  relationshipName,
  sourceFacts,
  standingWords,
  strengthName,
  touchedScore,
} from '../../views/requirement-words';
import type { CrosswalkInput } from './crosswalk-input';

/** A document with sources, their requirements and what these touch, ending with `\n`. */
export function crosswalkMarkdown(input: CrosswalkInput): Markdown {
  const blocks = [ours`# ${input.t('crosswalk.title')}`, ...crosswalkBlocks(input, ours`##`)];
  return ours`${joined(blocks, '\n\n')}\n`;
}

/** The sources, with headings of a level, after the statement of what a crosswalk does not say. */
export function crosswalkBlocks(input: CrosswalkInput, level: Own): Markdown[] {
  const sources = input.sources.flatMap((source) => sourceBlocks(source, input, level));
  return [input.t('crosswalk.orientation'), ...sources];
}

function sourceBlocks(source: Source, input: CrosswalkInput, level: Own): Markdown[] {
  const standing = input.scored && standings(source, input.scored);
  const rows = source.requirements.flatMap((requirement, index) =>
    requirementRows(requirement, standing?.[index], input),
  );
  return [ours`${level} ${plainText(source.title)}`, about(source, input), table(rows, input)];
}

function about(source: Source, { t }: CrosswalkInput): Markdown {
  const parts = [...sourceFacts(source, t, plainText), ...(source.url ? [plainText(source.url)] : [])];
  return joined(parts, ' · ');
}

function table(rows: readonly (readonly (Markdown | '')[])[], { t, scored }: CrosswalkInput): Markdown {
  const heads = [
    'requirement',
    'service',
    'relationship',
    'strength',
    ...(scored ? (['where'] as const) : []),
    'reason',
  ] as const;
  return markdownTable(
    heads.map((head) => ({ heading: t(`crosswalk.column.${head}`) })),
    rows,
  );
}

/** One row per touched service; only the first one names the requirement. */
function requirementRows(
  requirement: Requirement,
  standing: Standing | undefined,
  input: CrosswalkInput,
): (Markdown | '')[][] {
  const { id, subject } = requirement;
  const head = ours`**${plainText(id)}** ${plainText(subject)}`;
  const whole = standing ? ours`${head} (${plainText(standingWords(standing, input.t))})` : head;
  const touched = standing?.services ?? requirement.mappings.map((mapping): TouchedService => ({ mapping }));
  return touched.map((one, index) => [index === 0 ? whole : ('' as const), ...touchedCells(one, input)]);
}

function touchedCells(one: TouchedService, { t, sheet, scored }: CrosswalkInput): Markdown[] {
  const { mapping } = one;
  return [
    serviceCell(mapping, { sheet, t }),
    relationshipName(mapping, t),
    strengthName(mapping, t),
    ...(scored ? [touchedScore(one, t)] : []),
    plainText(mapping.reason),
  ];
}

function serviceCell({ service: id, criteria }: Mapping, { sheet, t }: Pick<CrosswalkInput, 'sheet' | 't'>): Markdown {
  const service = findService(sheet, id);
  const name = plainText(service ? nameOf(service) : id);
  return criteria.length ? ours`${name} (${plainText(criteria.join(t('list.separator')))})` : name;
}
