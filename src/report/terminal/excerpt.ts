/** Shortens long texts, so that they do not crowd out others. */

/** The beginning of a text, of at most `longest` characters; `…` marks an omission. */
export function excerpt(text: string, longest: number): string {
  // A character has at most two UTF-16 units.
  const characters = [...text.slice(0, 2 * (longest + 1))];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}

/** The pieces, in order, that fit into a number of UTF-16 units; one that is too long does not exclude later ones. */
export function fitting<T>(pieces: readonly T[], room: number, lengthOf: (piece: T) => number): T[] {
  let left = room;
  return pieces.filter((piece) => {
    const length = lengthOf(piece);
    const fits = length <= left;
    if (fits) left -= length;
    return fits;
  });
}
