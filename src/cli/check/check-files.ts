/**
 * Turns paths into results, in the same order: from the cache, from this thread, or from several threads for many
 * files.
 */
import { individualsAmong, type Individuals } from '../../node/individuals';
import type { BaselineText, Baselines } from '../../node/assessments';
import type { CheckCache } from './check-cache';
import { Checker, type CheckOrder, type Job, type FileResult } from './checker';
import { Failure } from '../../node/failure';
import { grouped, inOrder } from './in-order';
import { loadSheet } from '../../node/load-texts';
import { readText } from '../../node/read-file';
import type { Io } from '../terminal';
import type { Thread } from './threads';

/** Above this number of files, starting threads pays off. */
const many = 256;
/** After this many cache misses the cache is taken to be cold, and worker threads start. */
const few = 64;
/** Number of files sent to a thread at once: few, since V8 copies the texts under way whenever it cleans up. */
const groupSize = 4;
/** Number of groups that a thread has at once: it works on while this thread is busy with a group of its own. */
const groupsAhead = 3;

/** The result of each file, compared with its baseline where it has one, or why it could not be read. */
export async function* checkFiles(
  paths: readonly string[],
  order: CheckOrder,
  cache: CheckCache | undefined,
  io: Io,
  baselines?: Baselines,
): AsyncGenerator<FileResult | Failure> {
  const cores = paths.length >= many ? (await import('./threads')).coreCount() : 1;
  const pool = new CheckerPool(order, cores, cache ? few : 0);
  const work = async (group: readonly (Job | Failure)[]): Promise<(FileResult | Failure)[]> => {
    const found = await Promise.all(group.map((item) => (item instanceof Failure ? item : cache?.find(item))));
    const open = group.filter((_, index) => !found[index]) as Job[];
    const checked = open.length ? await pool.check(open) : [];
    open.forEach((job, index) => cache?.add(job, checked[index] as FileResult));
    return found.map((one) => one ?? (checked.shift() as FileResult));
  };
  try {
    // They load the program while this thread looks for individual scorings.
    if (!cache) await pool.start();
    const individuals = individualsAmong(paths, io.cwd, () => loadSheet(order.language));
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

/** Where groups of files are checked, and how many more it takes. */
interface Place {
  room: number;
  check(jobs: readonly Job[]): Promise<FileResult[]>;
}

/** Checks on this thread and, once there are enough files, on others, which take what they have room for first. */
class CheckerPool {
  private readonly places: Place[];
  private readonly waiting: (() => void)[] = [];
  private threads?: Promise<readonly Thread[]>;
  private given = 0;

  /** `cores` is the number of cores to use; `alone` counts files to check before other threads are started. */
  constructor(
    private readonly order: CheckOrder,
    private readonly cores: number,
    private readonly alone: number,
  ) {
    this.places = [thisThread(order)];
  }

  /** The number of groups in progress: enough that each thread has the next ones waiting. */
  get atOnce(): number {
    return this.cores > 1 ? (groupsAhead + 1) * this.cores : 1;
  }

  /** The results of some files, in order, from the first place that has room. */
  async check(jobs: readonly Job[]): Promise<FileResult[]> {
    this.given += jobs.length;
    if (this.given > this.alone) await this.start();
    let place: Place | undefined;
    while (!(place = this.places.find(({ room }) => room > 0)))
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    place.room--;
    try {
      return await place.check(jobs);
    } finally {
      place.room++;
      this.waiting.shift()?.();
    }
  }

  /** Starts the other threads, where there are cores for them. */
  async start(): Promise<void> {
    if (this.cores > 1) await (this.threads ??= this.started());
  }

  private async started(): Promise<readonly Thread[]> {
    const threads = (await import('./threads')).startThreads(this.order, this.cores);
    this.places.unshift(...threads.map((thread) => ({ room: groupsAhead, check: thread.check.bind(thread) })));
    return threads;
  }

  async stop(): Promise<void> {
    await Promise.all((await this.threads)?.map((thread) => thread.stop()) ?? []);
  }
}

function thisThread(order: CheckOrder): Place {
  let checker: Promise<Checker> | undefined;
  return {
    room: 1,
    async check(jobs) {
      // Answers of the other threads come first, so that these get more to do.
      await new Promise(setImmediate);
      return (await (checker ??= checkerFor(order))).check(jobs);
    },
  };
}

async function checkerFor(order: CheckOrder): Promise<Checker> {
  return new Checker(order, order.isCached ? (await import('../../node/digest')).digest : undefined);
}
