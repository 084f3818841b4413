/** What several assessors gave the services, and what they can agree on. */
import type { Assessment } from '../assessment/assessment';
import type { Sheet } from '../sheet/sheet';

/** How far apart some scores are; 0 where there are fewer than two. */
export function spreadOf(scores: readonly number[]): number {
  return scores.length > 1 ? Math.max(...scores) - Math.min(...scores) : 0;
}

/**
 * How an agreed score is taken from several: where all assessors gave the same, the median (the lower of two in the
 * middle), or the lowest.
 */
export const takes = ['agreed', 'median', 'lowest'] as const;
export type Take = (typeof takes)[number];

/** One assessor's scoring. */
export interface Scoring {
  readonly name: string;
  readonly assessment: Assessment;
}

/** A service with what each assessor gave. */
export interface ServiceVotes {
  readonly id: string;
  readonly votes: ReadonlyMap<string, number>;
  readonly spread: number;
  /** What is taken of them; `undefined` where nothing can be. */
  readonly score?: number;
}

/** The services that somebody scored, those they differ about most first, then in the order of the sheet. */
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

/** The score that a way of taking it gives; `undefined` where it gives none. */
export function takenScore(scores: readonly number[], take: Take): number | undefined {
  const sorted = [...scores].sort((a, b) => a - b);
  if (take === 'lowest') return sorted[0];
  if (take === 'median') return sorted[Math.floor((sorted.length - 1) / 2)];
  return spreadOf(scores) === 0 ? sorted[0] : undefined;
}

/** A service that two assessors or more have voted on, as the agreed file keeps it. */
export type AgreedService = ServiceVotes;

/** The services with votes of two assessors or more, those they differ about most first. */
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

/** How many services there are of each spread, from 0 up to the greatest there is. */
export function bySpread(services: readonly Pick<ServiceVotes, 'spread'>[]): number[] {
  const greatest = Math.max(0, ...services.map(({ spread }) => spread));
  return Array.from({ length: greatest + 1 }, (_, spread) => services.filter((one) => one.spread === spread).length);
}
