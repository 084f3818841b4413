/** A worker thread: receives a few files at a time, and answers with their results. */
import { parentPort, workerData } from 'node:worker_threads';
import { Checker, type CheckOrder, type Job } from './checker';

const checker = new Checker(workerData as CheckOrder);

parentPort?.on('message', (jobs: readonly Job[]) => {
  void checker.check(jobs).then((results) => parentPort?.postMessage(results));
});
