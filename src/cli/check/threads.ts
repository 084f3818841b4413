/** Checks files on several threads. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckOrder, Job, FileResult } from './checker';

/** More threads would wait for the one that reads and writes. */
const mostThreads = 8;

export class Threads {
  private readonly workers: readonly Worker[];
  private readonly idle: Worker[];
  private readonly waiting: ((worker: Worker) => void)[] = [];

  constructor(order: CheckOrder) {
    this.workers = Array.from({ length: Math.min(availableParallelism(), mostThreads) }, () => startWorker(order));
    this.idle = [...this.workers];
  }

  /** The results of some files, in order, from the next idle thread. */
  async check(jobs: readonly Job[]): Promise<FileResult[]> {
    const worker = this.idle.pop() ?? (await new Promise<Worker>((resolve) => this.waiting.push(resolve)));
    try {
      worker.postMessage(jobs);
      return (await once(worker, 'message'))[0] as FileResult[];
    } finally {
      const next = this.waiting.shift();
      if (next) next(worker);
      else this.idle.push(worker);
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

/** A thread from the bundle, or from the source when the program runs unbundled. */
function startWorker(order: CheckOrder): Worker {
  const bundle = join(__dirname, 'check-worker.js');
  const options = { workerData: order, resourceLimits: { maxYoungGenerationSizeMb: 16 } };
  return existsSync(bundle)
    ? new Worker(bundle, options)
    : new Worker(join(__dirname, 'check-worker.ts'), { ...options, execArgv: ['--require', 'tsx/cjs'] });
}
