/**
 * Checks an overlay file against the sheet: it may not name ids the sheet does not have, nor drop or change references.
 */
import type { Language } from '../messages/messages';
import { levelOfCriterion } from '../sheet/criteria';
import { referencesOf } from '../sheet/references';
import { summaryLength } from './overlay';
import { levelCalled, referencesByLevel, serviceIds } from '../sheet/sheet';
import { closest } from '../assessment/closest';
import { entryOf, ownEntries, type Entry, type Span, type Tree } from '../assessment/yaml/tree';
import type { OverlayIssue } from './overlay-rules';

/** The issues of ids, levels, references and summaries, by service. */
export function overlayIssues(text: string, tree: Tree | undefined, language: Language = 'en'): OverlayIssue[] {
  const longest = summaryLength[language];
  return ownEntries(entryOf(tree, 'services')?.value).flatMap(({ key: id, keySpan, value }) => {
    if (!serviceIds.includes(id)) return [unknownService(id, keySpan)];
    return ownEntries(entryOf(value, 'levels')?.value).flatMap((level) => [
      ...undescribed(id, level),
      ...references(text, id, level),
      ...longSummary(level, longest),
      ...strangeCriteria(id, level),
    ]);
  });
}

function unknownService(id: string, span: Span): OverlayIssue {
  const suggestion = closest(id, serviceIds);
  const key = suggestion ? 'wording.unknown-service-suggest' : 'wording.unknown-service';
  return { rule: 'unknown-service', key, parameters: { id, suggestion: suggestion ?? '' }, span, suggestion };
}

function undescribed(id: string, { key: level, keySpan: span }: Entry): OverlayIssue[] {
  return levelReferences(id, level)
    ? []
    : [{ rule: 'level-not-described', key: 'wording.level-not-described', parameters: { id, level }, span }];
}

/** A level's number has one spelling: `03` is not a level. */
function levelReferences(id: string, level: string): readonly string[] | null | undefined {
  const number = levelCalled(level);
  return number === undefined ? undefined : referencesByLevel(id)[number];
}

function references(text: string, id: string, { key: level, value }: Entry): OverlayIssue[] {
  const [expected, entry] = [levelReferences(id, level), entryOf(value, 'description')];
  const description = entry?.value.kind === 'scalar' ? entry.value : undefined;
  if (!expected || !entry || typeof description?.value !== 'string' || description.value.trim() === '') return [];
  const cited = new Set(referencesOf(description.value));
  const lost = expected.filter((reference) => !cited.has(reference));
  const strange = [...cited].filter((reference) => !expected.includes(reference));
  const issue = (key: OverlayIssue['key'], names: readonly string[], span: Span): OverlayIssue => {
    return {
      rule: 'changed-reference',
      key,
      parameters: { id, level, references: names.map((name) => `[${name}]`).join(' ') },
      span,
    };
  };
  return [
    ...(lost.length ? [issue('wording.lost-reference', lost, entry.keySpan)] : []),
    ...strange.map((reference) =>
      issue('wording.strange-reference', [reference], spanOf(text, description.span, reference) ?? entry.keySpan),
    ),
  ];
}

/** The span of a reference in the source of a description. */
function spanOf(text: string, { start, end }: Span, reference: string): Span | undefined {
  const at = text.slice(start, end).indexOf(`[${reference}]`);
  return at < 0 ? undefined : { start: start + at, end: start + at + reference.length + 2 };
}

/** Criteria whose id does not begin with the number of their level. */
function strangeCriteria(id: string, { key: level, value }: Entry): OverlayIssue[] {
  const others = ownEntries(entryOf(value, 'criteria')?.value).filter(
    ({ key }) => String(levelOfCriterion(key)) !== level,
  );
  return others.map(({ key: criterion, keySpan: span }) => {
    return { rule: 'invalid-value', key: 'wording.unknown-criterion', parameters: { id, level, criterion }, span };
  });
}

function longSummary({ value }: Entry, longest: number): OverlayIssue[] {
  const summary = entryOf(value, 'summary')?.value;
  if (summary?.kind !== 'scalar' || typeof summary.value !== 'string') return [];
  const length = [...summary.value.trim()].length;
  return length > longest
    ? [{ rule: 'long-summary', key: 'wording.long-summary', parameters: { length, longest }, span: summary.span }]
    : [];
}
