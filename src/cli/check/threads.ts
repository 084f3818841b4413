/** Checks files on worker threads. */
import { on } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { CheckOrder, Job, FileResult } from './checker';

/** With the one that reads and writes; more would wait for it. */
const mostThreads = 8;

/** A worker thread, which answers in the order in which it is asked. */
export class Thread {
  private readonly worker: Worker;
  private readonly answers: AsyncIterator<[FileResult[]], undefined>;
  private failure = new Error('A thread has ended.');

  constructor(order: CheckOrder) {
    this.worker = startWorker(order).once('error', (error) => (this.failure = error));
    this.answers = on(this.worker, 'message', { close: ['exit'] }) as typeof this.answers;
  }

  /**
   * The results of some files, in order. It may be asked again before it has answered. All questions fail for the same
   * reason when the thread does.
   */
  async check(jobs: readonly Job[]): Promise<FileResult[]> {
    this.worker.postMessage(jobs);
    const { value } = await this.answers.next();
    if (!value) throw this.failure;
    return value[0];
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}

/** The number of cores that this program may use. */
export function coreCount(): number {
  return availableParallelism();
}

/** A thread for each of so many cores but the one that this thread works on. */
export function startThreads(order: CheckOrder, cores: number): Thread[] {
  // With no core left over, V8's helpers would clean up the memory of one thread at the cost of the others.
  if (cores <= mostThreads) setFlagsFromString('--no-parallel-scavenge');
  return Array.from({ length: Math.min(cores, mostThreads) - 1 }, () => new Thread(order));
}

/** A thread from the bundle, or from the source when the program runs unbundled. */
function startWorker(order: CheckOrder): Worker {
  const bundle = join(__dirname, 'check-worker.js');
  const options = { workerData: order, resourceLimits: { maxYoungGenerationSizeMb: 16 } };
  return existsSync(bundle)
    ? new Worker(bundle, options)
    : new Worker(join(__dirname, 'check-worker.ts'), { ...options, execArgv: ['--require', 'tsx/cjs'] });
}
