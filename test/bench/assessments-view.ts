/** How long the Assessments view takes over many files, in a real VS Code: by the scenario that opens it twice. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './rows';

export interface ViewTimes {
  readonly opening: 'first' | 'second';
  readonly files: number;
  /** Until the first rows are to be seen, in milliseconds. */
  readonly firstPaint: number;
  /** Until the list is complete, in milliseconds. */
  readonly total: number;
  /** The longest step of all that runs on the thread of VS Code's extensions, and of ours, in milliseconds. */
  readonly longest: number;
  readonly ours: number;
}

/** Medians of a few runs; throws when one fails. */
export function timeAssessmentsView(scenario: string, rounds: number): ViewTimes[] {
  const runs = Array.from({ length: rounds }, () => runOnce(scenario));
  return (['first', 'second'] as const).map((opening) => {
    const own = runs.flat().filter((one) => one.opening === opening);
    const of = (pick: (one: ViewTimes) => number): number => median(own.map(pick));
    return {
      opening,
      files: of(({ files }) => files),
      firstPaint: of(({ firstPaint }) => firstPaint),
      total: of(({ total }) => total),
      longest: of(({ longest }) => longest),
      ours: of(({ ours }) => ours),
    };
  });
}

function runOnce(scenario: string): ViewTimes[] {
  const args = [join('test', 'host', 'run.mjs'), '--lang=en', `--scenario=${scenario}`];
  const output = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const line = /^View, (first|second) opening of (\d+) files: (\d+) ms, (\d+) ms, longest (\d+) ms, ours (\d+) ms$/gm;
  const found = [...output.matchAll(line)].map(([, opening, ...figures]): ViewTimes => {
    const [files = NaN, firstPaint = NaN, total = NaN, longest = NaN, ours = NaN] = figures.map(Number);
    return { opening: opening as ViewTimes['opening'], files, firstPaint, total, longest, ours };
  });
  if (found.length !== 2) throw new Error(`No times of the view in:\n${output}`);
  return found;
}
