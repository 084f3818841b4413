/** How `check` takes many files: generated ones, in a process of its own each time. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fullAssessment } from '../support/full-assessment';

export interface ManyFiles {
  readonly files: number;
  /** Medians, in milliseconds: on all cores, in one thread, from a cache, and the peer's. */
  readonly all: number;
  readonly one: number;
  readonly cached: number;
  /** As many processes of one thread as there are cores, each with its part of the files: the best there could be. */
  readonly apart: number;
  readonly peer: number;
  /** Most memory a run on all cores took, in KB. */
  readonly peak: number;
}

const root = process.cwd();

/**
 * Read before the command line: says at the end what memory it took, and hides all cores but one where that is asked
 * for.
 */
const hook = `
  if (process.env.BENCH_ONE_CORE) require('node:os').availableParallelism = () => 1;
  process.on('exit', () => require('node:fs').writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS)));`;

/** Checks so many files a few times in each way, in turns. */
export async function timeManyFiles(files: number, rounds: number): Promise<ManyFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'psirt-bench-'));
  try {
    generate(folder, files);
    const [hookFile, peak] = [join(folder, 'hook.cjs'), join(folder, 'peak')];
    writeFileSync(hookFile, hook);
    const time = (args: string[], env: Record<string, string> = {}): number => {
      const start = performance.now();
      execFileSync(process.execPath, args, {
        cwd: folder,
        stdio: 'ignore',
        env: { ...process.env, BENCH_PEAK: peak, ...env },
      });
      return performance.now() - start;
    };
    const timeApart = async (args: string[]): Promise<number> => {
      const start = performance.now();
      const env = { ...process.env, BENCH_PEAK: peak, BENCH_ONE_CORE: '1' };
      const running = parts(folder).map((part) =>
        once(spawn(process.execPath, [...args, ...part], { cwd: folder, stdio: 'ignore', env }), 'close'),
      );
      await Promise.all(running);
      return performance.now() - start;
    };
    const check = ['--require', hookFile, join(root, 'dist', 'cli.js'), 'check', '--fail-on', 'never'];
    time([...check, '.', '--cache', 'bench.cache']);
    const runs: Omit<ManyFiles, 'files'>[] = [];
    for (let round = 0; round < rounds; round++) {
      const all = time([...check, '.']);
      runs.push({
        all,
        peak: Number(readFileSync(peak, 'utf8')),
        one: time([...check, '.'], { BENCH_ONE_CORE: '1' }),
        apart: await timeApart(check),
        cached: time([...check, '.', '--cache', 'bench.cache']),
        peer: time([join(root, 'test', 'bench', 'plain-loop.mjs'), folder]),
      });
    }
    const median = (of: (run: (typeof runs)[number]) => number): number =>
      runs.map(of).sort((a, b) => a - b)[runs.length >> 1] ?? 0;
    return {
      files,
      all: median(({ all }) => all),
      one: median(({ one }) => one),
      cached: median(({ cached }) => cached),
      apart: median(({ apart }) => apart),
      peer: median(({ peer }) => peer),
      peak: Math.max(...runs.map((run) => run.peak)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The folders of products, divided among as many processes as there are cores. */
function parts(folder: string): string[][] {
  const products = readdirSync(folder).filter((name) => name.startsWith('product-'));
  const size = Math.ceil(products.length / availableParallelism());
  return Array.from({ length: availableParallelism() }, (_, index) =>
    products.slice(index * size, (index + 1) * size),
  ).filter(({ length }) => length > 0);
}

/** Full assessments, no two alike, a hundred to a folder with the document they cite. */
function generate(folder: string, files: number): void {
  const text = fullAssessment();
  for (let index = 0; index < files; index++) {
    const product = join(folder, `product-${Math.floor(index / 100)}`);
    if (index % 100 === 0) {
      mkdirSync(join(product, 'docs'), { recursive: true });
      writeFileSync(join(product, 'docs', 'psirt-charter.md'), '# Roles\n');
    }
    const own = text
      .replace('Edge router firmware', `Edge router firmware ${index}`)
      .replace('target: 2.5', `target: ${(index % 50) / 10}`);
    writeFileSync(join(product, `${index}.psirt.yaml`), own);
  }
}
