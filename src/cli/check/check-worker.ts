/** A worker thread: receives a few files at a time, and answers with their results. */
import { parentPort, workerData } from 'node:worker_threads';
import { digest } from '../../node/digest';
import { Checker, type CheckOrder, type Job } from './checker';

const order = workerData as CheckOrder;
const checker = new Checker(order, order.isCached ? digest : undefined);

parentPort?.on('message', (jobs: readonly Job[]) => {
  void checker.check(jobs).then((results) => parentPort?.postMessage(results));
});
