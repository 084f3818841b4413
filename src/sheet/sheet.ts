/**
 * The maturity sheet: its structure (ids, described levels, references) joined with the wording of one language.
 *
 * Source: プロダクト脆弱性対策・対応成熟度シート 1.0 (April 2019), after FIRST's PSIRT Services Framework 1.0 draft.
 * Ids, levels and references are the sheet's; the wording is this project's own restatement.
 */
import type { Glossary } from './glossary';
import { areaIdOf } from './ids';
import { highestLevel, levelNumbers, type LevelNumber } from './scale';
import structure from './structure.json';

export * from './ids';
export * from './scale';

export interface Level {
  /** A few words that fit a grid cell: at most 60 characters in English, 30 in Japanese. */
  readonly summary: string;
  /** All conditions of the level, with `[1.1.1.3]` references, as paragraphs and `- ` lists. */
  readonly description: string;
  /** Functions of FIRST's framework the level cites, as written: `1.1.1.3`, `3.3.2-4`. */
  readonly references: readonly string[];
  /** The description as conditions to be answered one by one: what is in place, then what is still missing. */
  readonly criteria: readonly Criterion[];
  /** What counts as evidence in the organisation, as paragraphs and `- ` lists; set by an overlay only. */
  readonly guidance?: string;
  /** Examples of the organisation; set by an overlay only. */
  readonly examples?: readonly string[];
}

/** One condition of a level. Its id is the level and a letter, and is never reused for another criterion. */
export interface CriterionStructure {
  readonly id: string;
  /** `reach`: a condition for the level, also met at higher levels. `lack`: what is still missing at the level. */
  readonly kind: 'reach' | 'lack';
  /** The references of the level that belong to it. */
  readonly references: readonly string[];
}

export interface Criterion extends CriterionStructure {
  /** One sentence, at most 140 characters in English, 70 in Japanese. Of a `lack` it says what is missing. */
  readonly text: string;
}

/** The criteria of the services by their ids, from level 0 upwards: what `criteria.json` holds. */
export type CriteriaStructure = Readonly<Record<string, readonly CriterionStructure[]>>;

export interface Service {
  readonly id: string;
  readonly areaId: string;
  readonly title: string;
  readonly objective: string;
  /** The sheet itself leaves this service unrated (6.3). */
  readonly outOfScope: boolean;
  /** Six entries; `null` where the sheet describes no such level. */
  readonly levels: readonly (Level | null)[];
  /** Glossary notes, each "term: explanation". */
  readonly notes: readonly string[];
}

export interface Area {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly services: readonly Service[];
}

/** The sheet in one language, as plain data; see `findService` for look-ups. */
export interface Sheet {
  readonly id: string;
  readonly version: string;
  readonly areas: readonly Area[];
  /** The method of use, one step per entry. */
  readonly method: readonly string[];
  /** Explains terms and references of the descriptions. */
  readonly glossary: Glossary;
}

/** The wording of one language: what `wording.<language>.json` holds. */
export interface Wording {
  readonly method: readonly string[];
  readonly areas: Readonly<Record<string, { readonly title: string; readonly summary: string }>>;
  readonly services: Readonly<Record<string, ServiceWording>>;
}

export interface ServiceWording {
  readonly title: string;
  readonly objective: string;
  readonly notes: readonly string[];
  readonly levels: Readonly<Record<string, LevelWording>>;
}

export interface LevelWording {
  readonly summary: string;
  readonly description: string;
  /** The criteria's texts by their ids. */
  readonly criteria: Readonly<Record<string, string>>;
}

/**
 * The target of every service, area and the average when a file names none: the sheet's "2.5 to 3.0 for the time
 * being".
 */
export const defaultTarget = 2.5;

/**
 * The references each level of a service cites; `null` for a level the sheet does not describe, empty for an unknown
 * id.
 */
export function referencesByLevel(id: string): readonly (readonly string[] | null)[] {
  const services: readonly StructureService[] = structure.areas.flatMap((area) => area.services as StructureService[]);
  return services.find((service) => service.id === id)?.levels ?? [];
}

/** An empty glossary. */
export const noGlossary: Glossary = { terms: [], functions: {} };

/**
 * Joins structure, wording, glossary and criteria. Glossary and criteria are optional: they are loaded on demand.
 * Throws where the wording lacks a text the structure requires.
 */
export function composeSheet(
  wording: Wording,
  glossary: Glossary = noGlossary,
  criteria: CriteriaStructure = {},
): Sheet {
  const areas = structure.areas.map((area): Area => {
    const { title, summary } = required(wording.areas[area.id], `area ${area.id}`);
    const services = area.services.map((service) => composeService(area.id, service, wording, criteria));
    return { id: area.id, title, summary, services };
  });
  return { id: structure.id, version: structure.version, areas, method: wording.method, glossary };
}

/** A service in the structure of the sheet. */
export type StructureService = (typeof structure.areas)[number]['services'][number];

function composeService(
  areaId: string,
  service: StructureService,
  wording: Wording,
  criteria: CriteriaStructure,
): Service {
  const words = required(wording.services[service.id], `service ${service.id}`);
  const levels = service.levels.map((references: readonly string[] | null, number): Level | null => {
    if (!references) return null;
    const level = required(words.levels[number], `level ${number} of ${service.id}`);
    const own = (criteria[service.id] ?? []).filter(({ id }) => id.startsWith(String(number)));
    const worded = own.map(({ id, kind, references: cited }): Criterion => {
      const text = required(level.criteria[id], `criterion ${id} of ${service.id}`);
      return { id, kind, text, references: cited };
    });
    return { summary: level.summary, description: level.description, references, criteria: worded };
  });
  const { title, objective, notes } = words;
  return { id: service.id, areaId, title, objective, outOfScope: 'outOfScope' in service, levels, notes };
}

/** A text that the wording must have. Throws where it lacks it. */
export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The wording lacks ${what}`);
  return value;
}

/** An area or a service. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

/** `1.2 Finder community`. */
export function nameOf({ id, title }: Named): string {
  return `${id} ${title}`;
}

/** The service of that id, or `undefined`. */
export function findService(sheet: Sheet, id: string): Service | undefined {
  return findArea(sheet, areaIdOf(id) ?? '')?.services.find((service) => service.id === id);
}

/** The area of that id, or `undefined`. */
export function findArea(sheet: Sheet, id: string): Area | undefined {
  return sheet.areas.find((area) => area.id === id);
}

/** The lowest and highest level the sheet describes for a service, or `undefined` when it describes none (6.3). */
export function describedLevels(service: Service): { lowest: LevelNumber; highest: LevelNumber } | undefined {
  const described = levelNumbers.filter((number) => service.levels[number]);
  const [lowest, highest] = [described[0], described.at(-1)];
  return lowest === undefined || highest === undefined ? undefined : { lowest, highest };
}

/**
 * Whether the sheet defines a score for a service. A score below the lowest described level means "not there yet",
 * which is defined at 0 only: 4.4 and 5.4 start at level 4, so 1 to 3 are undefined there, and 5 is undefined where the
 * sheet ends at 4.
 */
export function isDescribed(service: Service, score: number): boolean {
  return score === 0 ? describedLevels(service) !== undefined : Boolean(service.levels[score]);
}

/** The level that reaches a target: the first described one at or above it, or else the next whole level. */
export function levelReaching(service: Service, target: number): LevelNumber {
  const reaching = levelNumbers.filter((number) => number >= target);
  return reaching.find((number) => isDescribed(service, number)) ?? reaching[0] ?? highestLevel;
}

/** The next described level above a score, or `undefined` at the top: what to do to gain a level. */
export function nextLevel(service: Service, score: number): { number: LevelNumber; level: Level } | undefined {
  const number = levelNumbers.find((candidate) => candidate > score && service.levels[candidate]);
  const level = number === undefined ? undefined : service.levels[number];
  return number === undefined || !level ? undefined : { number, level };
}
