/**
 * How long the extension host's thread is held at a stretch, and how much of that is ours: the tests run on that
 * thread, too. Counted is the time that the thread works, where Node tells: what else the machine does is not ours to
 * say.
 */
import { Session, type Profiler } from 'node:inspector';

/** In milliseconds. */
interface Steps {
  /** Longest time without a turn for anybody else, whoever held the thread. */
  readonly longest: number;
  /** The most that our code took of one such time. */
  readonly ours: number;
}

/** What holds the thread for less is no step worth looking at, in microseconds. */
const shortest = 5_000;
/** The thread is quiet when nothing has held it for so long, in milliseconds. */
const quiet = 400;

/** From one turn to the next, and how long the thread worked meanwhile. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly work: number;
}

/** Notices when the thread is held: a timer that should fire every millisecond then does not. */
class Watch {
  readonly gaps: Gap[] = [];
  private last = now();
  private worked = work();
  private timer = this.wait();

  private wait(): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      const [at, worked] = [now(), work()];
      if (at - this.last > shortest) this.gaps.push({ from: this.last, to: at, work: worked - this.worked });
      [this.last, this.worked] = [at, worked];
      this.timer = this.wait();
    }, 1);
  }

  /** Resolves when the thread has been quiet for a while. */
  async quiet(): Promise<void> {
    const lastHeld = () => this.gaps.at(-1)?.to ?? 0;
    for (let since = now(); now() - Math.max(since, lastHeld()) < quiet * 1000; )
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

/** Microseconds by the clock that profiles have. */
function now(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

/** Prints the longest steps while something is done, as the bench reads them. */
export async function reportSteps(what: string, work: () => Promise<unknown>): Promise<void> {
  const { longest, ours } = await stepsDuring(work);
  console.log(`Steps, ${what}: longest ${longest.toFixed(0)} ms, ours ${ours.toFixed(0)} ms`);
}

/** Microseconds that this thread has worked; where Node is too old to tell, those that have passed. */
function work(): number {
  const { threadCpuUsage } = process as { threadCpuUsage?: () => { user: number; system: number } };
  if (!threadCpuUsage) return now();
  const { user, system } = threadCpuUsage.call(process);
  return user + system;
}

/** The longest steps while something is done, and until the thread is quiet afterwards. */
export async function stepsDuring(work: () => Promise<unknown>): Promise<Steps> {
  const session = new Session();
  session.connect();
  const post = <T>(method: string, parameters: object = {}) =>
    new Promise<T>((resolve, reject) =>
      session.post(method, parameters, (error, result) => (error ? reject(error) : resolve(result as T))),
    );
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: 500 });
  await post('Profiler.start');
  const watch = new Watch();
  try {
    await work();
    await watch.quiet();
    const { profile } = await post<{ profile: Profiler.Profile }>('Profiler.stop');
    return stepsOf(watch.gaps, profile);
  } finally {
    watch.stop();
    session.disconnect();
  }
}

function stepsOf(gaps: readonly Gap[], profile: Profiler.Profile): Steps {
  const shares = sharesOfOurs(gaps, profile);
  const longest = Math.max(0, ...gaps.map(({ work: worked }) => worked));
  return {
    longest: longest / 1000,
    ours: Math.max(0, ...gaps.map(({ work: worked }, index) => worked * (shares[index] ?? 0))) / 1000,
  };
}

/** Which part of each gap our code ran. */
function sharesOfOurs(
  gaps: readonly Gap[],
  { nodes, samples = [], timeDeltas = [], startTime }: Profiler.Profile,
): number[] {
  const ours = nodesOfOurs(nodes);
  const times = gaps.map(() => ({ ours: 0, all: 0 }));
  let [at, gap] = [startTime, 0];
  for (const [index, node] of samples.entries()) {
    const from = at;
    at += timeDeltas[index] ?? 0;
    while (gap < gaps.length && (gaps[gap]?.to ?? 0) < from) gap++;
    const [current, time] = [gaps[gap], times[gap]];
    if (!current || !time || at < current.from) continue;
    const next = timeDeltas[index + 1] ?? 0;
    time.all += next;
    if (ours.has(node)) time.ours += next;
  }
  return times.map((time) => time.ours / (time.all || 1));
}

/** Ids of the calls below one of ours, as far as one can see. */
function nodesOfOurs(nodes: readonly Profiler.ProfileNode[]): Set<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const visit = (node: Profiler.ProfileNode, below: boolean): void => {
    const isOurs = below || /\/dist\/(extension\.js|chunks\/[^/]+)$/.test(node.callFrame.url);
    if (isOurs) ours.add(node.id);
    for (const child of node.children ?? []) visit(byId.get(child) as Profiler.ProfileNode, isOurs);
  };
  const [root] = nodes;
  if (root) visit(root, false);
  return ours;
}
