/** Texts at the limits of what is read, and beyond. */
import { fullAssessment } from '../support/full-assessment';
import { yaml } from '../support/yaml';

export interface LargeFile {
  readonly name: string;
  readonly text: string;
  /** Why it is not read, or nothing: the rest of the name of a message. */
  readonly refused?: 'large' | 'many';
}

const head = yaml`
  sheet: psirt-maturity@1.0
  subject: Edge router firmware
  target: 2.5
  services:
`;
const prose = '      The minutes say who took part, and what was decided for the next half year.\n';
const ids = [...fullAssessment().matchAll(/^  "(\d\.\d+)":$/gm)].map(([, id = '']) => id);

/** Every service scored, with some lines below the score. */
function each(below: string): string {
  return (
    head +
    ids
      .map(
        (id, index) => yaml`
            "${id}":
              score: ${index % 5}
          ${below}`,
      )
      .join('')
  );
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

/** Notes of so many lines in all. */
function notes(total: number, line: string): string {
  return each(yaml`
        note: |
    ${lines(Math.floor(total / ids.length), () => line)}`);
}

/** So many citations in all. */
function citations(total: number): string {
  return each(
    yaml`
          evidence:
      ${lines(Math.floor(total / ids.length), (index) => `      - docs/minutes-${index}.md\n`)}`,
  );
}

export function largeFiles(): LargeFile[] {
  const megabyte = Math.floor(1_000_000 / prose.length);
  return [
    { name: 'long notes, just under 1 MB', text: notes(megabyte - 200, prose) },
    {
      name: 'one note of nearly 1 MB',
      text: yaml`
        ${head}  "1.1":
            score: 2
            note: |
        ${prose.repeat(megabyte - 100)}`,
    },
    { name: 'long notes, 99,000 lines', text: notes(99_000, '      ab\n') },
    { name: 'citations, just under the limit', text: citations(3_200) },
    { name: 'long notes, just over 1 MB', text: notes(megabyte + 100, prose), refused: 'large' },
    { name: 'long notes, 10 MB', text: notes(megabyte * 10, prose), refused: 'large' },
    { name: 'citations, four times the limit', text: citations(15_000), refused: 'many' },
    { name: 'no YAML, 100,000 lines', text: lines(100_000, () => '}{ : -\n') },
    { name: 'other YAML', text: lines(1_700, (index) => `service-${index}:\n  score: high\n`) },
  ];
}
