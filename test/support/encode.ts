/** Writes text in the encodings that are only read in the product, as the programs do that save tables. */
import { legacyEncodings, type Encoding } from '../../src/overlay/import/encodings';

/** An encoding by its name. */
export function encodingCalled(name: string): Encoding {
  return legacyEncodings.find((encoding) => encoding.name === name) ?? fail(name);
}

function fail(name: string): never {
  throw new Error(`no encoding ${name}`);
}

const tables = new Map<Encoding, Map<string, number[]>>();

function bytesByCharacter(encoding: Encoding): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const bytes = Array.from({ length: 256 }, (_, index) => index);
  const sequences = [
    ...bytes.map((byte) => [byte]),
    ...bytes.slice(0x80).flatMap((first) => bytes.slice(0x40).map((second) => [first, second])),
  ];
  const table = new Map<string, number[]>();
  for (const sequence of sequences) {
    const text = encoding.decode(Uint8Array.from(sequence)) ?? '';
    if ([...text].length === 1 && !table.has(text)) table.set(text, sequence);
  }
  tables.set(encoding, table);
  return table;
}

/**
 * The text in an encoding; `instead` gives what is written for a character that it lacks. Without it a question mark
 * for each half of a character beyond U+FFFF, as Windows does.
 */
export function encoded(
  text: string,
  encoding: Encoding,
  instead: (character: string) => string = (character) => '?'.repeat(character.length),
): Uint8Array {
  const table = bytesByCharacter(encoding);
  const written = [...text].map((character) => (table.has(character) ? character : instead(character))).join('');
  return Uint8Array.from(
    [...written].flatMap((character) => table.get(character) ?? fail(`${encoding.name}: ${character}`)),
  );
}
