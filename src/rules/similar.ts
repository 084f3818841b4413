/** The few candidates most like a name, likest first: those that share at least half of its pairs of characters. */
export function mostSimilar(name: string, candidates: readonly string[], limit = 3): string[] {
  return candidates
    .map((candidate) => ({ candidate, share: likeness(name, candidate) }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** The share of pairs of neighbouring characters two texts have in common (Dice's coefficient); their ends count as characters. */
function likeness(a: string, b: string): number {
  const [ofA, ofB] = [pairs(a), pairs(b)];
  const left = [...ofB];
  const common = ofA.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (ofA.length + ofB.length);
}

function pairs(text: string): string[] {
  const characters = ['', ...text.toLowerCase(), ''];
  return characters.slice(1).map((character, index) => `${characters[index]}|${character}`);
}
