/**
 * Turns paths into results, in the same order: from the cache, from this thread, or from several threads for many
 * files.
 */
import { availableParallelism } from 'node:os';
import type { Individuals } from '../../node/individuals';
import type { BaselineText, Baselines } from '../../node/assessments';
import type { CheckCache } from './check-cache';
import { Checker, type CheckOrder, type Job, type FileResult } from './checker';
import { Failure } from '../../node/failure';
import { grouped, inOrder } from './in-order';
import { readText } from '../../node/read-file';
import type { Io } from '../terminal';
import type { Threads } from './threads';

/** Above this number of files, starting threads pays off. */
const many = 256;
/** After this many cache misses the cache is taken to be cold, and worker threads start. */
const few = 64;
/** Number of files sent to a thread at once. */
const groupSize = 16;

/** The result of each file, compared with its baseline where it has one, or why it could not be read. */
export async function* checkFiles(
  individuals: Individuals,
  order: CheckOrder,
  cache: CheckCache | undefined,
  io: Io,
  baselines?: Baselines,
): AsyncGenerator<FileResult | Failure> {
  const paths = individuals.order;
  const pool = new CheckerPool(order, paths.length >= many && availableParallelism() > 1, cache ? few : 0);
  const work = async (group: readonly (Job | Failure)[]): Promise<(FileResult | Failure)[]> => {
    const found = await Promise.all(group.map((item) => (item instanceof Failure ? item : cache?.find(item))));
    const open = group.filter((_, index) => !found[index]) as Job[];
    const checked = open.length ? await pool.check(open) : [];
    open.forEach((job, index) => cache?.add(job, checked[index] as FileResult));
    return found.map((one) => one ?? (checked.shift() as FileResult));
  };
  try {
    for await (const group of inOrder(grouped(filesAt(individuals, io, baselines), groupSize), work, pool.atOnce))
      yield* group;
  } finally {
    await pool.stop();
  }
}

async function* filesAt(individuals: Individuals, io: Io, baselines?: Baselines): AsyncGenerator<Job | Failure> {
  for (const path of individuals.order) {
    const around = { individuals: individuals.of.get(path), belongsTo: individuals.belongsTo.get(path) };
    try {
      const text = await readText(path, io);
      const signed = await signedIn(path, text, io);
      yield { path, text, baseline: baselines && (baselines.get(path) ?? null), signed, ...around };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      yield error;
    }
  }
}

/** The version signed off last. Most files have no sign-off, so git is not started for them. */
async function signedIn(path: string, text: string, io: Io): Promise<BaselineText | undefined> {
  if (!text.includes('sign-off')) return undefined;
  const { signedText } = await import('../git/signed');
  return signedText(path, text, io);
}

/** Chooses between this thread and worker threads, once there are enough files. */
class CheckerPool {
  private checker?: Promise<Checker>;
  private threads?: Promise<Threads>;
  private given = 0;

  /** `alone` counts files to check before other threads are started. */
  constructor(
    private readonly order: CheckOrder,
    private readonly mayStart: boolean,
    private readonly alone: number,
  ) {}

  /** The number of groups in progress: enough that each thread has the next one waiting. */
  get atOnce(): number {
    return this.mayStart ? 2 * availableParallelism() : 1;
  }

  async check(jobs: readonly Job[]): Promise<FileResult[]> {
    this.given += jobs.length;
    if (!this.mayStart || this.given <= this.alone)
      return (await (this.checker ??= checkerFor(this.order))).check(jobs);
    this.threads ??= import('./threads').then(({ Threads }) => new Threads(this.order));
    return (await this.threads).check(jobs);
  }

  async stop(): Promise<void> {
    await (await this.threads)?.stop();
  }
}

async function checkerFor(order: CheckOrder): Promise<Checker> {
  return new Checker(order, order.isCached ? (await import('../../node/digest')).digest : undefined);
}
