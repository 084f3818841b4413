/** Texts cut short where a long one would crowd out the rest. */

/** The beginning of a text, of at most `longest` characters; `…` says that there is more. */
export function excerpt(text: string, longest: number): string {
  // A character is two UTF-16 units at most.
  const characters = [...text.slice(0, 2 * (longest + 1))];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}

/** Of pieces in their order those that fit into the room of so many UTF-16 units: a long one keeps no other out. */
export function fitting<T>(pieces: readonly T[], room: number, lengthOf: (piece: T) => number): T[] {
  let left = room;
  return pieces.filter((piece) => {
    const length = lengthOf(piece);
    const fits = length <= left;
    if (fits) left -= length;
    return fits;
  });
}
