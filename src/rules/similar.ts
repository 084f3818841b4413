/** The candidates most similar to a name, best first: those that share at least half of its character pairs. */
export function mostSimilar(name: string, candidates: readonly string[], limit = 3): string[] {
  const own = pairsIn(name);
  return candidates
    .map((candidate) => ({ candidate, share: likeness(own, candidate) }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Counts of pairs of neighbouring characters, with the text's ends as characters. */
interface Pairs {
  readonly times: ReadonlyMap<string, number>;
  readonly count: number;
}

/** The share of common pairs (Dice's coefficient); runs in time linear in the length of the text. */
function likeness({ times, count }: Pairs, text: string): number {
  const other = pairsIn(text);
  let common = 0;
  for (const [pair, often] of other.times) common += Math.min(often, times.get(pair) ?? 0);
  return (2 * common) / (count + other.count);
}

function pairsIn(text: string): Pairs {
  const characters = ['', ...text.toLowerCase(), ''];
  const times = new Map<string, number>();
  for (let at = 1; at < characters.length; at++) {
    const pair = `${characters[at - 1]}|${characters[at]}`;
    times.set(pair, (times.get(pair) ?? 0) + 1);
  }
  return { times, count: characters.length - 1 };
}
