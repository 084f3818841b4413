/** How long large files, and many others, hold the thread of VS Code's extensions: by the scenario that opens them. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface LongSteps {
  readonly what: string;
  /** The longest time our code took without a turn for others, and that of everybody on the thread, in milliseconds. */
  readonly ours: number;
  readonly all: number;
}

/** Medians of a few runs; throws when one fails. */
export function measureLongSteps(rounds: number): LongSteps[] {
  const found = new Map<string, Omit<LongSteps, 'what'>[]>();
  for (let round = 0; round < rounds; round++) {
    const args = [join('test', 'host', 'run.mjs'), '--scenario=large', '--lang=en', '--minutes=20'];
    const output = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    for (const [, what = '', all, ours] of output.matchAll(/^Steps, (.+): longest (\d+) ms, ours (\d+) ms$/gm)) {
      found.set(what, [...(found.get(what) ?? []), { ours: Number(ours), all: Number(all) }]);
    }
  }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  return [...found].map(([what, steps]) => ({
    what,
    ours: median(steps.map(({ ours }) => ours)),
    all: median(steps.map(({ all }) => all)),
  }));
}
