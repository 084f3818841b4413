/** Combines the scores of several assessors into agreed ones. */
import type { Assessment } from '../assessment/assessment';
import type { Sheet } from '../sheet/sheet';

/** The difference between the highest and the lowest score; 0 for fewer than two. */
export function spreadOf(scores: readonly number[]): number {
  return scores.length > 1 ? Math.max(...scores) - Math.min(...scores) : 0;
}

/**
 * How an agreed score is derived from several: only where all assessors gave the same, as the median (the lower one of
 * an even number), or as the lowest.
 */
export const takes = ['agreed', 'median', 'lowest'] as const;
export type Take = (typeof takes)[number];

/** One assessor's scoring. */
export interface Scoring {
  readonly name: string;
  readonly assessment: Assessment;
}

/** A service with the score that each assessor gave. */
export interface ServiceVotes {
  readonly id: string;
  readonly votes: ReadonlyMap<string, number>;
  readonly spread: number;
  /** The agreed score; `undefined` where the assessors have none. */
  readonly score?: number;
}

/** The services with at least one score: largest spread first, then in sheet order. */
export function votesOf(sheet: Sheet, scorings: readonly Scoring[], take: Take): ServiceVotes[] {
  const services = sheet.areas.flatMap((area) => area.services.filter(({ outOfScope }) => !outOfScope));
  const voted = services.flatMap(({ id }): ServiceVotes[] => {
    const given = scorings.flatMap(({ name, assessment }): [string, number][] => {
      const entry = assessment.services.get(id);
      return entry?.score && !entry.excluded ? [[name, entry.score.value]] : [];
    });
    const scores = given.map(([, score]) => score);
    const isWhole = take !== 'agreed' || scores.length === scorings.length;
    const score = isWhole ? takenScore(scores, take) : undefined;
    return given.length > 0 ? [{ id, votes: new Map(given), spread: spreadOf(scores), score }] : [];
  });
  return voted.sort((a, b) => b.spread - a.spread);
}

/** The agreed score by a way of deriving it; `undefined` where there is none. */
export function takenScore(scores: readonly number[], take: Take): number | undefined {
  const sorted = [...scores].sort((a, b) => a - b);
  if (take === 'lowest') return sorted[0];
  if (take === 'median') return sorted[Math.floor((sorted.length - 1) / 2)];
  return spreadOf(scores) === 0 ? sorted[0] : undefined;
}

/** A service with votes of at least two assessors, as stored in the agreed file. */
export type AgreedService = ServiceVotes;

/** The services with votes of at least two assessors, largest spread first. */
export function agreementIn(sheet: Sheet, { services }: Pick<Assessment, 'services'>): AgreedService[] {
  const inSheet = sheet.areas.flatMap((area) => area.services);
  const voted = inSheet.flatMap(({ id }): AgreedService[] => {
    const entry = services.get(id);
    if (!entry || entry.votes.size < 2) return [];
    const votes = new Map([...entry.votes].map(([name, { value }]) => [name, value]));
    return [{ id, votes, spread: spreadOf([...votes.values()]), score: entry.score?.value }];
  });
  return voted.sort((a, b) => b.spread - a.spread);
}

/** The number of services by spread, from 0 to the largest spread. */
export function bySpread(services: readonly Pick<ServiceVotes, 'spread'>[]): number[] {
  const greatest = Math.max(0, ...services.map(({ spread }) => spread));
  return Array.from({ length: greatest + 1 }, (_, spread) => services.filter((one) => one.spread === spread).length);
}
