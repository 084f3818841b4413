/**
 * External requirements, and the parts of the sheet they touch. A crosswalk shows what an assessment touches; it never
 * claims compliance.
 */
import type { Language } from '../messages/messages';

/**
 * How a requirement (source) and what a service covers (target) relate, as the set theory relationship mapping of NIST
 * IR 8477 and OSCAL have it: "the requirement is … of what the service covers".
 */
export const relationships = ['equal', 'subset', 'superset', 'intersects'] as const;
export type Relationship = (typeof relationships)[number];

/**
 * What a strength means: how much of what the requirement asks would be missing if the service did nothing at all.
 * 9–10 all, 7–8 most, 5–6 a large part, 3–4 one distinct part, 1–2 nothing directly.
 */
export const strengthWords = ['ground', 'part', 'large-part', 'main', 'same'] as const;
export type StrengthWord = (typeof strengthWords)[number];

/** The strongest that a mapping can be. */
export const greatestStrength = 10;

/** Weaker mappings only prepare the ground: they do not count towards the standing on a requirement. */
export const leastStrength = 3;

/** The word for a strength from 1 to 10. */
export function strengthWord(strength: number): StrengthWord {
  return strengthWords[Math.ceil(strength / 2) - 1] ?? 'ground';
}

/** A service that a requirement touches, with how it does. */
export interface Mapping {
  /** The id of the service. */
  readonly service: string;
  /** Ids of the criteria of that service, where the requirement touches only these; empty for the whole service. */
  readonly criteria: readonly string[];
  readonly relationship: Relationship;
  /** 1 to 10. */
  readonly strength: number;
  /** One sentence; empty where an organisation's own mapping has none. */
  readonly reason: string;
}

export interface Requirement {
  /** Letters, digits, dots and hyphens. */
  readonly id: string;
  /** Its names in other libraries. */
  readonly aliases: readonly string[];
  /** Its subject, in this project's own words. */
  readonly subject: string;
  readonly url?: string;
  /** The day from which it applies, where that is not the source's. */
  readonly date?: string;
  readonly mappings: readonly Mapping[];
}

/** A catalogue of requirements: a regulation, a standard, a framework, or an organisation's own. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly region?: string;
  /** When it was published: a year, a month or a day. */
  readonly date?: string;
  /** The day from which it applies. */
  readonly effect?: string;
  /** The day on which the mappings were made, where known. */
  readonly judged?: string;
  readonly url?: string;
  readonly requirements: readonly Requirement[];
}

/** One requirement, with its source. */
export interface Touching {
  readonly source: Source;
  readonly requirement: Requirement;
  readonly mapping: Mapping;
}

/** The requirements that touch a service, in the order of the sources. */
export function touching(sources: readonly Source[], service: string): Touching[] {
  return sources.flatMap((source) =>
    source.requirements.flatMap((requirement) =>
      requirement.mappings
        .filter((mapping) => mapping.service === service)
        .map((mapping) => ({ source, requirement, mapping })),
    ),
  );
}

/** The requirement with an id or alias, in any letter case; `undefined` where there is none. */
export function findRequirement({ requirements }: Source, name: string): Requirement | undefined {
  const wanted = name.toLowerCase();
  const named = (id: string) => id.toLowerCase() === wanted;
  return requirements.find(({ id }) => named(id)) ?? requirements.find(({ aliases }) => aliases.some(named));
}

/** The permanent name of a requirement for other tools. */
export function requirementUrn(source: Pick<Source, 'id'>, requirement: Pick<Requirement, 'id'>): string {
  return `urn:psirt-maturity:crosswalk:${source.id}:${requirement.id}`.toLowerCase();
}

/** A text in every language. */
export type Texts = Readonly<Record<Language, string>>;

/** A source as stored in its file, in all languages. */
export interface SourceFile extends Omit<Source, 'title' | 'requirements'> {
  readonly title: Texts;
  readonly requirements: readonly (Omit<Requirement, 'subject' | 'mappings'> & {
    readonly subject: Texts;
    readonly mappings: readonly (Omit<Mapping, 'reason' | 'criteria'> & {
      readonly criteria?: readonly string[];
      readonly reason: Texts;
    })[];
  })[];
}

/** A source in one language. */
export function inLanguage(file: SourceFile, language: Language): Source {
  return {
    ...file,
    title: file.title[language],
    requirements: file.requirements.map((requirement) => ({
      ...requirement,
      subject: requirement.subject[language],
      mappings: requirement.mappings.map((mapping) => ({
        ...mapping,
        criteria: mapping.criteria ?? [],
        reason: mapping.reason[language],
      })),
    })),
  };
}
