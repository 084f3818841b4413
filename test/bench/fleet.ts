/** How a fleet's results are taken: a million lines of `check --format jsonl`, into the example's tables. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, createReadStream, linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { FleetTables } from '../support/duckdb';
import { alone, compared, type Row } from './rows';

const root = process.cwd();

/** Lines of one file, and how many names it has: the engine reads each name, and the disk holds the text once. */
const [linesEach, names] = [100_000, 10];

/** The time of DuckDB for a million lines beside that of `JSON.parse` for each of them; the latter alone without it. */
export async function fleetRows(assessment: string): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'psirt-bench-'));
  try {
    const files = generate(folder, lineOf(assessment));
    const count = (linesEach * names).toLocaleString('en');
    const peer = await timed(() => parseAll(files));
    const tables = await FleetTables.open(join(folder, 'fleet.db'));
    if (!tables)
      return [alone(`a fleet's ${count} lines: JSON.parse (no build of DuckDB for this system)`, peer, 'ms')];
    const ours = await timed(() => tables.fill(join(folder, 'results', '*', '*', '*.jsonl')));
    const total = (await tables.rows('by_unit')).reduce((sum, row) => sum + Number(row['assessments']), 0);
    if (total !== linesEach * names) throw new Error(`DuckDB counted ${total} assessments.`);
    tables.close();
    return [compared(`a fleet's ${count} lines: tables in DuckDB / JSON.parse of each`, ours, peer)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the command line writes for an assessment. */
function lineOf(assessment: string): string {
  const args = [join(root, 'dist', 'cli.js'), 'check', '--fail-on', 'never', '--format', 'jsonl', '-'];
  return execFileSync(process.execPath, args, { input: assessment, encoding: 'utf8' });
}

/** Files by unit; each line has a path of its own. */
function generate(folder: string, line: string): string[] {
  const [first, ...others] = Array.from({ length: names }, (_, unit) => {
    const unitFolder = join(folder, 'results', 'day=2026-11-27', `unit=${unit}`);
    mkdirSync(unitFolder, { recursive: true });
    return join(unitFolder, 'fleet.jsonl');
  });
  if (first === undefined) return [];
  for (let from = 0; from < linesEach; from += 1000) {
    const some = Array.from({ length: 1000 }, (_, index) =>
      line.replace('"path":"-"', `"path":"${from + index}.yaml"`),
    );
    appendFileSync(first, some.join(''));
  }
  for (const other of others) linkSync(first, other);
  return [first, ...others];
}

async function parseAll(files: readonly string[]): Promise<void> {
  for (const file of files) {
    for await (const line of createInterface({ input: createReadStream(file) })) JSON.parse(line);
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
