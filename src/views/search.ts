/** Filters and searches the services. */
import { distance } from 'fastest-levenshtein';
import { touching, type Source } from '../crosswalk/source';
import type { Comparison } from '../scoring/compare';
import { scoredServices, type ScoredService } from '../scoring/score';
import type { Area, Service, Sheet } from '../sheet/sheet';
import { changeOf } from './change-marks';
import type { AssessmentView, ServiceDetails } from './model';
import { normalise } from './normalise';
import type { Filter } from './props';

/** What filters use besides the figures of an assessment. */
export interface FilterContext {
  /** The crosswalk sources, for filters by requirement. */
  readonly sources?: readonly Source[];
  /** The changes since the baseline. */
  readonly comparison?: Comparison;
}

/** Whether a service passes a filter. */
export function passes(
  filter: Filter,
  { id, state, gap }: ScoredService,
  { sources = [], comparison }: FilterContext = {},
): boolean {
  const [, source] = filter.split('touches:');
  if (source !== undefined)
    return (
      touching(
        sources.filter((one) => one.id === source),
        id,
      ).length > 0
    );
  if (filter === 'below') return gap !== null && gap > 0;
  if (filter === 'changed') return (changeOf(comparison, id)?.kind ?? 'same') !== 'same';
  return filter === 'all' || state === 'unscored';
}

/**
 * Ids of the services that pass the filter and contain every word of the query, in the sheet's or the file's texts; in
 * sheet order.
 */
export function matching(
  sheet: Sheet,
  { scored, details }: AssessmentView,
  filter: Filter,
  query: string,
  context: FilterContext = {},
): string[] {
  const reasons = new Map(scoredServices(scored).map(({ id, reason }) => [id, reason]));
  const found = new Set(search(sheet, query, (id) => `${wordsOf(details[id])}\n${reasons.get(id) ?? ''}`));
  return scoredServices(scored).flatMap((service) =>
    passes(filter, service, context) && found.has(service.id) ? [service.id] : [],
  );
}

/**
 * Ids of the services that contain every word of the query in id, area, title, objective, summaries or descriptions, or
 * in the file's own text for them (`own`). Width, case, accents, hyphens and the kind of kana are ignored; typing
 * errors are tolerated where nothing else matches.
 */
export function search(sheet: Sheet, query: string, own: (id: string) => string = () => ''): string[] {
  const terms = normalise(query).split(' ').filter(Boolean);
  const entries = indexOf(sheet);
  const ownTexts = new Map(terms.length ? entries.map(({ id }) => [id, normalise(own(id))]) : []);
  const exact = entries.filter((entry) =>
    terms.every((term) => holds(entry, term) || ownTexts.get(entry.id)?.includes(term)),
  );
  const found = exact.length
    ? exact
    : entries.filter((entry) => terms.every((term) => holds(entry, term) || resembles(entry, term)));
  return found.map(({ id }) => id);
}

/** The file's text about a service. */
function wordsOf(details: ServiceDetails | undefined): string {
  if (!details) return '';
  const { evidence, plan, noteHtml = '' } = details;
  const links = evidence.flatMap(({ link, note }) => [link, note]);
  const actions = plan.flatMap(({ action, owner }) => [action, owner]);
  return [...links, ...actions, noteHtml.replace(/<[^<>]*>/g, ' ')].join('\n');
}

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly references: readonly string[];
  readonly words: readonly string[];
}

const indexes = new WeakMap<Sheet, Entry[]>();

function indexOf(sheet: Sheet): Entry[] {
  const known = indexes.get(sheet);
  if (known) return known;
  const built = sheet.areas.flatMap((area) => area.services.map((service) => entryOf(area, service)));
  indexes.set(sheet, built);
  return built;
}

function entryOf(area: Area, service: Service): Entry {
  const levels = service.levels.flatMap((level) => (level ? [level] : []));
  const parts = [
    area.title,
    service.title,
    service.objective,
    ...levels.flatMap(({ summary, description }) => [summary, description]),
  ];
  const text = normalise(parts.join('\n'));
  const references = levels.flatMap((level) => level.references);
  return { id: service.id, text, references, words: [...new Set(text.match(/[a-z]{4,}/g))] };
}

/** A number such as `1.2` finds a service, a longer one such as `1.2.1.1` a function of the framework. */
function holds({ id, text, references }: Entry, term: string): boolean {
  if (!/^\d(\.\d+)*\.?$/.test(term)) return text.includes(term);
  return (
    id.startsWith(term) || (term.split('.').length > 2 && references.some((reference) => reference.startsWith(term)))
  );
}

function resembles({ words, text }: Entry, term: string): boolean {
  if (text.replace(/ /g, '').includes(term)) return true;
  if (!/^[a-z]{4,}$/.test(term)) return false;
  const limit = term.length < 8 ? 1 : 2;
  return words.some((word) => word[0] === term[0] && beginsLike(word, term, limit));
}

/** Whether a word, or a beginning of it, equals the term except for a few typing errors. */
function beginsLike(word: string, term: string, slips: number): boolean {
  for (let length = term.length - slips; length <= term.length + slips; length++)
    if (distance(term, word.slice(0, length)) <= slips) return true;
  return false;
}
