/**
 * Verdicts of an earlier run, kept in a file. They hold for the same text at the same path, judged by the same version
 * of the product with the same options on the same day, while the documents it cites and its wording are as they were:
 * all of which is compared.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { version } from '../../../package.json';
import { folderOf } from '../../node/assessments';
import type { CheckOrder, Job, Verdict } from './checker';
import { Documents, stateOf } from '../../node/documents';
import { errorCode, Failure, unreadable } from '../../node/failure';
import { writeFile, type Writing } from '../../node/file-writer';
import { loadSheet } from '../../node/load-texts';
import { outputFile } from '../../node/output-file';
import { OwnWording } from '../../node/own-wording';
import { readRegularFile } from '../../node/read-file';

const mark = 'psirt-maturity check cache';

/** Longest verdict that is believed, in bytes. */
const longest = 64 * 1024 * 1024;

export class CheckCache {
  private readonly earlier: ReadonlyMap<string, string>;
  private readonly lines: string[] = [];
  private readonly documents: Documents;
  private readonly wording: OwnWording;
  private readonly head: string;
  private readonly writing: Writing;
  private changed = false;

  /** Reads the file, if there is one. Throws `Failure` when it is something else, or an input: that would be lost. */
  constructor(
    private readonly path: string,
    private readonly order: CheckOrder,
    inputs: readonly string[],
  ) {
    this.writing = { inputs };
    const { look, language } = order;
    this.documents = new Documents(look.cwd);
    this.wording = new OwnWording(look.cwd, language, order.wording);
    // The name of this file as it is built changes with the program's code.
    this.head = `${mark} ${hash([version, basename(__filename), process.version, JSON.stringify(loadSheet(language)), JSON.stringify(order)])}`;
    this.earlier = this.read();
  }

  private read(): Map<string, string> {
    const file = outputFile(this.path, this.order.look.cwd, this.writing);
    const [head = '', ...lines] = contentOf(this.path, file).split('\n');
    if (head !== '' && !head.startsWith(mark)) throw new Failure('cli.not-a-cache', { path: this.path });
    return new Map(head === this.head ? lines.map((line) => [line.slice(0, line.indexOf(' ')), line]) : []);
  }

  /** What was said of this file earlier and still holds. */
  async find(job: Job): Promise<Verdict | undefined> {
    const line = this.earlier.get(keyOf(job));
    const verdict = line === undefined ? undefined : verdictIn(line);
    if (!line || !verdict) return undefined;
    const folder = folderOf(job.path, this.order.look.cwd);
    if (stateOf(await this.documents.of(verdict.links, folder)) !== verdict.cited) return undefined;
    if (this.wording.stateFor(folder, verdict.wording.named) !== verdict.wording.state) return undefined;
    this.lines.push(line);
    return verdict;
  }

  /** Keeps a verdict for later. */
  add(job: Job, verdict: Verdict): void {
    this.changed = true;
    this.lines.push(`${keyOf(job)} ${deflateSync(JSON.stringify(verdict), { level: 1 }).toString('base64')}`);
  }

  /** Writes what this run found or used, nothing else. Throws `Failure`. */
  save(): void {
    if (!this.changed && this.lines.length === this.earlier.size) return;
    writeFile(this.path, [this.head, ...this.lines].join('\n'), this.order.look.cwd, this.writing);
  }
}

function contentOf(path: string, file: string): string {
  try {
    return readRegularFile(file, path).toString('latin1');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw unreadable(path, error);
  }
}

/** The verdict of a line; `undefined` when it is damaged, which its checksum tells. */
function verdictIn(line: string): Verdict | undefined {
  try {
    const bytes = Buffer.from(line.slice(line.indexOf(' ') + 1), 'base64');
    return JSON.parse(inflateSync(bytes, { maxOutputLength: longest }).toString('utf8')) as Verdict;
  } catch {
    return undefined;
  }
}

function keyOf({ path, text, earlier, individuals, belongsTo }: Job): string {
  const around = individuals || belongsTo !== undefined ? [JSON.stringify([individuals, belongsTo])] : [];
  if (earlier === undefined) return hash([path, text, ...around]);
  return hash([path, text, ...(earlier ? [earlier.name, earlier.text] : ['']), ...around]);
}

/** A hash of several texts that tells where one ends and the next begins. */
function hash(texts: readonly string[]): string {
  const sum = createHash('sha256');
  for (const text of texts) sum.update(`${text.length} `).update(text);
  return sum.digest('base64');
}
