/** Hovers on ids, scores and targets: what a service is about and what its levels mean. */
import type { Assessment } from '../assessment/assessment';
import { placeAt, type Place } from '../assessment/cursor';
import { isScorable } from '../assessment/scorable';
import { mapKindAt } from '../assessment/keys';
import { ruleIds } from '../assessment/vocabulary';
import type { Span } from '../assessment/yaml/tree';
import type { Translate } from '../messages/messages';
import { joined, ours, type HoverMarkdown } from '../messages/safe-text';
import { averageParameters } from '../rules/average-below-target';
import { ruleDocumentation } from '../rules/documentation';
import { formatNumber, type Scored, type ScoredService } from '../scoring/score';
import { suggestionText } from '../scoring/suggestion-text';
import { criterionText, findCriterion, levelOfCriterion } from '../sheet/criteria';
import { termsIn } from '../sheet/glossary';
import {
  findArea,
  findService,
  levelNumbers,
  levelReaching,
  nameOf,
  nextLevel,
  type Area,
  type Service,
  type Sheet,
} from '../sheet/sheet';
import type { Source } from '../crosswalk/source';
import { successors, type Successor } from '../crosswalk/successors';
import { keyDocumentation } from './key-documentation';
import { stateOfCriterion } from './criterion-words';
import { describe, escapeMarkdown, levelHeading, levelText, wordingMarkdown } from './markdown';
import { requirementsPart } from './requirements';

export interface Hover {
  readonly markdown: HoverMarkdown;
  readonly span: Span;
}

/**
 * The context of a hover: the sheet, the scored assessment and the user's language; `t` includes the texts about rules.
 */
export interface HoverContext {
  readonly sheet: Sheet;
  readonly assessment: Assessment;
  readonly scored: Scored;
  readonly t: Translate;
  /** The relevant crosswalk sources; without any, requirements are not shown. */
  readonly sources?: readonly Source[];
}

/** A hover's context with the successors of references in FIRST's framework 1.1. */
interface Explaining extends HoverContext {
  readonly successors: ReadonlyMap<string, Successor>;
}

/** The hover at an offset, or `undefined` where there is nothing to explain. */
export function hoverAt(context: HoverContext, offset: number): Hover | undefined {
  const place = placeAt(context.assessment, offset);
  const markdown = place && explain({ ...context, successors: successors(context.t.language) }, place);
  return markdown ? { markdown, span: place.span } : undefined;
}

function explain(context: Explaining, place: Place): HoverMarkdown | undefined {
  const { path, on } = place;
  const [first, id] = path;
  if (first === 'services' && typeof id === 'string') {
    const service = findService(context.sheet, id);
    const text = service && explainService(context, service, place);
    if (text) return text;
  }
  if (first === 'areas' && path.length === 2 && on === 'key') return areaHover(context, String(id));
  if (first === 'sheet' && on === 'value') return methodHover(context);
  if (first === 'rules' && path.length === 2 && on === 'key') return ruleHover(context, String(id));
  return on === 'key' ? keyHover(context, path) : undefined;
}

function explainService(context: Explaining, service: Service, { path, on, span }: Place): HoverMarkdown | undefined {
  if (path.length === 2 && on === 'key') return serviceHover(context, service);
  if (isOnCriterion(path, on)) return criterionHover(context, service, String(path[3]));
  if (on === 'key' || path.length > 3) return undefined;
  const { score, target } = context.assessment.services.get(service.id) ?? {};
  // Of a repeated service only the first counts, so numbers of the others are not explained.
  if (score?.span.start === span.start) return levelAndNext(context, service, score.value);
  return target?.span.start === span.start
    ? levelAndNext(context, service, levelReaching(service, target.value))
    : undefined;
}

/** Whether a place is the id of a criterion, or its state in short or long form. */
function isOnCriterion(path: Place['path'], on: Place['on']): boolean {
  const isState = on === 'value' && (path.length === 4 || (path.length === 5 && path[4] === 'state'));
  return path[2] === 'criteria' && ((path.length === 4 && on === 'key') || isState);
}

/** The text of a criterion and its level, the functions it cites, and the file's answer. */
function criterionHover(context: Explaining, service: Service, id: string): HoverMarkdown | undefined {
  const { assessment, t } = context;
  const criterion = findCriterion(service, id);
  const level = levelOfCriterion(id);
  const described = level === undefined ? undefined : service.levels[level];
  if (!criterion || level === undefined || !described) return undefined;
  const state = assessment.services.get(service.id)?.criteria.get(id)?.state?.value;
  const cited = criterion.references.map((reference) => `[${reference}]`).join(' ');
  const parts = [
    ours`${escapeMarkdown(nameOf(service))}`,
    ours`**${escapeMarkdown(id)}** ${escapeMarkdown(criterionText(criterion, t))}`,
    state ? ours`**${stateOfCriterion(criterion, state, t)}**` : ours``,
    describe(cited, context),
    ours`---\n\n${levelHeading(level, described, t)}\n\n${levelText(described, context)}`,
  ];
  return joined(parts.filter(Boolean), '\n\n');
}

/** Area, title, objective, score and target, then every level from 0 upwards, the reading order the sheet asks for. */
function serviceHover(context: Explaining, service: Service): HoverMarkdown {
  const { sheet, t } = context;
  const area = findArea(sheet, service.areaId);
  const scored = scoredOf(context, service.id);
  const parts = [
    ours`${areaName(service.areaId, area, t)}\n### ${escapeMarkdown(nameOf(service))}`,
    describe(service.objective, context),
    scored && isScorable(context.assessment) ? state(context, scored) : ours``,
    suggestionOf(context, scored),
    ...levelNumbers.map((number) => levelPart(context, service, number, scored)),
    service.levels.some((level) => !level) && !service.outOfScope ? t('hover.undescribed') : ours``,
    ...service.notes.map((note) => ours`*${escapeMarkdown(note)}*`),
    requirementsPart(service.id, context),
    explainTerms(
      [service.objective, ...service.levels.map((level) => level?.description ?? '')],
      service.notes,
      context,
    ),
  ];
  return joined(parts.filter(Boolean), '\n\n');
}

function levelPart(
  context: Explaining,
  service: Service,
  number: number,
  scored: ScoredService | undefined,
): HoverMarkdown {
  const { t } = context;
  const level = service.levels[number];
  if (!level) return ours``;
  const isTarget =
    (scored?.state === 'scored' || scored?.state === 'unscored') && number === levelReaching(service, scored.target);
  const marks = [
    ...(scored?.score === number ? [t('hover.scored-mark')] : []),
    ...(isTarget ? [t('hover.target-mark', { target: formatNumber(scored.target) })] : []),
  ];
  const suffix = marks.length ? ours` — **${joined(marks, ' · ')}**` : '';
  return ours`---\n\n${levelHeading(number, level, t)}${suffix}\n\n${levelText(level, context)}`;
}

/** The score that the answers to criteria suggest, with the reason; empty where they suggest none. */
function suggestionOf({ t }: Explaining, scored: ScoredService | undefined): HoverMarkdown {
  return scored?.suggestion ? escapeMarkdown(suggestionText(scored.suggestion, t)) : ours``;
}

/** The state of a service in a sentence. */
function state({ t }: Explaining, { state, score, target, gap, reason }: ScoredService): HoverMarkdown {
  if (state === 'out-of-scope') return t('hover.out-of-scope');
  if (state === 'excluded')
    return reason ? t('hover.excluded', { reason: escapeMarkdown(reason) }) : t('hover.excluded-without-reason');
  const aim = formatNumber(target);
  if (score === null) return t('hover.unscored', { target: aim });
  return gap
    ? t('hover.below', { score, target: aim, gap: formatNumber(gap) })
    : t('hover.reached', { score, target: aim });
}

/** For a score, or for the level that reaches a target: that level's description, and the next level's. */
function levelAndNext(context: Explaining, service: Service, number: number): HoverMarkdown {
  const { t } = context;
  const level = service.levels[number];
  const next = nextLevel(service, number);
  const own = level
    ? ours`${levelHeading(number, level, t)}\n\n${levelText(level, context)}`
    : t(number === 0 ? 'hover.not-there-yet' : 'hover.level-undescribed', {
        level: number,
        id: escapeMarkdown(service.id),
      });
  const following = next
    ? [ours`---\n\n${t('hover.next')} ${levelHeading(next.number, next.level, t)}\n\n${levelText(next.level, context)}`]
    : [];
  const terms = explainTerms(
    [level, next?.level].map((one) => one?.description ?? ''),
    [],
    context,
  );
  const suggested = suggestionOf(context, scoredOf(context, service.id));
  return joined([escapeMarkdown(nameOf(service)), own, suggested, ...following, terms].filter(Boolean), '\n\n');
}

/**
 * The meanings of terms that the texts use and no note explains, as a list with its own heading; empty where there are
 * none.
 */
function explainTerms(texts: readonly string[], notes: readonly string[], { sheet, t }: Explaining): HoverMarkdown {
  const terms = termsIn(texts, notes, sheet.glossary);
  const lines = terms.map(
    ({ term, meaning }) => ours`- **${escapeMarkdown(term)}**${t('view.term-separator')}${escapeMarkdown(meaning)}`,
  );
  return lines.length ? ours`---\n\n**${t('view.terms')}**\n\n${joined(lines, '\n')}` : ours``;
}

function areaName(id: string, area: Area | undefined, t: Translate): HoverMarkdown {
  return t('hover.area', { id: escapeMarkdown(id), title: escapeMarkdown(area?.title ?? '') });
}

function areaHover(context: Explaining, id: string): HoverMarkdown | undefined {
  const { sheet, scored, t } = context;
  const area = findArea(sheet, id);
  const numbers = scored.areas.find((candidate) => candidate.id === id);
  if (!area || !numbers) return undefined;
  const { mean, applicable, target } = numbers;
  const average =
    mean === null
      ? t('hover.average-none', { applicable, target: formatNumber(target) })
      : t('hover.average', averageParameters(numbers, t));
  const services = joined(
    area.services.map((service) => ours`- ${escapeMarkdown(nameOf(service))}`),
    '\n',
  );
  return ours`### ${areaName(id, area, t)}\n\n${wordingMarkdown(area.summary)}\n\n${average}\n\n${services}`;
}

/** The hover on the sheet's name: the method of use. */
function methodHover({ sheet, t }: Explaining): HoverMarkdown {
  const steps = sheet.method.map((step, index) => ours`${index + 1}. ${escapeMarkdown(step)}`);
  return ours`### ${t('hover.method')}\n\n${joined(steps, '\n')}`;
}

function keyHover({ t }: Explaining, path: Place['path']): HoverMarkdown | undefined {
  const kind = mapKindAt(path.slice(0, -1));
  return kind && keyDocumentation(kind, String(path.at(-1)), t);
}

/** The hover on a rule's name: the rule's documentation. */
function ruleHover({ t }: Explaining, id: string): HoverMarkdown | undefined {
  const rule = ruleIds.find((known) => known === id);
  return rule && ruleDocumentation(rule, t);
}

function scoredOf({ scored }: Explaining, id: string): ScoredService | undefined {
  return scored.areas.flatMap(({ services }) => services).find((service) => service.id === id);
}
