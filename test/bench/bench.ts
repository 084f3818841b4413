/**
 * npm run bench -- [--only NAME[,NAME…]] [--json] [--against FILE]: what the product costs, each figure beside a peer's
 * from the same run. Ratios travel between machines; milliseconds do not. `--only editor` and `--only plain` are those
 * that start a VS Code, and all others.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measurements, type Measurement } from './measurements';
import { isMet, ratioOf, type Row } from './rows';

/** A kept run: what `--json` prints, and `--against` reads. */
interface Kept {
  readonly version: 1;
  readonly node: string;
  readonly rows: readonly Row[];
}

const widths = [72, 12, 12, 8, 14] as const;

function readOptions() {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, json: { type: 'boolean', default: false }, against: { type: 'string' } },
  });
  return { chosen: choose(values.only), json: values.json, kept: values.against && readKept(values.against) };
}

/** The measurements of some names; throws with all there are where one is unknown. */
function choose(only: string | undefined): readonly Measurement[] {
  if (only === undefined) return measurements;
  const names = only.split(',');
  const known = ['editor', 'plain', ...measurements.map(({ name }) => name)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`--only takes ${known.join(', ')}, not "${unknown}".`);
  return measurements.filter(
    ({ name, inEditor }) => names.includes(name) || names.includes(inEditor ? 'editor' : 'plain'),
  );
}

function readKept(file: string): Kept {
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>;
  if (kept.version !== 1 || !Array.isArray(kept.rows)) throw new Error(`${file} is not what --json printed.`);
  return kept as Kept;
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join('')
    .trimEnd();
}

function figure(value: number, { unit }: Row): string {
  return `${value.toFixed(value < 1 ? 3 : 1)} ${unit}`;
}

function cellsOf(row: Row, kept: Kept | undefined): string[] {
  const { what, ours, peer, aim } = row;
  const ratio = ratioOf(row);
  const cells = [
    what,
    figure(ours, row),
    peer === undefined ? '' : figure(peer, row),
    ratio?.toFixed(2) ?? '',
    aim ? `${aim.is === 'at-most' ? '≤' : '≥'} ${Number(aim.limit.toFixed(2))} ${isMet(row) ? 'met' : 'MISSED'}` : '',
  ];
  return kept ? [...cells, sinceKept(row, kept)] : cells;
}

/** What has become of a row: its ratio where there is one, since that is what travels, else the figure itself. */
function sinceKept(row: Row, kept: Kept): string {
  const before = kept.rows.find(({ what }) => what === row.what);
  if (!before) return 'new';
  const [was, now] = [ratioOf(before) ?? before.ours, ratioOf(row) ?? row.ours];
  const percent = Math.round((now / was - 1) * 100);
  return `${percent > 0 ? '+' : ''}${percent} %`;
}

/** Measures, prints each row as soon as it is there, and says on standard error what is under way. */
async function main(): Promise<void> {
  const { chosen, json, kept } = readOptions();
  const print = (cells: readonly string[]): void => void (json || console.log(line(cells)));
  print(['what', 'ours', 'peer', 'ratio', 'aim', ...(kept ? ['since kept'] : [])]);
  const rows: Row[] = [];
  for (const [index, { name, rows: measure }] of chosen.entries()) {
    console.error(`${index + 1}/${chosen.length} ${name} …`);
    for (const row of await measure()) {
      rows.push(row);
      print(cellsOf(row, kept || undefined));
    }
  }
  if (json) console.log(JSON.stringify({ version: 1, node: process.version, rows } satisfies Kept, null, 2));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
