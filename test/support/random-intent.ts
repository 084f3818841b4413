/** What a user may do to any service, at random. */
import fc from 'fast-check';
import type { Intent } from '../../src/assessment/edit/edit';
import { serviceIds } from '../../src/sheet/sheet';

/** Reasons of exclusions, with all that YAML could take for something else. */
const reasons = fc
  .oneof(
    fc.constantFrom(
      'not ours',
      'no: such',
      '# x',
      '{a}',
      'yes',
      '2.5',
      '- x',
      "it's",
      '"q"',
      '自社では構成部品を出荷しない',
      'a, b]',
      '',
      ' padded ',
      'null',
      '~',
      '2026-01-01',
      '*a',
      '&b',
      '!c',
      '%d',
      '@e',
      '`f`',
      '? g',
      '|',
      '>',
      '...',
      '---',
    ),
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    // A reason that looks like a numbered comment of the file would be counted as one.
  )
  .map((reason) => reason.replace(/#( ?)c(?=\d)/g, '#$1k'));

export const intents: fc.Arbitrary<Intent> = fc
  .tuple(fc.constantFrom(...serviceIds), fc.nat({ max: 9 }), reasons)
  .map(([service, kind, reason]): Intent => {
    if (kind < 6) return { kind: 'score', service, score: kind };
    if (kind === 6) return { kind: 'score', service, score: null };
    return kind === 7 ? { kind: 'include', service } : { kind: 'exclude', service, reason };
  });
